import { render, type ComponentChildren } from 'preact';
import '../theme.css';
import './base.css';
import './parts.css';
import './print.css';
import { followLinks, pageAt, registerAt, useAddress } from './address';
import { Choice } from './choice';
import { later } from './later';
import { Overview } from './overview';
import { Shell } from './shell';
import type { PageName } from './site';

// Nothing is ever put into a page as HTML: with this policy, the browser itself holds the pages and what they are made of to it.
(globalThis as { trustedTypes?: { createPolicy: (name: string, rules: object) => unknown } }).trustedTypes?.createPolicy('default', {
    createHTML: (html: string) => (html === '' ? html : null),
});

const AuditPage = later(async () => (await import('../audit/page')).AuditPage);
const LoadPage = later(async () => (await import('../load/page')).LoadPage);
const RegisterPage = later(async () => (await import('../register/page')).RegisterPage);
const ReportPage = later(async () => (await import('../report/page')).ReportPage);

const contents: Readonly<Record<PageName, (address: URL) => ComponentChildren>> = {
    overview: (address) => <Choice address={address}>{(county, report) => <Overview county={county} report={report} />}</Choice>,
    report: (address) => <Choice address={address}>{(_, report) => <ReportPage key={report} address={address} report={report} />}</Choice>,
    registers: (address) => <RegisterPage address={address} name={registerAt(address) ?? ''} />,
    audit: (address) => <Choice address={address}>{(_, report) => <AuditPage address={address} report={report} />}</Choice>,
    load: (address) => <LoadPage address={address} />,
};

const App = () => {
    const address = useAddress();
    const page = pageAt(address) ?? 'overview';
    return (
        <Shell address={address} page={page}>
            {contents[page](address)}
        </Shell>
    );
};

followLinks();
render(<App />, document.querySelector('#page')!);
