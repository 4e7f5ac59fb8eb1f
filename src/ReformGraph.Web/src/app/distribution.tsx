import { text, type Text } from '../language';
import { Chart } from './chart';
import { useReading } from './context';
import { percentIn } from './numbers';
import { Headings, ofNumbers } from './table';

/** A group of rows with its number and its share, and the address of its rows. */
export interface Group {
    readonly label: string;
    readonly count: number;
    readonly share: number;
    readonly href: string;
}

const texts = {
    rows: text('Rows', '行数'),
    share: text('Share', '占比'),
    total: text('Total', '合计'),
    none: text('There are no rows yet. They come with the county’s register.', '暂无数据；录入台账后即可显示。'),
};

interface Props {
    readonly of: Text;
    readonly groups: readonly Group[];
    readonly total: number;
    readonly allHref: string;
}

/** Groups as bars, and as a table that says the same. */
export const Distribution = ({ of, groups, total, allHref }: Props) => {
    const { say, number, language } = useReading();
    return total === 0 ? (
        <p class="quiet">{say(texts.none)}</p>
    ) : (
        <>
            <Chart
                height={12 + 32 * Math.min(groups.length, 14)}
                series={{
                    categories: groups.map(({ label }) => label),
                    series: [{ name: '', values: groups.map(({ count }) => count) }],
                }}
            />
            <table>
                <Headings of={[of, ofNumbers(texts.rows), ofNumbers(texts.share)]} />
                <tbody>
                    {groups.map(({ label, count, share, href }) => (
                        <tr key={label}>
                            <th scope="row">{label}</th>
                            <td class="number">
                                <a href={href}>{number(count)}</a>
                            </td>
                            <td class="number">{percentIn(share, language)}</td>
                        </tr>
                    ))}
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{say(texts.total)}</th>
                        <td class="number">
                            <a href={allHref}>{number(total)}</a>
                        </td>
                        <td class="number">{percentIn(1, language)}</td>
                    </tr>
                </tfoot>
            </table>
        </>
    );
};
