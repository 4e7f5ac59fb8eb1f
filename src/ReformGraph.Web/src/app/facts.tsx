import type { ComponentChildren } from 'preact';
import type { Text } from '../language';
import { useReading } from './context';

/** What is known of something, by what it is; a fact without a value is left out. */
export const Facts = ({
    facts,
    kind = 'facts',
}: {
    readonly facts: readonly (readonly [Text, ComponentChildren])[];
    readonly kind?: string;
}) => {
    const { say } = useReading();
    return (
        <dl class={kind}>
            {facts
                .filter(([, value]) => value !== null && value !== undefined && value !== '')
                .map(([name, value]) => (
                    <div key={name.en}>
                        <dt>{say(name)}</dt>
                        <dd>{value}</dd>
                    </div>
                ))}
        </dl>
    );
};

/** A hash, or anything else that is compared sign by sign; nothing for none. */
export const Hash = ({ of }: { readonly of: string | null | undefined }) => (of == null ? null : <code class="hash">{of}</code>);
