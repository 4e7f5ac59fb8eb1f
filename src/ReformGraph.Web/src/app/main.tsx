import { render } from 'preact';
import { text } from '../language';
import { LoadPage } from '../load/page';
import { RegisterPage } from '../register/page';
import '../theme.css';
import { followLinks, isLoad, registerAt, useAddress } from './address';
import './app.css';
import { Overview } from './overview';
import { Choice, Shell } from './shell';

// Nothing is ever put into a page as HTML: with this policy, the browser itself holds the pages and what they are made of to it.
(globalThis as { trustedTypes?: { createPolicy: (name: string, rules: object) => unknown } }).trustedTypes?.createPolicy('default', {
    createHTML: (html: string) => (html === '' ? html : null),
});

const titles = { load: text('Load', '录入'), overview: text('Overview', '概览'), registers: text('Registers', '台账') };

const App = () => {
    const address = useAddress();
    const register = registerAt(address);
    return register !== null ? (
        <Shell address={address} title={titles.registers}>
            <RegisterPage address={address} name={register} />
        </Shell>
    ) : isLoad(address) ? (
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
