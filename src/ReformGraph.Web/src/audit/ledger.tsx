import { useState } from 'preact/hooks';
import type { ApiError } from '../api';
import { useReading } from '../app/context';
import { useRead, useRefusal } from '../app/data';
import { Facts, Hash } from '../app/facts';
import { hand } from '../app/file';
import { canHash, hexOf } from '../app/hash';
import { instantIn } from '../app/numbers';
import { ErrorList } from '../app/panel';
import { text } from '../language';
import { checkpointIn, compare, readCheckpoint, type Checkpoint, type Finding } from './checkpoint';

const texts = {
    checkpoint: text('The checkpoint of the log', '日志检查点'),
    explanation: text(
        'It stands for everything that was ever recorded. Keep it where the operator of the server cannot change it. ' +
            'When you give it back, your browser computes whether anything from before has been rewritten.',
        '它代表迄今记录的一切。请将其保存在服务器管理者无法改动之处，' + '日后再次打开时，浏览器会自行计算此前的记录是否被改写。',
    ),
    log: text('Log', '日志'),
    size: text('Changes', '变更数'),
    root: text('Root', '根'),
    time: text('Made', '生成时间'),
    keep: text('Keep the checkpoint', '保存检查点'),
    compare: text('Compare with a kept checkpoint', '与保存的检查点比较'),
    noCheckpoint: text('This file is not a checkpoint.', '该文件不是检查点。'),
    insecure: text(
        'Your browser computes hashes only with HTTPS, or on the machine of the server itself. Nothing can be verified here.',
        '浏览器仅在 HTTPS 或服务器本机上计算校验值，此处无法核验。',
    ),
    signature: text(
        'The signature is not verified here: the command audit check-proof does it, with the key of the server.',
        '此处不核验签名；可用命令 audit check-proof 及服务器公钥核验。',
    ),
};

/** The checkpoint of the server, read again with the rest of the page. */
export const useCheckpoint = () => useRead('checkpoint', async () => ({ data: await readCheckpoint() }));

interface Props {
    readonly checkpoint: Checkpoint;
    readonly finding: Finding | null;
    readonly onFinding: (finding: Finding | null) => void;
}

/** The checkpoint, to be kept and to be compared with one that was kept. */
export const Ledger = ({ checkpoint, finding, onFinding }: Props) => {
    const { say, number, language } = useReading();
    const refuse = useRefusal();
    const [errors, setErrors] = useState<readonly ApiError[]>([]);
    const give = async (file: File | undefined) => {
        onFinding(null);
        setErrors([]);
        if (file !== undefined) {
            try {
                const kept = checkpointIn(await file.text());
                onFinding(kept === null ? { isRight: false, said: texts.noCheckpoint } : await compare(kept, checkpoint));
            } catch (failure) {
                setErrors(refuse(failure));
            }
        }
    };
    return (
        <section class="panel wide ledger">
            <h2>{say(texts.checkpoint)}</h2>
            <Facts
                facts={[
                    [texts.log, <Hash of={checkpoint.origin} />],
                    [texts.size, number(checkpoint.size)],
                    [texts.root, <Hash of={hexOf(checkpoint.root)} />],
                    [texts.time, <time dateTime={checkpoint.time}>{instantIn(checkpoint.time, language)}</time>],
                ]}
            />
            <div class="keeping">
                <p class="quiet">{say(texts.explanation)}</p>
                {canHash() ? null : <p class="errors">{say(texts.insecure)}</p>}
                <p>
                    <button
                        type="button"
                        onClick={() => hand(new Blob([checkpoint.note], { type: 'text/plain' }), `checkpoint-${checkpoint.size}.txt`)}
                    >
                        {say(texts.keep)}
                    </button>
                </p>
                <p>
                    <label>
                        {say(texts.compare)}{' '}
                        <input type="file" disabled={!canHash()} onChange={(event) => void give(event.currentTarget.files?.[0])} />
                    </label>
                </p>
            </div>
            {finding === null ? null : (
                <p role="alert" class={finding.isRight ? 'right' : 'wrong'}>
                    {finding.isRight ? '✓' : '✗'} {say(finding.said)}
                </p>
            )}
            <ErrorList errors={errors} />
            <p class="quiet">{say(texts.signature)}</p>
        </section>
    );
};
