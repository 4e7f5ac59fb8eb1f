import { get, Refusal } from '../api';
import { text, type Text } from '../language';
import { provesConsistency, type Bytes, type Tree } from './merkle';

/** A checkpoint of the log of changes: https://c2sp.org/tlog-checkpoint. */
export interface Checkpoint extends Tree {
    /** All of it, as it was signed. */
    readonly note: string;
    /** The name of the log. */
    readonly origin: string;
    readonly time: string;
}

/** A proof of consistency, as the server has it. */
interface ConsistencyProof {
    readonly path: readonly string[];
}

/** What a comparison has found. */
export interface Finding {
    readonly isRight: boolean;
    readonly said: Text;
}

/** Bytes, by their hexadecimal digits. */
export const bytesOf = (digits: string): Bytes =>
    new Uint8Array(/^([0-9a-f]{2})*$/i.test(digits) ? (digits.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)) : []);

/** The checkpoint in a file; null if it contains none. */
export const checkpointIn = (note: string): Checkpoint | null => {
    const lines = note.replaceAll('\r', '').split('\n');
    const [origin = '', size = '', root = '', time = ''] = lines;
    if (!/^[1-9]\d{0,14}$/.test(size) || !/^[A-Za-z0-9+/]{43}=$/.test(root) || origin === '') {
        return null;
    }

    const bytes = Uint8Array.from(atob(root), (letter) => letter.charCodeAt(0));
    return { note, origin, size: Number(size), root: bytes, time: /^time (.+)$/.exec(time)?.[1] ?? '' };
};

/** The checkpoint of the server's log as it is now. */
export const readCheckpoint = async () => {
    const found = checkpointIn(await (await get('checkpoint')).text());
    if (found === null) {
        throw new Refusal([{ message: 'The server’s checkpoint cannot be read.' }]);
    }

    return found;
};

const wrong = (said: Text): Finding => ({ isRight: false, said });

/** A number of changes, in words. */
export const changes = (size: number) => text(size === 1 ? '1 change' : `${size} changes`, `${size} 项变更`);

/** Whether the log of a checkpoint is the beginning of that of a later one. The server gives the path; the roots are those of the
 * checkpoints, and the hashes are computed here. */
export const compare = async (kept: Checkpoint, now: Checkpoint): Promise<Finding> => {
    const [before, after] = [changes(kept.size), changes(now.size)];
    if (kept.origin !== now.origin) {
        return wrong(
            text(
                `The kept checkpoint belongs to another log: ${kept.origin}. This server has ${now.origin}.`,
                `保存的检查点属于另一日志（${kept.origin}），本服务器的日志为 ${now.origin}。`,
            ),
        );
    }

    if (kept.size > now.size) {
        return wrong(
            text(
                `The log was truncated: it had ${before.en}, and now has ${after.en}.`,
                `日志被截断：原有${before.zh}，现仅有${after.zh}。`,
            ),
        );
    }

    const proof: ConsistencyProof =
        kept.size === now.size ? { path: [] } : await (await get(`proofs/consistency?from=${kept.size}&to=${now.size}`)).json();
    const isProved = async () => provesConsistency(proof.path.map(bytesOf), kept, now);
    return (await isProved().catch(() => false)) // a proof that cannot be read proves nothing
        ? {
              isRight: true,
              said: text(
                  `Proved: the ${before.en} of the kept checkpoint are the first of the ${after.en} of the log. ` +
                      'None was altered, removed or inserted.',
                  `已证明：所存检查点的${before.zh}即为现有${after.zh}的开头部分，未被篡改、删除或插入。`,
              ),
          }
        : wrong(
              text(
                  `NOT PROVED: the log does not begin with the ${before.en} of the kept checkpoint. ` +
                      'What was recorded has been rewritten, or the kept checkpoint was altered.',
                  `未能证明：现有日志的开头与所存检查点的${before.zh}不符。` + '记录已被改写，或所存检查点被改动。',
              ),
          );
};
