import { sha256 } from '../app/hash';

/** Bytes that can be hashed. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes, one after the other. */
export const joined = (...parts: readonly (Uint8Array | readonly number[])[]): Bytes => {
    const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    parts.forEach((part) => {
        all.set(part, at);
        at += part.length;
    });
    return all;
};

/** Whether two hashes are the same. */
const areEqual = (one: Bytes, other: Bytes) => one.length === other.length && one.every((byte, index) => byte === other[index]);

/** The hash of a leaf, by the record in it. */
export const leafOf = (record: Bytes) => sha256(joined([0], record));

const nodeOf = (left: Bytes, right: Bytes) => sha256(joined([1], left, right));

/** A position on the way from a leaf to the root, and that of the last leaf; sizes may exceed 32 bits. */
class Way {
    constructor(
        private at: number,
        private last: number,
    ) {}

    get isAtRoot() {
        return this.last === 0;
    }

    /** Whether the next hash of a path stands to the left. */
    get isRight() {
        return this.at % 2 === 1 || this.at === this.last;
    }

    up() {
        this.at = Math.floor(this.at / 2);
        this.last = Math.floor(this.last / 2);
    }

    /** Goes up to where a node has a sibling to the left. */
    skip() {
        while (this.at % 2 === 0 && this.at !== 0) {
            this.up();
        }
    }

    /** Goes up as long as a node is a right child: from there on, a tree of this size is a complete one. */
    skipComplete() {
        while (this.at % 2 === 1) {
            this.up();
        }
    }
}

/** Whether a path leads from a leaf to the root of a tree (RFC 9162, section 2.1.3.2). */
export const provesInclusion = async (path: readonly Bytes[], leaf: Bytes, index: number, size: number, root: Bytes) => {
    if (!(index >= 0 && index < size)) {
        return false;
    }

    const way = new Way(index, size - 1);
    let hash = leaf;
    for (const sibling of path) {
        if (way.isAtRoot) {
            return false;
        }

        if (way.isRight) {
            hash = await nodeOf(sibling, hash);
            way.skip();
        } else {
            hash = await nodeOf(hash, sibling);
        }

        way.up();
    }

    return way.isAtRoot && areEqual(hash, root);
};

/** A tree: how many leaves it has, and its root. */
export interface Tree {
    readonly size: number;
    readonly root: Bytes;
}

/** Whether a path shows that a tree begins with an earlier one (RFC 9162, section 2.1.4.2). */
export const provesConsistency = async (path: readonly Bytes[], first: Tree, second: Tree) => {
    if (first.size === second.size) {
        return path.length === 0 && areEqual(first.root, second.root);
    }

    if (!(first.size > 0 && first.size < second.size)) {
        return false;
    }

    const isComplete = Number.isInteger(Math.log2(first.size));
    const [start, ...rest] = isComplete ? [first.root, ...path] : path;
    if (start === undefined || path.length === 0) {
        return false;
    }

    const way = new Way(first.size - 1, second.size - 1);
    way.skipComplete();
    let [before, after] = [start, start];
    for (const sibling of rest) {
        if (way.isAtRoot) {
            return false;
        }

        if (way.isRight) {
            before = await nodeOf(sibling, before);
            after = await nodeOf(sibling, after);
            way.skip();
        } else {
            after = await nodeOf(after, sibling);
        }

        way.up();
    }

    return way.isAtRoot && areEqual(before, first.root) && areEqual(after, second.root);
};
