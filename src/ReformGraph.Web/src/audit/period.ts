import type { ChangeFilterInput } from '../operations';

/** An instant in an address: the number of a change, or a time. */
export const isSequence = (instant: string) => /^\d{1,15}$/.test(instant);

/** An instant as an argument of the API. */
export const instantInput = (instant: string) => (isSequence(instant) ? { sequence: Number(instant) } : { at: instant });

/** What is chosen of the changes. */
export interface Chosen {
    readonly from: string;
    readonly to: string;
    readonly actor: string;
    readonly entity: string;
}

/** What an address chooses. */
export const chosenIn = ({ searchParams }: URL): Chosen => {
    const given = (name: string) => searchParams.get(name)?.trim() ?? '';
    return { from: given('from'), to: given('to'), actor: given('actor'), entity: given('entity') };
};

const limit = (instant: string, operator: 'gt' | 'lte'): readonly ChangeFilterInput[] =>
    instant === '' ? [] : [isSequence(instant) ? { sequence: { [operator]: Number(instant) } } : { recordedAt: { [operator]: instant } }];

/** The changes after the first instant, up to the second, by an actor, and of rows of a type. */
export const conditionOf = ({ from, to, actor, entity }: Chosen): ChangeFilterInput => ({
    and: [
        ...limit(from, 'gt'),
        ...limit(to, 'lte'),
        ...(actor === '' ? [] : [{ actor: { eq: actor } }]),
        ...(entity === '' ? [] : [{ rows: { some: { entity: { eq: entity } } } }]),
    ],
});
