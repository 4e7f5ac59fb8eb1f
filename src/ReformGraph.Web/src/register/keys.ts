import type { Where } from '../app/address';
import { text, unknown, type Language, type Text } from '../language';
import { labelOf, type Column } from './catalog';
import { addTo, isObject, nest, valueAt, type Condition, type Row, type Value } from './conditions';

/** The periods of dates by which rows can be grouped, as the API calls them. */
export const periods = {
    YEAR: text('year', '年'),
    HALF: text('half-year', '半年'),
    QUARTER: text('quarter', '季度'),
    MONTH: text('month', '月'),
    WEEK: text('week', '周'),
    DAY: text('day', '日'),
} as const satisfies Readonly<Record<string, Text>>;

export type Period = keyof typeof periods;

/** What rows are grouped by: a field, and the period to which its date is truncated. */
export interface Key {
    readonly path: string;
    readonly period: Period | null;
    /** Its name, if two keys are of one field. */
    readonly as: string | undefined;
    readonly column: Column;
}

/** The keys in the argument `by` of groups: their paths and periods; null for anything else, such as ranges. */
export const keysIn = (by: unknown): readonly Pick<Key, 'path' | 'period'>[] | null => {
    const keys = [by ?? []].flat().map((given) => {
        let [inner, path]: [unknown, string] = [given, ''];
        while (isObject(inner) && Object.keys(inner).length === 1 && !Object.hasOwn(inner, 'truncate')) {
            const [name, value] = Object.entries(inner)[0]!;
            [inner, path] = [value, path === '' ? name : `${path}.${name}`];
        }

        if (!isObject(inner) || path === '' || Object.keys(inner).some((name) => name !== 'truncate')) {
            return null;
        }

        const period = inner['truncate'] ?? null;
        return period === null || Object.hasOwn(periods, String(period)) ? { path, period: period as Period | null } : null;
    });
    return keys.every((key) => key !== null) ? keys : null;
};

/** A key as an object of the argument `by`. */
export const inputOf = ({ path, period, as }: Pick<Key, 'path' | 'period'> & Partial<Pick<Key, 'as'>>) =>
    nest(path, { ...(period === null ? {} : { truncate: period }), ...(as === undefined ? {} : { as }) });

// The day to which an instant is truncated is a field beside that of the instant.
const fieldOf = ({ path, period, column }: Key) => (column.type === 'datetime' && period !== null ? `${path}Period` : path);

/** The field of a key in a group's `key`, as it is selected. */
export const selectedAs = (key: Key) =>
    key.as === undefined ? fieldOf(key) : fieldOf(key).replace(/[^.]+$/, (name) => `${key.as}: ${name}(as: "${key.as}")`);

/** The order by a key. */
export const orderByKey = (key: Key, direction: 'ASC' | 'DESC') =>
    key.as === undefined ? { key: nest(fieldOf(key), direction) } : { named: { as: key.as, direction } };

/** The value of a key in a group's `key`. */
export const keyValue = (key: Key, group: Row): Value =>
    valueAt(group, key.as === undefined ? fieldOf(key) : key.path.replace(/[^.]+$/, key.as)) as Value;

const months: Readonly<Record<Period, number>> = { YEAR: 12, HALF: 6, QUARTER: 3, MONTH: 1, WEEK: 0, DAY: 0 };

/** The first day after a period that begins on a day; null after the last year that the API knows. */
export const nextOf = (day: string, period: Period) => {
    const date = new Date(`${day}T00:00:00Z`);
    date.setUTCMonth(date.getUTCMonth() + months[period]);
    date.setUTCDate(date.getUTCDate() + (period === 'WEEK' ? 7 : period === 'DAY' ? 1 : 0));
    return date.getUTCFullYear() > 9999 ? null : date.toISOString().slice(0, 10);
};

const conditionsOn = ({ path, period, column }: Key, value: Value): readonly Condition[] => {
    if (period === null || value === null) {
        return [{ path, operator: 'eq', value }];
    }

    const bound = (day: string) => (column.type === 'datetime' ? `${day}T00:00:00Z` : day);
    const next = nextOf(String(value), period);
    return [
        { path, operator: 'gte', value: bound(String(value)) },
        ...(next === null ? [] : [{ path, operator: 'lt', value: bound(next) }]),
    ];
};

/** The rows of a group: those of the whole list that have its keys. */
export const rowsOfGroup = (where: Where, keys: readonly Key[], group: Row): Where => {
    const conditions = keys.flatMap((key) => conditionsOn(key, keyValue(key, group)));
    const isFree = conditions.every(({ path, operator, value }) => {
        const given = valueAt(where, `${path}.${operator}`);
        return given === undefined || given === null || given === value;
    });
    const alone = conditions.reduce<Where>(addTo, {});
    return isFree ? conditions.reduce<Where>(addTo, where) : { and: [where, alone] };
};

const dateIn = (language: Language, options: Intl.DateTimeFormatOptions, day: string) =>
    new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

const sayPeriod = (day: string, period: Period, language: Language): string => {
    const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
    const [half, quarter] = [month < 7 ? 1 : 2, Math.ceil(month / 3)];
    const said: Readonly<Record<Period, Text>> = {
        YEAR: text(`${year}`, `${year}年`),
        HALF: text(`${year} H${half}`, `${year}年${half === 1 ? '上' : '下'}半年`),
        QUARTER: text(`${year} Q${quarter}`, `${year}年第${quarter}季度`),
        MONTH: text(dateIn('en', { month: 'short', year: 'numeric' }, day), `${year}年${month}月`),
        WEEK: text(`week of ${day}`, `${day}起的一周`),
        DAY: text(day, day),
    };
    return said[period][language];
};

/** A key as a reader says it. */
export const sayKey = ({ column, period }: Key, value: Value, language: Language) =>
    value === null
        ? unknown[language]
        : period !== null
          ? sayPeriod(String(value), period, language)
          : (labelOf(column, value)?.[language] ?? String(value));

/** The name of a key: its column, and its period. The days of instants are those of UTC. */
export const titleOf = ({ column, period }: Pick<Key, 'column' | 'period'>, language: Language) =>
    period === null
        ? column.title[language]
        : `${column.title[language]}${language === 'zh' ? `（${periods[period].zh}）` : ` (${periods[period].en})`}`;
