import type { ComponentChildren } from 'preact';
import { isPlain } from '../api';
import { text } from '../language';
import { CountiesDocument, CountyDocument, type CountiesQuery, type CountyQuery } from '../operations';
import { go, withParameters } from './address';
import { useReading } from './context';
import { notPlain, queryOf, useAllNodes, useAnswer, type Connected } from './data';
import { ErrorList } from './panel';

const texts = {
    county: text('County', '县'),
    report: text('Report', '报告'),
    asOf: text('As of', '时点'),
    asOfHint: text('now; or change 12, or 2026-11-30T08:00:00+08:00', '现在；或变更序号 12，或 2026-11-30T08:00:00+08:00'),
    choice: text('What the page shows', '显示范围'),
    noCounty: text('There is no county yet. docs/your-county.md says how to add one.', '尚无县级数据；添加方法见 docs/your-county.md。'),
    unknownCounty: text('There is no such county; choose one above.', '没有该县；请在上方选择。'),
    unknownReport: text('This county has no such report; choose one above.', '该县没有该报告；请在上方选择。'),
    noReport: text('This county has no report yet; its registers are shown.', '该县尚无报告，仅显示台账。'),
    synthetic: text('Synthetic data: generated, and about no real place.', '合成数据：由程序生成，不涉及任何真实地方。'),
};

/** The field of the instant as of which a page reads. */
export const AsOf = ({ onAsOf }: { readonly onAsOf: (asOf: string) => void }) => {
    const { say, asOf } = useReading();
    const give = (field: HTMLInputElement) => {
        const given = field.value.trim();
        field.setCustomValidity(isPlain(given) ? '' : say(notPlain));
        if (field.reportValidity()) {
            onAsOf(given);
        }
    };
    return (
        <label>
            {say(texts.asOf)}
            <input value={asOf} placeholder={say(texts.asOfHint)} spellcheck={false} onChange={(event) => give(event.currentTarget)} />
        </label>
    );
};

/** The counties; a country has more than one page of them. */
export const useCounties = () =>
    useAllNodes<CountiesQuery, Connected<CountiesQuery['counties']>>(
        (after) => queryOf(CountiesDocument, { after }),
        ({ counties }) => counties,
    );

interface ChoiceProps {
    readonly address: URL;
    readonly children: (county: string, report: string) => ComponentChildren;
}

/** The county, the report and the instant, at the top of a page; they are kept in its address. */
export const Choice = ({ address, children }: ChoiceProps) => {
    const { say, nameOf, titleOf } = useReading();
    const { nodes: counties, errors, isComplete } = useCounties();
    const county = address.searchParams.get('county') ?? counties[0]?.code ?? '';
    const chosen = useAnswer<CountyQuery>(county === '' ? null : queryOf(CountyDocument, { county }));
    const reports = chosen.data?.countyByCode?.reports?.nodes ?? [];
    const wanted = address.searchParams.get('report');
    const report = reports.find(({ code }) => wanted === null || code === wanted)?.code ?? '';
    const choose = (parameters: Readonly<Record<string, string>>) => go(withParameters(address, parameters));
    const isRead = county !== '' && !chosen.isReading && chosen.data !== null;
    const isKnown = isRead && chosen.data.countyByCode !== null;
    const notice =
        chosen.errors.length > 0
            ? null
            : isComplete && counties.length === 0
              ? texts.noCounty
              : isRead && !isKnown
                ? texts.unknownCounty
                : isKnown && report === ''
                  ? reports.length === 0
                      ? texts.noReport
                      : texts.unknownReport
                  : null;
    return (
        <>
            <form class="choice" role="search" aria-label={say(texts.choice)} onSubmit={(event) => event.preventDefault()}>
                <label>
                    {say(texts.county)}
                    <select value={county} onChange={(event) => choose({ county: event.currentTarget.value, report: '' })}>
                        {counties.map((one) => (
                            <option key={one.code} value={one.code}>
                                {nameOf(one)}
                            </option>
                        ))}
                    </select>
                </label>
                <label class="grows">
                    {say(texts.report)}
                    <select value={report} onChange={(event) => choose({ report: event.currentTarget.value })}>
                        {reports.map((one) => (
                            <option key={one.code} value={one.code}>
                                {titleOf(one)}
                                {one.year === null ? '' : ` (${one.year})`}
                            </option>
                        ))}
                    </select>
                </label>
                <AsOf onAsOf={(to) => choose({ asOf: to })} />
            </form>
            <ErrorList errors={[...errors, ...chosen.errors]} />
            {chosen.data?.countyByCode?.synthetic ? <p class="notice">{say(texts.synthetic)}</p> : null}
            {notice === null ? null : <p class="notice">{say(notice)}</p>}
            {isKnown ? children(county, report) : null}
        </>
    );
};
