import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { withParameters } from './address';
import { useReading } from './context';
import { text } from '../language';

const texts = {
    pages: text('Pages', '翻页'),
    first: text('First page', '首页'),
    previous: text('Previous page', '上一页'),
    next: text('Next page', '下一页'),
    shown: (from: string, to: string, all: string) => text(`${from} to ${to} of ${all}`, `第 ${from} 至 ${to} 项，共 ${all} 项`),
};

/** What the API says of a page. */
export interface PageInfo {
    readonly hasPreviousPage: boolean;
    readonly hasNextPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
}

/** The cursors of a page: after which it begins, or before which it ends. */
export interface Cursors {
    readonly after: string | null;
    readonly before: string | null;
}

/** The parameters of an address for the cursors of the next page and of the previous one. */
type CursorNames = readonly [after: string, before: string];

const usual: CursorNames = ['after', 'before'];

/** The cursors in an address. */
export const cursorsIn = ({ searchParams }: URL, [after, before] = usual): Cursors => ({
    after: searchParams.get(after),
    before: searchParams.get(before),
});

/** The parameters of the first page. */
export const fromFirstPage = { after: '', before: '' };

interface Props {
    readonly info: PageInfo;
    readonly address: URL;
    readonly names?: CursorNames;
}

/** The pages beside the one that is shown. */
export const Pages = ({ info, address, names: [after, before] = usual }: Props) => {
    const { say } = useReading();
    const turn = (name: string, cursor: string | null) =>
        withParameters(address, { [after]: '', [before]: '', ...(name === '' ? {} : { [name]: cursor ?? '' }) }).href;
    return (
        <nav class="pages" aria-label={say(texts.pages)}>
            {info.hasPreviousPage ? (
                <>
                    <a href={turn('', null)}>{say(texts.first)}</a>{' '}
                    <a href={turn(before, info.startCursor)} rel="prev">
                        {say(texts.previous)}
                    </a>
                </>
            ) : null}
            {info.hasNextPage ? (
                <a href={turn(after, info.endCursor)} rel="next">
                    {say(texts.next)}
                </a>
            ) : null}
        </nav>
    );
};

interface ListProps<Item> {
    readonly items: readonly Item[];
    readonly size: number;
    /** Draws the items of a page, the first of which has a place in the list. */
    readonly children: (shown: readonly Item[], first: number) => ComponentChildren;
}

/** A list that is there as a whole, page by page. */
export const ListPages = <Item,>({ items, size, children }: ListProps<Item>) => {
    const { say, number } = useReading();
    const place = useRef<HTMLDivElement>(null);
    /** The page to which the reader has turned; null before that. */
    const [turned, setTurned] = useState<number | null>(null);
    const page = turned ?? 0;
    const first = page * size;
    const last = Math.min(first + size, items.length);
    const turn = (by: number) => setTurned(page + by);
    // When it is drawn: from a short page, there is no way to scroll to where a long one begins.
    useEffect(() => {
        if (turned !== null) {
            place.current?.scrollIntoView();
            place.current?.focus();
        }
    }, [turned]);
    return (
        <div ref={place} tabIndex={-1}>
            {children(items.slice(first, last), first)}
            {items.length <= size ? null : (
                <nav class="pages" aria-label={say(texts.pages)}>
                    <span role="status">{say(texts.shown(number(first + 1), number(last), number(items.length)))}</span>
                    <button type="button" disabled={first === 0} onClick={() => turn(-1)}>
                        {say(texts.previous)}
                    </button>
                    <button type="button" disabled={last === items.length} onClick={() => turn(1)}>
                        {say(texts.next)}
                    </button>
                </nav>
            )}
        </div>
    );
};
