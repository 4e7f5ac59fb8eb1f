import { go, rowsAddress, withParameters } from '../app/address';
import { Rule } from '../app/checks';
import { useReading } from '../app/context';
import type { Connected } from '../app/data';
import { Facts, Hash } from '../app/facts';
import { Panel } from '../app/panel';
import { PlaceName } from '../app/place';
import { text } from '../language';
import { FigureDetailsDocument, type FigureDetailsQuery } from '../operations';
import type { Figure } from './figures';
import { FigureLink } from './list';

const texts = {
    figure: text('The chosen figure', '所选数据'),
    close: text('Close', '关闭'),
    unknown: text('The report has no such figure.', '该报告没有该数据。'),
    wording: text('As worded', '原文表述'),
    unitWording: text('Unit, as worded', '原文单位'),
    bounds: text('Bounds', '上下限'),
    unbounded: text('none', '无'),
    precision: text('Precision', '精确程度'),
    role: text('Nature', '性质'),
    direction: text('Direction', '增减'),
    period: text('Period', '时段'),
    theme: text('Subject', '主题'),
    about: text('About', '范围'),
    place: text('Place', '出处'),
    characters: text('characters', '字'),
    from: text('from', '起于'),
    hash: text('SHA-256 of the sentence', '所在句 SHA-256'),
    initiative: text('Measure', '举措'),
    definition: text('Definition', '口径'),
    remark: text('Remark', '备注'),
    same: text('Also at this place', '同处数据'),
    derivation: text('Derived as', '推算方式'),
    inputs: text('Derived from', '推算依据'),
    inputOf: text('Figures derived from it', '由其推算的数据'),
    restates: text('Repeats', '重述'),
    restatements: text('Repeated by', '被重述于'),
    checks: text('Checks that use it', '所涉勾稽'),
    none: text('none', '无'),
    row: text('Its row in the register', '台账中的该行'),
};

type Details = Connected<FigureDetailsQuery['figures']>;

const Related = ({
    figures,
    report,
}: {
    readonly figures: readonly Pick<Figure, 'code' | 'indicator' | 'value' | 'unit'>[];
    readonly report: string;
}) => {
    const { number, label } = useReading();
    return figures.length === 0 ? null : (
        <ul class="plain">
            {figures.map((figure) => (
                <li key={figure.code}>
                    <FigureLink figure={figure} report={report} /> {number(figure.value)} {label('Unit', figure.unit)}
                </li>
            ))}
        </ul>
    );
};

const Bounds = ({ figure }: { readonly figure: Details }) => {
    const { say, number } = useReading();
    const { lower, lowerIncluded, upper, upperIncluded } = figure;
    const parts = [
        ...(lower === null || lower === upper ? [] : [`${lowerIncluded ? '≥' : '>'} ${number(lower)}`]),
        ...(upper === null || lower === upper ? [] : [`${upperIncluded ? '≤' : '<'} ${number(upper)}`]),
        ...(lower !== null && lower === upper ? [`= ${number(lower)}`] : []),
    ];
    return <>{parts.length === 0 ? say(texts.unbounded) : parts.join(', ')}</>;
};

const Checks = ({ figure, report }: { readonly figure: Details; readonly report: string }) => {
    const { say, label } = useReading();
    const checks = [...new Map(figure.checkInputs?.nodes?.map(({ check }) => [check.code, check])).values()];
    return checks.length === 0 ? (
        <>{say(texts.none)}</>
    ) : (
        <ul class="plain">
            {checks.map((check) => (
                <li key={check.code}>
                    <strong class={check.status === 'NOT_RECONCILED' ? 'bad' : ''}>{label('CheckStatus', check.status)}</strong>{' '}
                    <Rule check={check} report={report} />
                </li>
            ))}
        </ul>
    );
};

const Place = ({ figure: { locator } }: { readonly figure: Details }) => {
    const { say, number } = useReading();
    return locator === null ? null : (
        <>
            <PlaceName {...locator} />{' '}
            <span class="quiet">
                ({say(texts.from)} {number(locator.start)}, {number(locator.length)} {say(texts.characters)})
            </span>
        </>
    );
};

const FigureFacts = ({
    figure,
    report,
    others,
}: {
    readonly figure: Details;
    readonly report: string;
    readonly others: readonly Figure[];
}) => {
    const { say, label, number, nameOf, titleOf } = useReading();
    const { indicator, initiative, township, village } = figure;
    const related = (figures: readonly Pick<Figure, 'code' | 'indicator' | 'value' | 'unit'>[] | undefined) =>
        figures === undefined || figures.length === 0 ? null : <Related figures={figures} report={report} />;
    const labelled = (list: string, value: string | null) => (value === null ? null : label(list, value));
    return (
        <>
            <div role="status">
                <h3>{nameOf(indicator)}</h3>
                <p>
                    <span class="figure">{number(figure.value)}</span> {label('Unit', figure.unit)}
                </p>
            </div>
            <Facts
                facts={[
                    [texts.wording, figure.wording === null ? null : <span lang="zh-CN">{figure.wording}</span>],
                    [texts.unitWording, figure.unitWording],
                    [texts.bounds, <Bounds figure={figure} />],
                    [texts.precision, labelled('Precision', figure.precision)],
                    [texts.role, label('FigureRole', figure.role)],
                    [texts.direction, labelled('ChangeDirection', figure.direction)],
                    [texts.period, figure.period],
                    [texts.theme, label('Theme', figure.theme)],
                    [texts.about, village?.nameZh ?? village?.code ?? (township === null ? null : nameOf(township))],
                    [texts.initiative, initiative === null ? null : titleOf(initiative)],
                    [texts.place, figure.locator === null ? null : <Place figure={figure} />],
                    [texts.same, related(others)],
                    [texts.checks, <Checks figure={figure} report={report} />],
                    [texts.derivation, labelled('Derivation', figure.derivation)],
                    [texts.inputs, related(figure.inputs?.nodes?.map(({ input }) => input))],
                    [texts.inputOf, related(figure.inputOf?.nodes?.map(({ figure: derived }) => derived)) ?? say(texts.none)],
                    [texts.restates, related(figure.restates === null ? [] : [figure.restates])],
                    [texts.restatements, related(figure.restatements?.nodes ?? [])],
                    [texts.definition, <span lang="en">{indicator.definition}</span>],
                    [texts.remark, figure.remark === null ? null : <span lang="en">{figure.remark}</span>],
                    [texts.hash, <Hash of={figure.locator?.sentenceSha256} />],
                ]}
            />
            <p>
                <a href={rowsAddress('figures', { code: { eq: figure.code }, report: { code: { eq: report } } })}>{say(texts.row)}</a>
            </p>
        </>
    );
};

interface Props {
    readonly address: URL;
    readonly report: string;
    readonly chosen: string;
    /** The other figures at its place. */
    readonly others: readonly Figure[];
}

/** All that there is to know of the chosen figure. */
export const FigurePanel = ({ address, report, chosen, others }: Props) => {
    const { say } = useReading();
    const close = () => {
        document.querySelector<HTMLElement>('.reading [aria-current]')?.focus();
        go(withParameters(address, { figure: '' }));
    };
    return (
        <aside class="details">
            <button type="button" class="close" onClick={close}>
                {say(texts.close)}
            </button>
            <Panel title={texts.figure} document={FigureDetailsDocument} variables={{ report, figure: chosen }}>
                {({ figures }) =>
                    figures?.nodes?.[0] === undefined ? (
                        <p>{say(texts.unknown)}</p>
                    ) : (
                        <FigureFacts figure={figures.nodes[0]} report={report} others={others} />
                    )
                }
            </Panel>
        </aside>
    );
};
