import { useReading } from '../app/context';
import { queryOf, useAnswer } from '../app/data';
import { ErrorList, ShowQuery } from '../app/panel';
import { text } from '../language';
import { ChangedEntitiesDocument, type ChangedEntitiesQuery } from '../operations';
import type { Checkpoint } from './checkpoint';
import { DifferencesOf } from './differences';
import type { Entity } from './entities';
import { instantInput } from './period';

const texts = {
    change: text('What change', '变更'),
    did: text('did', '的内容'),
    compared: text('What differs between the two instants', '两个时点之间的差异'),
    from: text('from', '从'),
    to: text('to', '至'),
    now: text('now', '现在'),
    none: text('Nothing differs.', '无差异。'),
    reading: text('Reading …', '读取中……'),
};

interface Props {
    readonly entities: readonly Entity[];
    readonly checkpoint: Checkpoint | null;
    readonly most?: number;
}

/** What a change did: the differences between the state before it and the state after it. */
export const OneChange = ({ entities, sequence, ...rest }: Props & { readonly sequence: number }) => {
    const { say } = useReading();
    const query = queryOf(ChangedEntitiesDocument, { sequence });
    const { data, errors, isReading } = useAnswer<ChangedEntitiesQuery>(query);
    const changed = data?.changedRows?.groups?.nodes?.map(({ key }) => key.entity) ?? [];
    return (
        <section class="compared" aria-busy={isReading}>
            <h2>
                {say(texts.change)} {sequence} {say(texts.did)}
            </h2>
            <ErrorList errors={errors} />
            {entities
                .filter(({ name }) => changed.includes(name))
                .map((entity) => (
                    <DifferencesOf key={entity.name} entity={entity} from={String(sequence - 1)} to={String(sequence)} {...rest} />
                ))}
            <ShowQuery query={query} />
        </section>
    );
};

type Totals = Readonly<Record<string, { readonly totalCount: number } | null>>;

const totalsQuery = (entities: readonly Entity[], from: string, to: string) => ({
    query: [
        'query ($from: AsOfInput!, $to: AsOfInput) {',
        ...entities.map(({ field }) => `  ${field}(from: $from, to: $to, first: 0) { totalCount }`),
        '}',
    ].join('\n'),
    variables: { from: instantInput(from), to: to === '' ? null : instantInput(to) },
});

/** What differs between two instants: how many rows of each type, and these rows. */
export const TwoInstants = ({ entities, from, to, ...rest }: Props & { readonly from: string; readonly to: string }) => {
    const { say, asOf } = useReading();
    const query = totalsQuery(entities, from, to);
    const { data, errors, isReading } = useAnswer<Totals>(query);
    const differing = entities.filter(({ field }) => (data?.[field]?.totalCount ?? 0) > 0);
    return (
        <section class="compared" aria-busy={isReading}>
            <h2>{say(texts.compared)}</h2>
            <p class="quiet">
                {say(texts.from)} {from} {say(texts.to)} {to || asOf || say(texts.now)}
            </p>
            <ErrorList errors={errors} />
            {data === null ? (
                errors.length > 0 ? null : (
                    <p class="quiet">{say(texts.reading)}</p>
                )
            ) : differing.length === 0 ? (
                <p>{say(texts.none)}</p>
            ) : (
                differing.map((entity) => <DifferencesOf key={entity.name} entity={entity} from={from} to={to} {...rest} />)
            )}
            <ShowQuery query={query} />
        </section>
    );
};
