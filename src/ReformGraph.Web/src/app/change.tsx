import { useReading } from './context';
import { text } from '../language';

const texts = {
    reason: text('Reason', '原因'),
    reasonHint: text('why this is recorded; kept in the history', '为何记录，将保留在历史中'),
    kind: text('Kind of change', '变更性质'),
    correction: text('correction of the record', '更正记录'),
    event: text('event in the world', '现实中的事件'),
    effectiveOn: text('Effective on', '生效日期'),
    evidence: text('Evidence', '依据'),
    evidenceHint: text('for example minutes 7/2026', '例如：会议纪要 2026 第 7 号'),
};

/** Why something is recorded. */
export interface Change {
    readonly reason: string;
    readonly kind: 'CORRECTION' | 'EVENT';
    readonly effectiveOn: string;
    readonly evidenceReference: string;
}

export const noChange: Change = { reason: '', kind: 'CORRECTION', effectiveOn: '', evidenceReference: '' };

/** A change as parameters of an import or of a report. */
export const parametersOf = ({ reason, kind, effectiveOn, evidenceReference }: Change) => ({
    reason,
    kind: kind.toLowerCase(),
    ...(effectiveOn === '' ? {} : { effectiveOn }),
    ...(evidenceReference.trim() === '' ? {} : { evidenceReference }),
});

interface Props {
    readonly change: Change;
    readonly onChange: (change: Change) => void;
    /** What is wrong with a field, in the words of the API. */
    readonly errorsOf?: (field: string) => readonly string[];
}

/** The fields of a change that are shown. */
export const shownOf = ({ kind }: Change): readonly string[] => [
    'reason',
    'kind',
    'evidence',
    ...(kind === 'EVENT' ? ['effectiveOn'] : []),
];

/** All that is wrong with a field, at the field. */
export const Wrong = ({ errors, id }: { readonly errors: readonly string[]; readonly id?: string }) =>
    errors.length === 0 ? null : (
        <small id={id} class="wrong">
            {errors.join(' ')}
        </small>
    );

/** The fields that say why something is recorded. */
export const ChangeFields = ({ change, onChange, errorsOf = () => [] }: Props) => {
    const { say } = useReading();
    const said = (field: string) => <Wrong errors={errorsOf(field)} />;
    return (
        <>
            <label class="grows">
                {say(texts.reason)}
                <input
                    value={change.reason}
                    placeholder={say(texts.reasonHint)}
                    required
                    onInput={(event) => onChange({ ...change, reason: event.currentTarget.value })}
                />
                {said('reason')}
            </label>
            <label>
                {say(texts.kind)}
                <select
                    value={change.kind}
                    onChange={(event) =>
                        onChange({
                            ...change,
                            kind: event.currentTarget.value as Change['kind'],
                            effectiveOn: event.currentTarget.value === 'EVENT' ? change.effectiveOn : '',
                        })
                    }
                >
                    <option value="CORRECTION">{say(texts.correction)}</option>
                    <option value="EVENT">{say(texts.event)}</option>
                </select>
                {said('kind')}
            </label>
            {change.kind === 'CORRECTION' ? null : (
                <label>
                    {say(texts.effectiveOn)}
                    <input
                        type="date"
                        value={change.effectiveOn}
                        onInput={(event) => onChange({ ...change, effectiveOn: event.currentTarget.value })}
                    />
                    {said('effectiveOn')}
                </label>
            )}
            <label>
                {say(texts.evidence)}
                <input
                    value={change.evidenceReference}
                    placeholder={say(texts.evidenceHint)}
                    onInput={(event) => onChange({ ...change, evidenceReference: event.currentTarget.value })}
                />
                {said('evidence')}
            </label>
        </>
    );
};
