/** A passage of a text: where it starts and how long it is, in Unicode characters. */
interface Passage {
    readonly start: number;
    readonly length: number;
}

/** A part of a line in which the same passages hold. */
export interface Piece<Held> {
    readonly text: string;
    /** The passages that hold it, from the innermost; empty for what is between passages. */
    readonly passages: readonly Held[];
    /** Whether it is the first piece of which its innermost passage is the innermost. */
    readonly isFirst: boolean;
}

/** A line of a text. */
export interface Line<Held> {
    /** Counted from 1. */
    readonly number: number;
    readonly pieces: readonly Piece<Held>[];
}

/** The pieces of a line, which starts at a place of the text. Passages may be in one another and may overlap. */
const piecesOf = <Held extends Passage>(characters: readonly string[], from: number, passages: readonly Held[]): readonly Piece<Held>[] => {
    const to = from + characters.length;
    const endOf = ({ start, length }: Passage) => Math.min(start + length, to);
    const bounds = [...new Set([from, to, ...passages.flatMap((passage) => [passage.start, endOf(passage)])])].sort((a, b) => a - b);
    const seen = new Set<Held>();
    let next = 0;
    let open: readonly Held[] = [];
    return bounds.slice(0, -1).map((start, index) => {
        open = open.filter((passage) => endOf(passage) > start);
        while (next < passages.length && passages[next]!.start <= start) {
            open = [...open, passages[next]!].sort((a, b) => a.length - b.length);
            next += 1;
        }

        const isFirst = open[0] !== undefined && !seen.has(open[0]);
        open.slice(0, 1).forEach((passage) => seen.add(passage));
        return { text: characters.slice(start - from, bounds[index + 1]! - from).join(''), passages: open, isFirst };
    });
};

/** The lines of a text, with the passages in them. A passage is within a line, as every sentence is. */
export const linesOf = <Held extends Passage>(text: string, passages: readonly Held[]): readonly Line<Held>[] => {
    const sorted = passages.toSorted((a, b) => a.start - b.start);
    let from = 0;
    let next = 0;
    return text.split('\n').map((line, index) => {
        const characters = [...line];
        const first = next;
        const end = from + characters.length;
        while (next < sorted.length && sorted[next]!.start < end) {
            next += 1;
        }

        const pieces = piecesOf(characters, from, sorted.slice(first, next));
        from = end + 1;
        return { number: index + 1, pieces };
    });
};
