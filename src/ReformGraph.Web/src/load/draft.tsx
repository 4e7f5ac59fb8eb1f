import { useReading } from '../app/context';
import { text } from '../language';

const texts = {
    title: text('The figures that the report states', '报告中的数量'),
    sentence: text('Sentence', '原句'),
    wording: text('Wording', '原文表述'),
    value: text('Value', '数值'),
    indicator: text('Indicator', '指标'),
    role: text('Role', '性质'),
    period: text('Period', '时段'),
    direction: text('Direction', '方向'),
    none: text('none', '无'),
    up: text('up', '上升'),
    down: text('down', '下降'),
    only: (shown: string, all: string) =>
        text(
            `The first ${shown} of ${all} quantities. To correct the others, download the draft and give it back corrected.`,
            `仅显示 ${all} 个数量中的前 ${shown} 个；其余请下载草稿，更正后再提交。`,
        ),
    notRead: text('not read', '未读懂'),
    checks: text('Proposed checks; leave out those that are wrong', '建议的校验；请去除不当的'),
    keep: text('Keep', '保留'),
    formula: text('In the wordings of the report', '按原文表述'),
    result: text('Result', '结果'),
};

const mostShown = 200;

/** Lines of a table, the first of which has its headings. */
export type Lines = readonly (readonly string[])[];

interface Props {
    readonly draft: Lines;
    readonly indicators: readonly { readonly code: string; readonly nameZh: string }[];
    readonly onDraft: (draft: Lines) => void;
}

/** The draft of a report's figures: a row for each quantity, with what a person decides. */
export const Draft = ({ draft, indicators, onDraft }: Props) => {
    const { say, label, labels, number } = useReading();
    const [headings, ...rows] = draft as [readonly string[], ...Lines];
    const at = (row: readonly string[], name: string) => row[headings.indexOf(name)] ?? '';
    const set = (index: number, name: string, value: string) =>
        onDraft(
            draft.map((line, number) =>
                number === index + 1 ? line.map((cell, column) => (column === headings.indexOf(name) ? value : cell)) : line,
            ),
        );
    const roles = [...labels.keys()].filter((name) => name.startsWith('FigureRole ')).map((name) => name.split(' ')[1]!);
    const titles = [texts.sentence, texts.wording, texts.value, texts.indicator, texts.role, texts.period, texts.direction];
    return (
        <section>
            <h2>{say(texts.title)}</h2>
            {rows.length > mostShown ? <p class="notice">{say(texts.only(number(mostShown), number(rows.length)))}</p> : null}
            <datalist id="indicators">
                {indicators.map(({ code, nameZh }) => (
                    <option key={code} value={code}>
                        {nameZh}
                    </option>
                ))}
            </datalist>
            <div class="scroll" tabIndex={0} role="region" aria-label={say(texts.title)}>
                <table class="draft">
                    <thead>
                        <tr>
                            {titles.map((title) => (
                                <th scope="col" key={title.en}>
                                    {say(title)}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {rows.slice(0, mostShown).map((row, index) => {
                            const name = `${at(row, 'wording')} (${index + 1})`;
                            const isRead = at(row, 'kind') !== 'NOT_READ';
                            return (
                                <tr key={at(row, 'start')}>
                                    <td class="sentence" lang="zh-CN">
                                        {at(row, 'sentence')}
                                    </td>
                                    <th scope="row" lang="zh-CN">
                                        {at(row, 'wording')}
                                    </th>
                                    {isRead ? (
                                        <>
                                            <td class="number">
                                                {at(row, 'value') || `${at(row, 'lower')}–${at(row, 'upper')}`}{' '}
                                                <small class="quiet">{label('Unit', at(row, 'unit'))}</small>
                                            </td>
                                            <td>
                                                <input
                                                    list="indicators"
                                                    aria-label={`${say(texts.indicator)}: ${name}`}
                                                    value={at(row, 'indicator')}
                                                    onChange={(event) => set(index, 'indicator', event.currentTarget.value)}
                                                />
                                            </td>
                                            <td>
                                                <select
                                                    aria-label={`${say(texts.role)}: ${name}`}
                                                    value={at(row, 'role')}
                                                    onChange={(event) => set(index, 'role', event.currentTarget.value)}
                                                >
                                                    <option value="">—</option>
                                                    {roles.map((role) => (
                                                        <option key={role} value={role}>
                                                            {label('FigureRole', role)}
                                                        </option>
                                                    ))}
                                                </select>
                                            </td>
                                            <td>
                                                <input
                                                    class="short"
                                                    aria-label={`${say(texts.period)}: ${name}`}
                                                    value={at(row, 'period')}
                                                    onChange={(event) => set(index, 'period', event.currentTarget.value)}
                                                />
                                            </td>
                                            <td>
                                                <select
                                                    aria-label={`${say(texts.direction)}: ${name}`}
                                                    value={at(row, 'direction')}
                                                    onChange={(event) => set(index, 'direction', event.currentTarget.value)}
                                                >
                                                    <option value="">{say(texts.none)}</option>
                                                    <option value="UP">{say(texts.up)}</option>
                                                    <option value="DOWN">{say(texts.down)}</option>
                                                </select>
                                            </td>
                                        </>
                                    ) : (
                                        <td colSpan={5} class="quiet">
                                            {say(texts.notRead)}
                                        </td>
                                    )}
                                </tr>
                            );
                        })}
                    </tbody>
                </table>
            </div>
        </section>
    );
};

interface ChecksProps {
    readonly checks: Lines;
    readonly dropped: ReadonlySet<number>;
    readonly onDropped: (dropped: ReadonlySet<number>) => void;
}

/** The checks that the server proposes; the reader leaves out those that are wrong. */
export const ProposedChecks = ({ checks, dropped, onDropped }: ChecksProps) => {
    const { say, label } = useReading();
    const [headings = [], ...rows] = checks;
    const at = (row: readonly string[], name: string) => row[headings.indexOf(name)] ?? '';
    const keep = (index: number, isKept: boolean) =>
        onDropped(new Set([...[...dropped].filter((one) => one !== index), ...(isKept ? [] : [index])]));
    return rows.length === 0 ? null : (
        <section>
            <h2>{say(texts.checks)}</h2>
            <div class="scroll" tabIndex={0} role="region" aria-label={say(texts.checks)}>
                <table>
                    <thead>
                        <tr>
                            {[texts.keep, texts.formula, texts.result].map((title) => (
                                <th scope="col" key={title.en}>
                                    {say(title)}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {rows.map((row, index) => (
                            <tr key={index}>
                                <td>
                                    <input
                                        type="checkbox"
                                        aria-label={at(row, 'formula')}
                                        checked={!dropped.has(index)}
                                        onChange={(event) => keep(index, event.currentTarget.checked)}
                                    />
                                </td>
                                <td lang="zh-CN">{at(row, 'formula') || at(row, 'rows')}</td>
                                <td>{at(row, 'status') === '' ? '—' : label('CheckStatus', at(row, 'status'))}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
        </section>
    );
};
