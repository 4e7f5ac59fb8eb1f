import { useEffect, useRef, useState } from 'preact/hooks';
import { useReading } from './context';
import type { Series } from './drawing';

const dark = matchMedia('(prefers-color-scheme: dark)');

/** A chart, in the colours and the type of the page. Its height is in pixels, which the canvas keeps on paper. A table beside it says the
 * same, so that screen readers need no chart. */
export const Chart = ({ series, height }: { readonly series: Series; readonly height: number }) => {
    const { number } = useReading();
    const place = useRef<HTMLDivElement>(null);
    const [isDark, setDark] = useState(dark.matches);
    useEffect(() => {
        const change = () => setDark(dark.matches);
        dark.addEventListener('change', change);
        return () => dark.removeEventListener('change', change);
    }, []);
    useEffect(() => {
        let end: (() => void) | null = null;
        let isOver = false;
        void import('./drawing').then(({ draw }) => {
            end = isOver || place.current === null ? null : draw(place.current, series, number);
        });
        return () => {
            isOver = true;
            end?.();
        };
    }, [JSON.stringify(series), number(10_000), isDark]);
    return <div class="chart" style={{ height: `${height}px` }} ref={place} aria-hidden="true" />;
};
