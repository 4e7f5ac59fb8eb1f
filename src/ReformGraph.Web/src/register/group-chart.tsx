import { useEffect, useRef, useState } from 'preact/hooks';
import { useReading } from '../app/context';
import { text } from '../language';
import type { Grouped, Grouping } from './grouping';
import { titleOf } from './measures';
import { seriesOf } from './series';

const texts = {
    part: text(
        'The chart leaves out some groups: those beyond the first, and those without a date.',
        '图表未包含部分分组：排序靠后的分组，以及日期未知的分组。',
    ),
};

const dark = matchMedia('(prefers-color-scheme: dark)');

/** The groups as bars or as lines over time. The table below it says the same, so that screen readers need no chart. */
export const GroupChart = ({ grouping, answer }: { readonly grouping: Grouping; readonly answer: NonNullable<Grouped['rows']> }) => {
    const { number, language, say } = useReading();
    const place = useRef<HTMLDivElement>(null);
    const [isDark, setDark] = useState(dark.matches);
    const drawn = seriesOf(grouping, answer, language);
    useEffect(() => {
        const change = () => setDark(dark.matches);
        dark.addEventListener('change', change);
        return () => dark.removeEventListener('change', change);
    }, []);
    useEffect(() => {
        let end: (() => void) | null = null;
        let isOver = false;
        void import('./drawing').then(({ draw }) => {
            end = isOver || place.current === null ? null : draw(place.current, drawn, number);
        });
        return () => {
            isOver = true;
            end?.();
        };
    }, [JSON.stringify(drawn), number(10_000), isDark]);
    const isEmpty = drawn.series.every(({ values }) => values.every((value) => value === null));
    const lines = drawn.categories.length * (drawn.isStacked ? 1 : drawn.series.length);
    const height = drawn.isOverTime ? 18 : (drawn.series.length > 1 ? 4 : 0.75) + 1.75 * Math.min(lines, 30);
    return isEmpty ? null : (
        <figure>
            <figcaption>{titleOf(grouping.shown, language)}</figcaption>
            <div class="chart" style={{ height: `${height}rem` }} ref={place} aria-hidden="true" />
            {drawn.isPart ? <p class="quiet">{say(texts.part)}</p> : null}
        </figure>
    );
};
