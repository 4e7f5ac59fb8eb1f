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

/** Asks for the proof of a row, and computes whether it leads to the root of a checkpoint. */
export const prove = async (subject: Subject, checkpoint: Checkpoint): Promise<Proven> => {
    const { entity, id, version } = subject;
    const parameters = new URLSearchParams({
        entity,
        id,
        size: String(checkpoint.size),
        ...(version === null ? {} : { version: String(version) }),
    });
    const proof = (await (await get(`proofs/inclusion?${parameters}`)).json()) as InclusionProof;
    const { row, change } = proof;
    const leaf = await leafOfRow(row, change.salt !== undefined);
    const holds =
        isAbout(proof, subject) &&
        (await provesInclusion(proof.rowPath.map(bytesOf), leaf, proof.rowIndex, change.rowCount, bytesOf(change.rowsRoot))) &&
        (await provesInclusion(proof.path.map(bytesOf), await leafOfChange(change), change.sequence - 1, checkpoint.size, checkpoint.root));
    return { holds, row, change };
};
