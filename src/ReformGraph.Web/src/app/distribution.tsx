import { useEffect, useRef, useState } from 'preact/hooks';
import { text, type Text } from '../language';
import { useReading } from './context';
import { percentIn } from './numbers';

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

const dark = matchMedia('(prefers-color-scheme: dark)');

const Chart = ({ groups }: { readonly groups: readonly Group[] }) => {
    const { number } = useReading();
    const place = useRef<HTMLDivElement>(null);
    const [isDark, setDark] = useState(dark.matches);
    const bars = groups.map(({ label, count }) => ({ label, value: count, said: number(count) }));
    useEffect(() => {
        const change = () => setDark(dark.matches);
        dark.addEventListener('change', change);
        return () => dark.removeEventListener('change', change);
    }, []);
    useEffect(() => {
        let end: (() => void) | null = null;
        let isOver = false;
        void import('./chart').then(({ drawBars }) => {
            end = isOver || place.current === null ? null : drawBars(place.current, bars);
        });
        return () => {
            isOver = true;
            end?.();
        };
    }, [JSON.stringify(bars), isDark]);
    return <div class="chart" style={{ height: `${0.75 + 1.75 * Math.min(groups.length, 14)}rem` }} ref={place} aria-hidden="true" />;
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
            <Chart groups={groups} />
            <table>
                <thead>
                    <tr>
                        <th scope="col">{say(of)}</th>
                        <th scope="col" class="number">
                            {say(texts.rows)}
                        </th>
                        <th scope="col" class="number">
                            {say(texts.share)}
                        </th>
                    </tr>
                </thead>
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
