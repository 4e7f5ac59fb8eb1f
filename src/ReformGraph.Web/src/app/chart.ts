import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, CanvasRenderer, GridComponent]);

/** A bar of a chart. */
export interface Bar {
    readonly label: string;
    readonly value: number;
    readonly said: string;
}

/** Draws horizontal bars, the first on top, in the colours and the type of the page. It gives what ends the drawing. */
export const drawBars = (place: HTMLElement, bars: readonly Bar[]) => {
    const style = getComputedStyle(place);
    const chart = init(place, null, { renderer: 'canvas' });
    chart.setOption({
        animation: false,
        grid: { left: 0, top: 4, right: 56, bottom: 0 },
        xAxis: { type: 'value', show: false, max: 'dataMax' },
        yAxis: {
            type: 'category',
            inverse: true,
            data: bars.map((bar) => bar.label),
            axisTick: { show: false },
            axisLine: { lineStyle: { color: style.borderColor } },
            axisLabel: { color: style.color, fontFamily: style.fontFamily, fontSize: 13, width: 150, overflow: 'break' },
        },
        series: [
            {
                type: 'bar',
                barMaxWidth: 18,
                barMinHeight: 1,
                itemStyle: { color: style.accentColor },
                label: {
                    show: true,
                    position: 'right',
                    color: style.color,
                    fontFamily: style.fontFamily,
                    fontSize: 13,
                    formatter: (bar: { dataIndex: number }) => bars[bar.dataIndex]!.said,
                },
                data: bars.map((bar) => bar.value),
            },
        ],
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place);
    return () => {
        watch.disconnect();
        chart.dispose();
    };
};
