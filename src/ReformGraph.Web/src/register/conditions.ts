import type { Where } from '../app/address';
import { text, type Text } from '../language';
import type { Column } from './catalog';

/** The operators of the builder: what they are called, and how OData writes them. */
export const operators: Readonly<Record<string, { readonly title: Text; readonly inOData: (path: string, value: string) => string }>> = {
    eq: { title: text('is', '等于'), inOData: (path, value) => `${path} eq ${value}` },
    neq: { title: text('is not', '不等于'), inOData: (path, value) => `${path} ne ${value}` },
    contains: { title: text('contains', '包含'), inOData: (path, value) => `contains(${path},${value})` },
    startsWith: { title: text('begins with', '开头是'), inOData: (path, value) => `startswith(${path},${value})` },
    endsWith: { title: text('ends with', '结尾是'), inOData: (path, value) => `endswith(${path},${value})` },
    gt: { title: text('is more than', '大于'), inOData: (path, value) => `${path} gt ${value}` },
    gte: { title: text('is at least', '不小于'), inOData: (path, value) => `${path} ge ${value}` },
    lt: { title: text('is less than', '小于'), inOData: (path, value) => `${path} lt ${value}` },
    lte: { title: text('is at most', '不大于'), inOData: (path, value) => `${path} le ${value}` },
};

const ordered = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte'];

/** The operators that a column has. */
export const operatorsOf = ({ name, type, values }: Column) =>
    values.length > 0 || type === 'boolean' || /(^|\.)id$/.test(name)
        ? ['eq', 'neq']
        : type === 'string'
          ? ['eq', 'neq', 'contains', 'startsWith', 'endsWith']
          : ordered;

/** A value of a condition; null for what is not known. */
export type Value = string | number | boolean | null;

/** One condition on a column. */
export interface Condition {
    readonly path: string;
    readonly operator: string;
    readonly value: Value;
}

const isObject = (value: unknown): value is Where => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The conditions that all must hold; null for a condition that has other parts, which is shown as it is. */
export const conditionsOf = (where: Where, path = ''): readonly Condition[] | null => {
    const found = Object.entries(where).map(([name, value]) => {
        const inner = path === '' ? name : `${path}.${name}`;
        return path !== '' && name in operators && !isObject(value)
            ? Array.isArray(value)
                ? null
                : [{ path, operator: name, value: value as Value }]
            : isObject(value) && name !== 'and' && name !== 'or'
              ? conditionsOf(value, inner)
              : null;
    });
    return found.every((some) => some !== null) ? found.flat() : null;
};

const nest = (path: string, value: unknown) => path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Where;

const merge = (one: Where, other: Where): Where =>
    Object.entries(other).reduce<Where>((merged, [name, value]) => {
        const before = merged[name];
        return { ...merged, [name]: isObject(before) && isObject(value) ? merge(before, value) : value };
    }, one);

/** The argument `where` of conditions. Of two on the same column with the same operator, the last counts. */
export const whereOf = (conditions: readonly Condition[]): Where =>
    conditions.reduce<Where>((where, { path, operator, value }) => merge(where, nest(path, { [operator]: value })), {});

/** A condition like `where`, with one more. */
export const addTo = (where: Where, { path, operator, value }: Condition) => merge(where, nest(path, { [operator]: value }));

const inOData = (value: Value, column: Column | undefined) =>
    value === null
        ? 'null'
        : typeof value === 'string' && !(column?.type === 'date' || column?.type === 'datetime')
          ? `'${value.replaceAll("'", "''")}'`
          : String(value);

/** The order of a sort: `code` ascending is `{ code: 'ASC' }`. */
export interface Sort {
    readonly path: string;
    readonly direction: 'ASC' | 'DESC';
}

export const orderOf = ({ path, direction }: Sort) => nest(path, direction);

/** The first sort of the argument `order`. */
export const sortOf = (order: unknown): Sort | null => {
    let [inner, path] = [Array.isArray(order) ? (order[0] as unknown) : null, ''];
    while (isObject(inner)) {
        const [[name, value] = ['', null]]: readonly (readonly [string, unknown])[] = Object.entries(inner);
        [inner, path] = [value, path === '' ? name : `${path}.${name}`];
    }

    return inner === 'ASC' || inner === 'DESC' ? { path, direction: inner } : null;
};

/** The parameters of OData for the same rows and columns; null if OData cannot say the condition. */
export const oDataOf = (columns: readonly Column[], chosen: readonly string[], where: Where, sort: Sort | null) => {
    const conditions = conditionsOf(where);
    if (conditions === null) {
        return null;
    }

    const path = (name: string) => name.replaceAll('.', '/');
    const expanded = Map.groupBy(
        chosen.filter((name) => name.split('.').length === 2),
        (name) => name.split('.')[0]!,
    );
    return new URLSearchParams({
        $select: [...chosen.filter((name) => !name.includes('.')), ...expanded.keys()].join(','),
        ...(expanded.size === 0
            ? {}
            : {
                  $expand: [...expanded]
                      .map(([to, names]) => `${to}($select=${names.map((name) => name.split('.')[1]).join(',')})`)
                      .join(','),
              }),
        ...(conditions.length === 0
            ? {}
            : {
                  $filter: conditions
                      .map(({ path: name, operator, value }) =>
                          operators[operator]!.inOData(
                              path(name),
                              inOData(
                                  value,
                                  columns.find((column) => column.name === name),
                              ),
                          ),
                      )
                      .join(' and '),
              }),
        ...(sort === null ? {} : { $orderby: `${path(sort.path)} ${sort.direction.toLowerCase()}` }),
        $count: 'true',
    });
};
