import type { Series } from '../app/drawing';
import type { Language } from '../language';
import { isSame, type Group, type Grouped, type Grouping } from './grouping';
import { keyValue, nextOf, sayKey, type Key } from './keys';
import { count, measuredBy, type Measure } from './measures';

const mostBars = 20;
const mostPeriods = 400;
const mostSeries = 12;

// A period without rows has no group; on the axis of time it has its place.
const periodsOf = (key: Key, groups: readonly Group[]) => {
    const days = groups.map((group) => keyValue(key, group.key)).filter((day) => day !== null);
    const [first, last] = [days.map(String).sort()[0], days.map(String).sort().at(-1)];
    const all: string[] = [];
    for (
        let day: string | null = first ?? null;
        day !== null && day <= last! && all.length <= mostPeriods;
        day = nextOf(day, key.period!)
    ) {
        all.push(day);
    }

    return all.length > mostPeriods ? [...new Set(days.map(String))].sort() : all;
};

// Numbers in several units have no common axis.
const differInUnit = (measure: Measure, groups: readonly Group[]) =>
    new Set(groups.map(({ aggregate }) => measuredBy(measure, aggregate)).flatMap(({ value, unit }) => (value === null ? [] : [unit])))
        .size > 1;

const valueOf = (measure: Measure, group: Group | undefined) =>
    group === undefined ? (measure.path === count.path ? 0 : null) : measuredBy(measure, group.aggregate).value;

/** The groups as series, without any number if their units differ: a date is the axis of time, and of two other keys the first is.
 * `isPart` says whether some are left out, as there are too many of them to be told apart. */
export const seriesOf = (
    { keys, shown }: Grouping,
    { groups, outer, across }: NonNullable<Grouped['rows']>,
    language: Language,
): Series & { readonly isPart: boolean } => {
    const nodes = differInUnit(shown, groups.nodes ?? []) ? [] : (groups.nodes ?? []);
    const dated = keys.find(({ period }) => period !== null);
    const main = dated ?? keys[0]!;
    const other = keys.find((key) => key !== main);
    const distinct = (key: Key, known: readonly Group[] | null | undefined) =>
        known ?? nodes.filter((group, index) => nodes.findIndex((one) => isSame([key], one, group)) === index);
    const alone = (key: Key) => distinct(key, keys.length === 1 ? nodes : key === keys[0] ? outer?.nodes : across?.nodes);
    const values =
        dated === undefined
            ? alone(main)
                  .slice(0, mostBars)
                  .map((group) => keyValue(main, group.key))
            : periodsOf(main, nodes);
    const others = other === undefined ? [] : alone(other);
    const find = (value: unknown, of: Group | null) =>
        nodes.find((group) => keyValue(main, group.key) === value && (of === null || isSame([other!], group, of)));
    const line = (of: Group | null) => values.map((value) => valueOf(shown, find(value, of)));
    return {
        categories: values.map((value) => sayKey(main, value, language)),
        series:
            other === undefined
                ? [{ name: '', values: line(null) }]
                : others
                      .slice(0, mostSeries)
                      .map((group) => ({ name: sayKey(other, keyValue(other, group.key), language), values: line(group) })),
        isOverTime: dated !== undefined,
        isStacked: shown.path === count.path || shown.path.startsWith('sum.'),
        isPart:
            others.length > mostSeries ||
            (dated === undefined ? alone(main).length > mostBars : nodes.some((group) => keyValue(main, group.key) === null)) ||
            [groups, outer, across].some((page) => page?.pageInfo.hasNextPage || page?.pageInfo.hasPreviousPage),
    };
};
