import { figureAddress } from '../app/address';
import { useReading } from '../app/context';
import { Hash } from '../app/facts';
import { PlaceName } from '../app/place';
import { ofNumbers, ScrolledTable } from '../app/table';
import { text } from '../language';
import { useArrival, type Figure, type Stated } from './figures';

const texts = {
    places: text('The figures and their places', '数据及其出处'),
    figure: text('Figure', '数据'),
    value: text('Value', '数值'),
    wording: text('As worded', '原文表述'),
    place: text('Place', '出处'),
    start: text('Start', '起始'),
    length: text('Length', '长度'),
    hash: text('SHA-256 of the sentence', '所在句 SHA-256'),
    derived: text('Derived figures, which the report does not state', '报告未直接陈述的推算数据'),
};

interface LinkProps {
    readonly figure: Pick<Figure, 'code' | 'indicator'>;
    readonly report: string;
    readonly chosen?: string;
}

/** A link to a figure, by the name of its indicator. */
export const FigureLink = ({ figure: { code, indicator }, report, chosen = '' }: LinkProps) => {
    const { nameOf } = useReading();
    const place = useArrival(chosen === code ? chosen : '', true);
    return (
        <a
            href={figureAddress(code, report)}
            data-stays
            {...(chosen === code ? { 'aria-current': 'true' as const, ref: place } : {})}
            title={code}
        >
            {nameOf(indicator)}
        </a>
    );
};

interface Props {
    readonly report: string;
    readonly chosen: string;
}

/** The figures with their places, for who has the text elsewhere. */
export const PlaceList = ({ stated, report, chosen }: Props & { readonly stated: readonly Stated[] }) => {
    const { say, number, label } = useReading();
    return (
        <section class="panel">
            <h2>{say(texts.places)}</h2>
            <ScrolledTable
                label={say(texts.places)}
                kind="places"
                headings={[
                    texts.figure,
                    ofNumbers(texts.value, 2),
                    texts.wording,
                    texts.place,
                    ofNumbers(texts.start),
                    ofNumbers(texts.length),
                    texts.hash,
                ]}
            >
                <tbody>
                    {stated.map(({ figure, start, length }) => (
                        <tr key={figure.code}>
                            <th scope="row">
                                <FigureLink figure={figure} report={report} chosen={chosen} />
                            </th>
                            <td class="number">{number(figure.value)}</td>
                            <td class="unit">{label('Unit', figure.unit)}</td>
                            <td lang="zh-CN">{figure.wording}</td>
                            <td class="source">
                                <PlaceName {...figure.locator!} />
                            </td>
                            <td class="number">{start}</td>
                            <td class="number">{length}</td>
                            <td>
                                <Hash of={figure.locator!.sentenceSha256} />
                            </td>
                        </tr>
                    ))}
                </tbody>
            </ScrolledTable>
        </section>
    );
};

/** The figures that are computed from others. */
export const DerivedList = ({ figures, report, chosen }: Props & { readonly figures: readonly Figure[] }) => {
    const { say, number, label } = useReading();
    return figures.length === 0 ? null : (
        <section class="panel">
            <h2>{say(texts.derived)}</h2>
            <ul class="plain">
                {figures.map((figure) => (
                    <li key={figure.code}>
                        <FigureLink figure={figure} report={report} chosen={chosen} /> {number(figure.value)}{' '}
                        <span class="unit">{label('Unit', figure.unit)}</span>
                    </li>
                ))}
            </ul>
        </section>
    );
};
