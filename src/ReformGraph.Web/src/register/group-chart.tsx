import { Chart } from '../app/chart';
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

/** The groups as bars or as lines over time. */
export const GroupChart = ({ grouping, answer }: { readonly grouping: Grouping; readonly answer: NonNullable<Grouped['rows']> }) => {
    const { language, say } = useReading();
    const { isPart, ...drawn } = seriesOf(grouping, answer, language);
    const isEmpty = drawn.series.every(({ values }) => values.every((value) => value === null));
    const lines = drawn.categories.length * (drawn.isStacked ? 1 : drawn.series.length);
    const height = drawn.isOverTime ? 288 : (drawn.series.length > 1 ? 64 : 12) + 32 * Math.min(lines, 30);
    return isEmpty ? null : (
        <figure>
            <figcaption>{titleOf(grouping.shown, language)}</figcaption>
            <Chart series={drawn} height={height} />
            {isPart ? <p class="quiet">{say(texts.part)}</p> : null}
        </figure>
    );
};
