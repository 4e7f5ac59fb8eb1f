import { rowsAddress } from '../app/address';
import { useReading } from '../app/context';
import { instantIn } from '../app/numbers';
import { text } from '../language';
import type { Column, Register } from './catalog';
import { whereOf, type Sort } from './conditions';

/** A row as the API gives it. */
export type Row = Readonly<Record<string, unknown>>;

const texts = {
    yes: text('yes', '是'),
    no: text('no', '否'),
    sort: text('Sort by', '排序：'),
    none: text('No row meets the conditions. Remove one of them to see more.', '没有符合条件的行；移除某个条件可查看更多。'),
};

/** The value at a path of a row; null where the way ends. */
export const valueAt = (row: Row, path: string): unknown =>
    path.split('.').reduce<unknown>((value, name) => (value as Row | null)?.[name] ?? null, row);

const isNumber = ({ type }: Column) => type === 'number' || type === 'integer';

interface CellProps {
    readonly column: Column;
    readonly row: Row;
    readonly registers: readonly Register[];
    readonly register: Register;
}

const Cell = ({ column, row, register, registers }: CellProps) => {
    const { say, number, language } = useReading();
    const value = valueAt(row, column.name);
    if (value === null || value === undefined) {
        return <td class="quiet">—</td>;
    }

    const written = column.values.find((one) => one.value === value)?.label;
    const target = registers.find(({ name }) => name === column.refersTo);
    const county = register.county === undefined ? null : valueAt(row, register.county);
    return (
        <td class={isNumber(column) ? 'number' : undefined}>
            {written !== undefined ? (
                say(written)
            ) : target !== undefined ? (
                <a
                    href={rowsAddress(
                        target.name,
                        whereOf([
                            { path: 'code', operator: 'eq', value: value as string },
                            ...(county === null || target.county === undefined
                                ? []
                                : [{ path: target.county, operator: 'eq', value: county as string }]),
                        ]),
                    )}
                >
                    {String(value)}
                </a>
            ) : typeof value === 'boolean' ? (
                say(value ? texts.yes : texts.no)
            ) : column.type === 'datetime' ? (
                <time dateTime={String(value)}>{instantIn(String(value), language)}</time>
            ) : // A year has no separator, and is no quantity.
            column.type === 'number' || (column.type === 'integer' && Math.abs(value as number) >= 10_000) ? (
                number(value as number)
            ) : (
                String(value)
            )}
            {column.unit === undefined || !isNumber(column) ? null : <span class="unit"> {column.unit}</span>}
        </td>
    );
};

interface Props {
    readonly register: Register;
    readonly registers: readonly Register[];
    readonly columns: readonly Column[];
    readonly rows: readonly Row[];
    readonly sorts: readonly Sort[];
    readonly onSort: (sort: Sort | null) => void;
}

/** The rows of a page, with headings that sort them: ascending, descending, and as they are by themselves. */
export const Grid = ({ register, registers, columns, rows, sorts, onSort }: Props) => {
    const { say } = useReading();
    const directionOf = (path: string) => sorts.find((sort) => sort.path === path)?.direction ?? null;
    const next = (path: string): Sort | null => {
        const direction = directionOf(path);
        return direction === 'DESC' ? null : { path, direction: direction === null ? 'ASC' : 'DESC' };
    };
    return (
        <div class="scroll" tabIndex={0} role="region" aria-label={say(register.title)}>
            <table class="grid">
                <thead>
                    <tr>
                        {columns.map((column) => {
                            const direction = directionOf(column.name);
                            return (
                                <th
                                    key={column.name}
                                    scope="col"
                                    class={isNumber(column) ? 'number' : undefined}
                                    aria-sort={direction === 'ASC' ? 'ascending' : direction === 'DESC' ? 'descending' : 'none'}
                                >
                                    <button type="button" title={column.description} onClick={() => onSort(next(column.name))}>
                                        {say(column.title)}
                                        <span aria-hidden="true">{direction === 'ASC' ? ' ↑' : direction === 'DESC' ? ' ↓' : ''}</span>
                                    </button>
                                </th>
                            );
                        })}
                    </tr>
                </thead>
                <tbody>
                    {rows.map((row) => (
                        <tr key={String(row['id'])}>
                            {columns.map((column) => (
                                <Cell key={column.name} column={column} row={row} register={register} registers={registers} />
                            ))}
                        </tr>
                    ))}
                </tbody>
            </table>
            {rows.length === 0 ? <p class="quiet">{say(texts.none)}</p> : null}
        </div>
    );
};
