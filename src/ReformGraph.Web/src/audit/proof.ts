import { get } from '../api';
import { bytesOf, type Checkpoint } from './checkpoint';
import { provesInclusion } from './merkle';
import { leafOfChange, leafOfRow, type ProvenChange, type ProvenRow } from './record';

/** A row whose version is to be proved; without a version, its withdrawal. */
export interface Subject {
    readonly entity: string;
    readonly id: string;
    readonly version: number | null;
}

/** A proof that a change in the log recorded a version of a row, as the server gives it. */
interface InclusionProof {
    readonly row: ProvenRow;
    readonly rowIndex: number;
    readonly rowPath: readonly string[];
    readonly change: ProvenChange;
    readonly path: readonly string[];
}

/** What a proof says, and whether it holds. */
export interface Proven {
    readonly holds: boolean;
    readonly row: ProvenRow;
    readonly change: ProvenChange;
}

const isAbout = ({ row }: InclusionProof, { entity, id, version }: Subject) =>
    row.entity === entity && String(row.id) === id && row.version === version;

const holds = async (proof: InclusionProof, subject: Subject, { size, root }: Checkpoint) => {
    const { row, rowIndex, rowPath, change, path } = proof;
    const [ofRow, ofChange] = await Promise.all([leafOfRow(row, change.salt !== undefined), leafOfChange(change)]);
    return (
        isAbout(proof, subject) &&
        (await provesInclusion(rowPath.map(bytesOf), ofRow, rowIndex, change.rowCount, bytesOf(change.rowsRoot))) &&
        (await provesInclusion(path.map(bytesOf), ofChange, change.sequence - 1, size, root))
    );
};

/** Asks for the proof of a row, and computes whether it leads to the root of a checkpoint. One that cannot be read proves nothing. */
export const prove = async (subject: Subject, checkpoint: Checkpoint): Promise<Proven> => {
    const { entity, id, version } = subject;
    const parameters = new URLSearchParams({
        entity,
        id,
        size: String(checkpoint.size),
        ...(version === null ? {} : { version: String(version) }),
    });
    const proof = (await (await get(`proofs/inclusion?${parameters}`)).json()) as InclusionProof;
    return { holds: await holds(proof, subject, checkpoint).catch(() => false), row: proof.row, change: proof.change };
};
