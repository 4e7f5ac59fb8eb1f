import type { Where } from '../app/address';
import { text, type Text } from '../language';
import type { Column, Register } from './catalog';

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

const isId = (name: string) => /(^|\.)id$/.test(name);

/** The operators that a column has. */
export const operatorsOf = ({ name, type, values }: Column) =>
    values.length > 0 || isId(name) ? ['eq', 'neq'] : type === 'string' ? ['eq', 'neq', 'contains', 'startsWith', 'endsWith'] : ordered;

/** A value of a condition; null for what is not known. */
export type Value = string | number | boolean | null;

/** One condition on a column. */
export interface Condition {
    readonly path: string;
    readonly operator: string;
    readonly value: Value;
}

/** The operators that a value which is not known can have. */
export const isEquality = (operator: string) => operator === 'eq' || operator === 'neq';

export const isObject = (value: unknown): value is Where => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A row as the API gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** The value at a path of a row; null where the way ends. */
export const valueAt = (row: Row, path: string): unknown =>
    path.split('.').reduce<unknown>((value, name) => (value as Row | null)?.[name] ?? null, row);

/** The selection set of paths. */
export const selectionOf = (paths: readonly string[]): string => {
    const inner = Map.groupBy(paths, (path) => path.split('.')[0]!);
    return [...inner]
        .map(([name, some]) =>
            some[0]!.includes('.') ? `${name} { ${selectionOf(some.map((path) => path.slice(name.length + 1)))} }` : name,
        )
        .join(' ');
};

/** The conditions that all must hold; null for a condition that has other parts, which is shown as it is. */
export const conditionsOf = (where: Where, path = ''): readonly Condition[] | null => {
    const found = Object.entries(where).map(([name, value]) => {
        const inner = path === '' ? name : `${path}.${name}`;
        return path !== '' && Object.hasOwn(operators, name) && !isObject(value)
            ? Array.isArray(value)
                ? null
                : [{ path, operator: name, value: value as Value }]
            : isObject(value) && name !== 'and' && name !== 'or'
              ? conditionsOf(value, inner)
              : null;
    });
    return found.every((some) => some !== null) ? found.flat() : null;
};

/** An object of the API that has a value at a path. */
export const nest = (path: string, value: unknown) =>
    path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Where;

const merge = (one: Where, other: Where): Where =>
    Object.entries(other).reduce<Where>((merged, [name, value]) => {
        const before = merged[name];
        return { ...merged, [name]: isObject(before) && isObject(value) ? merge(before, value) : value };
    }, one);

/** A condition like `where`, with one more. */
export const addTo = (where: Where, { path, operator, value }: Condition) => merge(where, nest(path, { [operator]: value }));

/** The argument `where` of conditions. Of two on the same column with the same operator, the last counts. */
export const whereOf = (conditions: readonly Condition[]): Where => conditions.reduce<Where>(addTo, {});

const inOData = (value: Value, column: Column | undefined) =>
    value === null
        ? 'null'
        : (typeof value === 'string' && !(column?.type === 'date' || column?.type === 'datetime')) || isId(column?.name ?? '')
          ? `'${String(value).replaceAll("'", "''")}'`
          : String(value);

/** The order of a sort: `code` ascending is `{ code: 'ASC' }`. */
export interface Sort {
    readonly path: string;
    readonly direction: 'ASC' | 'DESC';
}

export const orderOf = ({ path, direction }: Sort) => nest(path, direction);

/** The sorts of the argument `order`, the first first; null for an order that is something else. */
export const sortsOf = (order: unknown): readonly Sort[] | null => {
    const sorts = [order ?? []].flat().map((key): Sort | null => {
        let [inner, path]: [unknown, string] = [key, ''];
        while (isObject(inner) && Object.keys(inner).length === 1) {
            const [name, value] = Object.entries(inner)[0]!;
            [inner, path] = [value, path === '' ? name : `${path}.${name}`];
        }

        return path !== '' && (inner === 'ASC' || inner === 'DESC') ? { path, direction: inner } : null;
    });
    return sorts.every((sort) => sort !== null) ? sorts : null;
};

/** The options `$select` and `$expand` for columns, which may be several references away. */
const optionsOf = (names: readonly string[]): Readonly<Record<string, string>> => {
    const expanded = Map.groupBy(
        names.filter((name) => name.includes('.')),
        (name) => name.split('.')[0]!,
    );
    const inner = [...expanded].map(([to, some]) => {
        const options = Object.entries(optionsOf(some.map((name) => name.slice(to.length + 1))));
        return `${to}(${options.map((option) => option.join('=')).join(';')})`;
    });
    return {
        $select: [...names.filter((name) => !name.includes('.')), ...expanded.keys()].join(','),
        ...(inner.length === 0 ? {} : { $expand: inner.join(',') }),
    };
};

const pathInOData = (name: string) => name.replaceAll('.', '/');

/** Conditions that all must hold, as OData writes them; empty without any. */
export const filterInOData = (columns: readonly Column[], conditions: readonly Condition[]) =>
    conditions
        .map(({ path, operator, value }) => {
            const column = columns.find((one) => one.name === path);
            return operators[operator]!.inOData(pathInOData(path), inOData(value, column));
        })
        .join(' and ');

/** What a table shows. */
interface Selection {
    readonly names: readonly string[];
    readonly where: Where;
    readonly sorts: readonly Sort[] | null;
    readonly asOf: string;
}

/** The parameters of OData for the same rows and columns; null if OData cannot say them. */
export const oDataOf = ({ columns, isInOData }: Register, { names, where, sorts, asOf }: Selection) => {
    const conditions = conditionsOf(where);
    if (conditions === null || sorts === null || !isInOData) {
        return null;
    }

    const filter = filterInOData(columns, conditions);
    return new URLSearchParams({
        ...optionsOf(names),
        ...(filter === '' ? {} : { $filter: filter }),
        ...(sorts.length === 0
            ? {}
            : { $orderby: sorts.map((sort) => `${pathInOData(sort.path)} ${sort.direction.toLowerCase()}`).join(',') }),
        ...(asOf === '' ? {} : { asOf }),
        $count: 'true',
    });
};
