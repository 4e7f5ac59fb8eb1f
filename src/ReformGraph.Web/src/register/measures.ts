import { text, type Language, type Text } from '../language';
import type { Column } from './catalog';
import { valueAt, type Row } from './conditions';

/** A number about the rows of a group, as the API computes it: `count`, `sum.bookValue`, `quantity.avg`. */
export interface Measure {
    readonly path: string;
    readonly column: Column | null;
}

export const count: Measure = { path: 'count', column: null };

const functions: Readonly<Record<string, Text>> = { sum: text('sum', '合计'), avg: text('average', '平均') };

const texts = { rows: text('Rows', '行数'), quantity: text('Values in their units', '带单位的数值') };

/** The name of a measure. */
export const titleOf = ({ path, column }: Measure, language: Language) => {
    if (path === count.path) {
        return texts.rows[language];
    }

    const [first, last] = path.split('.') as [string, string];
    const title = (column?.title ?? texts.quantity)[language];
    const of = functions[first === 'quantity' ? last : first]![language];
    return language === 'zh' ? `${title}（${of}）` : `${title}, ${of}`;
};

const columnOf = (path: string) => path.split('.')[1]!;

/** The fields of an aggregate for measures. For sums and averages, it says how many values they are based on. */
export const selectionOf = (measures: readonly Measure[]) => {
    const paths = measures.map(({ path }) => path);
    const below = (name: string) => paths.filter((path) => path.startsWith(`${name}.`)).map(columnOf);
    const some = (name: string, fields: readonly string[]) => (fields.length === 0 ? [] : [`${name} { ${fields.join(' ')} }`]);
    return [
        'count',
        ...some('valueCount', [...new Set([...below('sum'), ...below('avg')])]),
        ...some('sum', below('sum')),
        ...some('avg', below('avg')),
        ...some(
            'quantity',
            below('quantity').map((field) => `${field} { value unit }`),
        ),
    ].join(' ');
};

/** A measure of a group. */
export interface Measured {
    /** Null if there is nothing to compute, or if the API refuses it. */
    readonly value: number | null;
    /** A unit of the code list; undefined for that of the column. */
    readonly unit: string | null | undefined;
    /** The number of values that it is based on, if those are not all rows. */
    readonly based: number | undefined;
}

/** What an aggregate says of a measure. */
export const measuredBy = ({ path, column }: Measure, aggregate: Row): Measured => {
    const isQuantity = path.startsWith('quantity.');
    const based = column === null ? undefined : (valueAt(aggregate, `valueCount.${column.name}`) as number);
    return {
        value: valueAt(aggregate, isQuantity ? `${path}.value` : path) as number | null,
        unit: isQuantity ? (valueAt(aggregate, `${path}.unit`) as string | null) : undefined,
        based: based === aggregate['count'] ? undefined : based,
    };
};

/** The share of a group in the rows, or in the sum that is shown; undefined for what has none, such as an average. */
export const shareOf = ({ path }: Measure) =>
    path === count.path ? 'count' : path.startsWith('sum.') ? `sum { ${columnOf(path)} }` : undefined;

/** What a share says of a measure. */
export const sharedBy = ({ path }: Measure, share: Row) => valueAt(share, path) as number | null;
