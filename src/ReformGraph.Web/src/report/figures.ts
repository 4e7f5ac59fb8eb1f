import { useEffect, useRef } from 'preact/hooks';
import { queryOf, useAllNodes, type Connected } from '../app/data';
import { StatedFiguresDocument, type StatedFiguresQuery } from '../operations';

/** A figure of the report, with its place if it is stated. */
export type Figure = Connected<StatedFiguresQuery['figures']>;

/** A figure that the report states, with its passage. */
export interface Stated {
    readonly figure: Figure;
    readonly start: number;
    readonly length: number;
}

/** The figures of a report. */
export const useFigures = (report: string) =>
    useAllNodes<StatedFiguresQuery, Figure>(
        (after) => queryOf(StatedFiguresDocument, { report, after }),
        ({ figures }) => figures,
    );

/** The figures with a place, in the order of the text. */
export const statedIn = (figures: readonly Figure[]): readonly Stated[] =>
    figures
        .flatMap((figure) => (figure.locator === null ? [] : [{ figure, start: figure.locator.start, length: figure.locator.length }]))
        .sort((a, b) => a.start - b.start || b.length - a.length);

/** Scrolls to the chosen figure and gives it the focus, once it is there. */
export const useArrival = (chosen: string, isThere: boolean) => {
    const place = useRef<HTMLAnchorElement>(null);
    useEffect(() => {
        if (chosen !== '' && isThere && place.current !== null) {
            place.current.focus({ preventScroll: true });
            place.current.scrollIntoView({ block: 'nearest' });
        }
    }, [chosen, isThere]);
    return place;
};
