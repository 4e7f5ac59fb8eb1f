import { text } from '../language';
import { BeforeAndAfterDocument, FiguresDocument, type BeforeAndAfterQuery, type FiguresQuery } from '../operations';
import { figureAddress, rowsAddress } from './address';
import { useReading } from './context';
import type { Connected } from './data';
import { percentIn } from './numbers';
import { Panel } from './panel';
import { PlaceName } from './place';
import { ofNumbers, ScrolledTable } from './table';

const texts = {
    beforeAfter: text('Before and after', '改革前后'),
    measure: text('Measure', '指标'),
    before: text('Before', '改革前'),
    after: text('After', '改革后'),
    change: text('Change', '变化'),
    source: text('Source', '出处'),
    noBaseline: text('The report states no value from before the reform.', '报告未给出改革前的数值。'),
    figures: text('The figures of the report', '报告数据一览'),
    figure: text('Figure', '数据'),
    value: text('Value', '数值'),
    wording: text('As worded', '原文表述'),
    nature: text('Nature', '性质'),
    rows: text('Rows', '明细'),
    derived: text('derived', '推算'),
    none: text('The report has no figures yet.', '该报告暂无数据。'),
};

interface Stated {
    readonly code: string;
    readonly locator: { readonly section: string; readonly paragraph: number } | null;
}

/** Where the report states a figure; a derived figure is stated nowhere. */
const Source = ({ figure, report }: { readonly figure: Stated; readonly report: string }) => {
    const { say } = useReading();
    return (
        <a class="source" href={figureAddress(figure.code, report)}>
            {figure.locator === null ? say(texts.derived) : <PlaceName {...figure.locator} />}
        </a>
    );
};

type Indicator = Connected<BeforeAndAfterQuery['indicators']>;

const Comparison = ({ indicator, report }: { readonly indicator: Indicator; readonly report: string }) => {
    const { language, label, number, nameOf } = useReading();
    const stated = indicator.figures?.nodes ?? [];
    const before = stated.find(({ role }) => role === 'BASELINE');
    const after = stated.find(({ role }) => role === 'LEVEL' || role === 'FLOW' || role === 'CUMULATIVE');
    const change = indicator.figures?.aggregate.quantity.change;
    const sign = (value: number) => `${value > 0 ? '+' : ''}${number(value)}`;
    const shown = (figure: typeof before) =>
        figure === undefined ? (
            '—'
        ) : (
            <>
                <a class="figure" href={rowsAddress('figures', { code: { eq: figure.code }, report: { code: { eq: report } } })}>
                    {number(figure.value)}
                </a>{' '}
                <span class="unit">{label('Unit', figure.unit)}</span>
                <br />
                <Source figure={figure} report={report} />
            </>
        );
    return (
        <tr>
            <th scope="row">{nameOf(indicator)}</th>
            <td class="number">{shown(before)}</td>
            <td class="number">{shown(after)}</td>
            <td class="number">
                {change == null ? (
                    '—'
                ) : (
                    <>
                        <span class="figure">{sign(change.difference.value)}</span>{' '}
                        <span class="unit">{label('Unit', change.difference.unit)}</span>
                        {/* A percentage of a percentage is taken for points. */}
                        {change.percentage == null || after?.unit === 'PERCENT' ? null : (
                            <>
                                <br />
                                <span class="quiet">
                                    {change.percentage.value > 0 ? '+' : ''}
                                    {percentIn(change.percentage.value / 100, language)}
                                </span>
                            </>
                        )}
                    </>
                )}
            </td>
        </tr>
    );
};

/** What the report states of the time before the reform and after it. */
export const BeforeAndAfter = ({ report }: { readonly report: string }) => {
    const { say } = useReading();
    return (
        <Panel title={texts.beforeAfter} document={BeforeAndAfterDocument} variables={{ report }} isWide>
            {({ indicators }) =>
                (indicators?.nodes ?? []).length === 0 ? (
                    <p class="quiet">{say(texts.noBaseline)}</p>
                ) : (
                    <ScrolledTable
                        label={say(texts.beforeAfter)}
                        kind="comparison"
                        headings={[texts.measure, ofNumbers(texts.before), ofNumbers(texts.after), ofNumbers(texts.change)]}
                    >
                        <tbody>
                            {indicators?.nodes?.map((indicator) => (
                                <Comparison key={indicator.code} indicator={indicator} report={report} />
                            ))}
                        </tbody>
                    </ScrolledTable>
                )
            }
        </Panel>
    );
};

type Figure = Connected<FiguresQuery['figures']>;

/** The registers whose rows a figure counts. */
const proven = [
    ['risk-villages', 'riskVillages'],
    ['asset-handovers', 'assetHandovers'],
    ['facility-consolidations', 'facilityConsolidations'],
    ['reform-tasks', 'reformTasks'],
] as const;

const FigureRow = ({ figure, report }: { readonly figure: Figure; readonly report: string }) => {
    const { label, number, nameOf } = useReading();
    const isThis = { code: { eq: figure.code }, report: { code: { eq: report } } };
    return (
        <tr>
            <th scope="row">{nameOf(figure.indicator)}</th>
            <td class="number">
                <a href={rowsAddress('figures', isThis)}>{number(figure.value)}</a>
            </td>
            <td class="unit">{label('Unit', figure.unit)}</td>
            <td lang="zh-CN">{figure.wording ?? ''}</td>
            <td>{label('FigureRole', figure.role)}</td>
            <td class="number">
                {proven
                    .filter(([, field]) => (figure[field]?.totalCount ?? 0) > 0)
                    .map(([register, field]) => (
                        <a key={register} href={rowsAddress(register, { provenBy: isThis })}>
                            {number(figure[field]!.totalCount)}
                        </a>
                    ))}
            </td>
            <td>
                <Source figure={figure} report={report} />
            </td>
        </tr>
    );
};

/** All figures of a report, by their subject; those that only repeat another are left out. */
export const FiguresByTheme = ({ report }: { readonly report: string }) => {
    const { say, label } = useReading();
    return (
        <Panel title={texts.figures} document={FiguresDocument} variables={{ report }} isWide>
            {({ figures }) =>
                (figures?.totalCount ?? 0) === 0 ? (
                    <p class="quiet">{say(texts.none)}</p>
                ) : (
                    <ScrolledTable
                        label={say(texts.figures)}
                        kind="figures"
                        headings={[
                            texts.figure,
                            ofNumbers(texts.value, 2),
                            texts.wording,
                            texts.nature,
                            ofNumbers(texts.rows),
                            texts.source,
                        ]}
                    >
                        {[...Map.groupBy(figures?.nodes ?? [], ({ theme }) => theme)].map(([theme, some]) => (
                            <tbody key={theme}>
                                <tr>
                                    <th scope="rowgroup" colSpan={7} class="theme">
                                        {label('Theme', theme)}
                                    </th>
                                </tr>
                                {some.map((figure) => (
                                    <FigureRow key={figure.code} figure={figure} report={report} />
                                ))}
                            </tbody>
                        ))}
                    </ScrolledTable>
                )
            }
        </Panel>
    );
};
