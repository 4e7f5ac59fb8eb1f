import { utf8 } from '../app/hash';
import { joined, leafOf, type Bytes } from './merkle';

/** A value of a row, as a proof has it: with the type that says how it is hashed; of a change without a salt, a text or a whole number. */
interface ProvenValue {
    readonly name: string;
    readonly type?: string;
    readonly value?: string;
    readonly text?: string;
    readonly integer?: string;
}

/** What a change recorded of a row: a version, or without one its withdrawal. */
export interface ProvenRow {
    readonly entity: string;
    readonly id: number;
    readonly version: number | null;
    readonly values: readonly ProvenValue[];
}

/** The data about a change that are hashed. */
export interface ProvenChange {
    readonly sequence: number;
    readonly recordedAt: string;
    readonly actor: string;
    readonly kind: number;
    readonly reason: string;
    readonly effectiveOn: string | null;
    readonly evidenceReference: string | null;
    readonly evidenceSha256: string | null;
    readonly rowCount: number;
    readonly rowsRoot: string;
    readonly salt?: string;
}

/** A value with the byte of its type. */
type Part = readonly [kind: string, value: string | null];

const bytesOfKinds: Readonly<Record<string, string>> = {
    text: 't',
    integer: 'i',
    decimal: 'd',
    boolean: 'b',
    code: 'c',
    day: 'y',
    instant: 'z',
};

const kinds = ['SEED', 'CORRECTION', 'EVENT'];

const big = (length: number, value: bigint): Bytes => {
    const bytes = new Uint8Array(length);
    const view = new DataView(bytes.buffer);
    if (length === 8) {
        view.setBigInt64(0, value);
    } else {
        view.setUint32(0, Number(value));
    }

    return bytes;
};

const codeOf = (byte: string) => byte.charCodeAt(0);

/** A value in the form of records: its type, its length and its text. Without salts, whole numbers were 8 bytes. */
const encoded = ([kind, value]: Part, isSalted: boolean) => {
    if (value === null) {
        return joined([codeOf('n')]);
    }

    if (kind === 'i' && !isSalted) {
        return joined([codeOf('i')], big(8, BigInt(value)));
    }

    const text = utf8(value);
    return joined([codeOf(isSalted ? kind : 't')], big(4, BigInt(text.length)), text);
};

const hashed = (record: string, isSalted: boolean, parts: readonly Part[]) =>
    leafOf(joined(...([['t', `reformgraph/${record}/${isSalted ? 2 : 1}`], ...parts] as const).map((part) => encoded(part, isSalted))));

/** The leaf of a change in the log, as docs/history-proofs.md defines it. */
export const leafOfChange = (change: ProvenChange) => {
    const { salt, sequence, kind, rowCount } = change;
    const isSalted = salt !== undefined;
    return hashed('change', isSalted, [
        ...(isSalted ? [['t', salt] as const] : []),
        ['i', String(sequence)],
        ['z', change.recordedAt],
        ['t', change.actor],
        isSalted ? ['c', kinds[kind - 1] ?? String(kind)] : ['i', String(kind)],
        ['t', change.reason],
        ['y', change.effectiveOn],
        ['t', change.evidenceReference],
        ['t', change.evidenceSha256],
        ['i', String(rowCount)],
        ['t', change.rowsRoot],
    ]);
};

/** What a value says. */
export const textOf = ({ value, text, integer }: ProvenValue) => value ?? text ?? integer ?? '';

const partOf = (value: ProvenValue, isSalted: boolean): Part => [
    isSalted ? (bytesOfKinds[value.type ?? ''] ?? '?') : value.integer === undefined ? 't' : 'i',
    textOf(value),
];

/** The leaf of a row in its change, as docs/history-proofs.md defines it. */
export const leafOfRow = ({ entity, id, version, values }: ProvenRow, isSalted: boolean) =>
    hashed(version === null ? 'withdrawal' : 'version', isSalted, [
        ['t', entity],
        ['i', String(id)],
        ...(version === null ? [] : [['i', String(version)] as const]),
        ...values.flatMap((value): readonly Part[] => [['t', value.name], partOf(value, isSalted)]),
    ]);
