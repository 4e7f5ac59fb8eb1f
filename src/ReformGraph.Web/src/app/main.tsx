import { render } from 'preact';
import { text } from '../language';
import { LoadPage } from '../load/page';
import { RegisterPage } from '../register/page';
import '../theme.css';
import { followLinks, isAt, registerAt, useAddress } from './address';
import './app.css';
import { Choice } from './choice';
import { later } from './later';
import { Overview } from './overview';
import { Shell } from './shell';

// Nothing is ever put into a page as HTML: with this policy, the browser itself holds the pages and what they are made of to it.
(globalThis as { trustedTypes?: { createPolicy: (name: string, rules: object) => unknown } }).trustedTypes?.createPolicy('default', {
    createHTML: (html: string) => (html === '' ? html : null),
});

const AuditPage = later(async () => (await import('../audit/page')).AuditPage);
const ReportPage = later(async () => (await import('../report/page')).ReportPage);

const titles = {
    overview: text('Overview', '概览'),
    report: text('Report', '报告'),
    registers: text('Registers', '台账'),
    audit: text('Audit', '审计'),
    load: text('Load', '录入'),
};

const App = () => {
    const address = useAddress();
    const register = registerAt(address);
    return register !== null ? (
        <Shell address={address} title={titles.registers}>
            <RegisterPage address={address} name={register} />
        </Shell>
    ) : isAt('report', address) ? (
        <Shell address={address} title={titles.report}>
            <Choice address={address}>{(_, report) => <ReportPage key={report} address={address} report={report} />}</Choice>
        </Shell>
    ) : isAt('audit', address) ? (
        <Shell address={address} title={titles.audit}>
            <Choice address={address}>{(_, report) => <AuditPage address={address} report={report} />}</Choice>
        </Shell>
    ) : isAt('load', address) ? (
        <Shell address={address} title={titles.load}>
            <LoadPage address={address} />
        </Shell>
    ) : (
        <Shell address={address} title={titles.overview}>
            <Choice address={address}>{(county, report) => <Overview county={county} report={report} />}</Choice>
        </Shell>
    );
};

followLinks();
render(<App />, document.querySelector('#page')!);
