import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

/** What a chart shows: a number for each category, for each series. */
export interface Series {
    readonly categories: readonly string[];
    readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
    /** Whether the categories are times in their order. */
    readonly isOverTime?: boolean;
    /** Whether the numbers of a category add to that of the category. */
    readonly isStacked?: boolean;
}

use([BarChart, CanvasRenderer, GridComponent, LegendComponent, LineChart]);

// Each has enough contrast to paper that is light and to paper that is dark; the first is the colour of the page.
const colors = ['#3d7fb8', '#b9781a', '#4f9153', '#8f6bb3', '#c2607f', '#4b8f8f', '#8a8233', '#6a72c4', '#a3683f', '#3f8fae', '#7d8590'];

/** Draws lines over time, or horizontal bars, the first on top. It gives what ends the drawing. */
export const draw = (
    place: HTMLElement,
    { categories, series, isOverTime = false, isStacked = false }: Series,
    say: (value: number) => string,
) => {
    const style = getComputedStyle(place);
    const type = { color: style.color, fontFamily: style.fontFamily, fontSize: 13 };
    const isOne = series.length === 1;
    const chart = init(place, null, { renderer: 'canvas' });
    const categoryAxis = {
        type: 'category' as const,
        data: [...categories],
        axisTick: { show: false },
        axisLine: { lineStyle: { color: style.borderColor } },
        axisLabel: isOverTime ? type : { ...type, width: 170, overflow: 'break' as const },
    };
    const valueAxis = {
        type: 'value' as const,
        show: isOverTime,
        max: isOverTime || !isOne ? undefined : ('dataMax' as const),
        axisLabel: { ...type, formatter: say },
        splitLine: { lineStyle: { color: style.borderColor } },
    };
    chart.setOption({
        animation: false,
        color: [style.accentColor, ...colors],
        legend: isOne ? undefined : { type: 'plain', top: 0, left: 0, textStyle: type, selectedMode: false },
        grid: { left: 4, top: isOne ? 8 : 56, right: isOverTime ? 16 : 72, bottom: 4 },
        xAxis: isOverTime ? categoryAxis : valueAxis,
        yAxis: isOverTime ? valueAxis : { ...categoryAxis, inverse: true },
        series: series.map(({ name, values }) => ({
            name,
            data: [...values],
            ...(isOverTime
                ? { type: 'line' as const, symbolSize: 6, showAllSymbol: 'auto' as const }
                : {
                      type: 'bar' as const,
                      barMaxWidth: 18,
                      barMinHeight: isOne ? 1 : 0,
                      ...(isStacked && !isOne ? { stack: 'all' } : {}),
                      label: {
                          ...type,
                          show: isOne,
                          position: 'right' as const,
                          formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? say(value) : ''),
                      },
                  }),
        })),
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place);
    return () => {
        watch.disconnect();
        chart.dispose();
    };
};
