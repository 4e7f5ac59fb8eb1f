import { useState } from 'preact/hooks';
import type { ApiError } from '../api';
import { useReading } from '../app/context';
import { useRefusal } from '../app/data';
import { canHash } from '../app/hash';
import { instantIn } from '../app/numbers';
import { ErrorList } from '../app/panel';
import { text } from '../language';
import type { Checkpoint } from './checkpoint';
import { prove, type Proven, type Subject } from './proof';
import { textOf } from './record';

const texts = {
    prove: text('Prove', '证明'),
    proved: text(
        'Proved by your browser: the log contains this version, recorded by change',
        '经浏览器证明：日志含有该版本，由下列变更记录：',
    ),
    notProved: text(
        'NOT PROVED: the proof does not lead to the root of the checkpoint. The row or its change is not what was recorded.',
        '未能证明：证明路径不通向检查点的根。该行或其变更与所记录的不符。',
    ),
    withdrawn: text('withdrawn', '已撤销'),
};

/** A button that proves a version of a row, and what the proof says. */
export const ProofOf = ({ subject, checkpoint }: { readonly subject: Subject; readonly checkpoint: Checkpoint }) => {
    const { say, language } = useReading();
    const [proven, setProven] = useState<Proven | null>(null);
    const [errors, setErrors] = useState<readonly ApiError[]>([]);
    const refuse = useRefusal();
    const ask = () =>
        prove(subject, checkpoint).then(
            (found) => {
                setProven(found);
                setErrors([]);
            },
            (failure: unknown) => setErrors(refuse(failure)),
        );
    return (
        <div class="proof">
            {proven === null ? (
                <button type="button" disabled={!canHash()} onClick={() => void ask()}>
                    {say(texts.prove)}
                </button>
            ) : proven.holds ? (
                <div role="status" class="proved">
                    <p>
                        ✓ {say(texts.proved)} {proven.change.sequence} ({instantIn(proven.change.recordedAt, language)},{' '}
                        {proven.change.actor}: {proven.change.reason})
                    </p>
                    <p>
                        <code class="hash">
                            {proven.row.version === null
                                ? say(texts.withdrawn)
                                : proven.row.values.map((value) => `${value.name}=${textOf(value)}`).join(', ')}
                        </code>
                    </p>
                </div>
            ) : (
                <p role="alert" class="errors">
                    ✗ {say(texts.notProved)}
                </p>
            )}
            <ErrorList errors={errors} />
        </div>
    );
};
