import { useReading } from '../app/context';
import { ListPages } from '../app/pager';
import { ofNumbers, ScrolledTable } from '../app/table';
import { text, type Text } from '../language';

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
    notRead: text('not read', '未读懂'),
    checks: text('Proposed checks; leave out those that are wrong', '建议的校验；请去除不当的'),
    keep: text('Keep', '保留'),
    formula: text('In the wordings of the report', '按原文表述'),
    result: text('Result', '结果'),
    further: text('The indicators suggest more checks', '所填指标还可建议以下校验'),
    add: text('Add them to the proposed checks', '加入建议的校验'),
};

const pageSize = 100;

/** Lines of a table, the first of which has its headings. */
export type Lines = readonly (readonly string[])[];

const reader = (headings: readonly string[]) => (row: readonly string[], name: string) => row[headings.indexOf(name)] ?? '';

interface Props {
    readonly draft: Lines;
    readonly indicators: readonly { readonly code: string; readonly nameZh: string }[];
    readonly onDraft: (draft: Lines) => void;
}

/** The draft of a report's figures: a row for each quantity, with what a person decides. */
export const Draft = ({ draft, indicators, onDraft }: Props) => {
    const { say, label, labels } = useReading();
    const [headings = [], ...rows] = draft;
    const at = reader(headings);
    const set = (index: number, name: string, value: string) =>
        onDraft(
            draft.map((line, number) =>
                number === index + 1 ? line.map((cell, column) => (column === headings.indexOf(name) ? value : cell)) : line,
            ),
        );
    const roles = [...labels.keys()].filter((name) => name.startsWith('FigureRole ')).map((name) => name.split(' ')[1]!);
    const rowOf = (row: readonly string[], index: number) => {
        const field = (name: string, title: Text) => ({
            'aria-label': `${say(title)}: ${at(row, 'wording')} (${index + 1})`,
            value: at(row, name),
            onChange: (event: { readonly currentTarget: { readonly value: string } }) => set(index, name, event.currentTarget.value),
        });
        return (
            <tr key={at(row, 'start')}>
                <td class="sentence" lang="zh-CN">
                    {at(row, 'sentence')}
                </td>
                <th scope="row" lang="zh-CN">
                    {at(row, 'wording')}
                </th>
                {at(row, 'kind') === 'NOT_READ' ? (
                    <td colSpan={5} class="quiet">
                        {say(texts.notRead)}
                    </td>
                ) : (
                    <>
                        <td class="number">
                            {at(row, 'value') || `${at(row, 'lower')}–${at(row, 'upper')}`}{' '}
                            <small class="quiet">{at(row, 'measureWord') || label('Unit', at(row, 'unit'))}</small>
                        </td>
                        <td>
                            <input list="indicators" {...field('indicator', texts.indicator)} />
                        </td>
                        <td>
                            <select {...field('role', texts.role)}>
                                <option value="">—</option>
                                {roles.map((role) => (
                                    <option key={role} value={role}>
                                        {label('FigureRole', role)}
                                    </option>
                                ))}
                            </select>
                        </td>
                        <td>
                            <input class="short" {...field('period', texts.period)} />
                        </td>
                        <td>
                            <select {...field('direction', texts.direction)}>
                                <option value="">{say(texts.none)}</option>
                                <option value="UP">{say(texts.up)}</option>
                                <option value="DOWN">{say(texts.down)}</option>
                            </select>
                        </td>
                    </>
                )}
            </tr>
        );
    };
    return (
        <section>
            <h2>{say(texts.title)}</h2>
            <datalist id="indicators">
                {indicators.map(({ code, nameZh }) => (
                    <option key={code} value={code}>
                        {nameZh}
                    </option>
                ))}
            </datalist>
            <ListPages items={rows} size={pageSize}>
                {(shown, first) => (
                    <ScrolledTable
                        label={say(texts.title)}
                        kind="draft"
                        headings={[
                            texts.sentence,
                            texts.wording,
                            ofNumbers(texts.value),
                            texts.indicator,
                            texts.role,
                            texts.period,
                            texts.direction,
                        ]}
                    >
                        <tbody>{shown.map((row, index) => rowOf(row, first + index))}</tbody>
                    </ScrolledTable>
                )}
            </ListPages>
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
    const at = reader(headings);
    const keep = (index: number, isKept: boolean) =>
        onDropped(new Set([...[...dropped].filter((one) => one !== index), ...(isKept ? [] : [index])]));
    const rowOf = (row: readonly string[], index: number) => (
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
    );
    return rows.length === 0 ? null : (
        <section>
            <h2>{say(texts.checks)}</h2>
            <ListPages items={rows} size={pageSize}>
                {(shown, first) => (
                    <ScrolledTable label={say(texts.checks)} headings={[texts.keep, texts.formula, texts.result]}>
                        <tbody>{shown.map((row, index) => rowOf(row, first + index))}</tbody>
                    </ScrolledTable>
                )}
            </ListPages>
        </section>
    );
};

/** A check that the server proposes for the indicators of a corrected draft. */
export interface FurtherCheck {
    readonly formula: string;
    readonly status?: string;
    readonly relation: string;
    readonly expected: number;
    readonly actualBy?: string;
    readonly actual: readonly number[];
    readonly rows?: string;
}

const lineOf = (headings: readonly string[], check: FurtherCheck) => {
    const cells: Readonly<Record<string, string | undefined>> = {
        ...check,
        expected: String(check.expected),
        actual: check.actual.join(' '),
    };
    return headings.map((name) => cells[name] ?? '');
};

interface FurtherProps {
    readonly checks: Lines;
    readonly further: readonly FurtherCheck[];
    readonly onChecks: (checks: Lines) => void;
}

/** The checks that the server proposes since the reader has given indicators, and that are not among the others. */
export const FurtherChecks = ({ checks, further, onChecks }: FurtherProps) => {
    const { say } = useReading();
    const [headings = [], ...rows] = checks;
    const at = reader(headings);
    const added = further.filter(
        ({ formula, expected }) => !rows.some((row) => at(row, 'formula') === formula && at(row, 'expected') === String(expected)),
    );
    return added.length === 0 ? null : (
        <section>
            <h2>{say(texts.further)}</h2>
            <ul lang="zh-CN">
                {added.map(({ formula, expected }) => (
                    <li key={`${formula} ${expected}`}>{formula}</li>
                ))}
            </ul>
            <button type="button" onClick={() => onChecks([...checks, ...added.map((check) => lineOf(headings, check))])}>
                {say(texts.add)}
            </button>
        </section>
    );
};
