import { rowsAddress } from '../app/address';
import { useReading } from '../app/context';
import { Scroll } from '../app/table';
import { text } from '../language';
import type { Column, Register } from './catalog';
import { valueAt, whereOf, type Row, type Sort } from './conditions';
import { rowName } from './history';
import { SortHeading } from './sort-heading';
import { isNumber, Written } from './value';

const texts = {
    history: text('History', '历史'),
    none: text('No row meets the conditions. Remove one of them to see more.', '没有符合条件的行；移除某个条件可查看更多。'),
};

interface CellProps {
    readonly column: Column;
    readonly row: Row;
    readonly registers: readonly Register[];
    readonly register: Register;
}

const Cell = ({ column, row, register, registers }: CellProps) => {
    const value = valueAt(row, column.name);
    const target = value === null ? undefined : registers.find(({ name }) => name === column.refersTo);
    const county = register.county === undefined ? null : valueAt(row, register.county);
    return (
        <td class={isNumber(column) ? 'number' : undefined}>
            {target === undefined ? (
                <Written column={column} value={value} />
            ) : (
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
            )}
        </td>
    );
};

interface Props {
    readonly register: Register;
    readonly registers: readonly Register[];
    readonly columns: readonly Column[];
    readonly rows: readonly Row[];
    readonly sorts: readonly Sort[];
    /** The address of the history of a row; null if rows have none. */
    readonly historyOf: ((id: string) => string) | null;
    readonly onSort: (sort: Sort | null) => void;
}

/** The rows of a page, with headings that sort them: ascending, descending, and as they are by themselves. */
export const Grid = ({ register, registers, columns, rows, sorts, historyOf, onSort }: Props) => {
    const { say, language } = useReading();
    return (
        <Scroll label={say(register.title)}>
            <table class="grid">
                <thead>
                    <tr>
                        {columns.map((column) => (
                            <SortHeading
                                key={column.name}
                                path={column.name}
                                title={say(column.title)}
                                description={language === 'en' ? column.description : undefined}
                                isNumber={isNumber(column)}
                                sorts={sorts}
                                onSort={onSort}
                            />
                        ))}
                        {historyOf === null ? null : (
                            <th scope="col" class="row-link">
                                {say(texts.history)}
                            </th>
                        )}
                    </tr>
                </thead>
                <tbody>
                    {rows.map((row) => (
                        <tr key={String(row['id'])}>
                            {columns.map((column) => (
                                <Cell key={column.name} column={column} row={row} register={register} registers={registers} />
                            ))}
                            {historyOf === null ? null : (
                                <td class="row-link">
                                    <a
                                        href={historyOf(String(row['id']))}
                                        data-row={rowName(register, String(row['id']))}
                                        aria-label={`${say(texts.history)}: ${String(row['code'] ?? row['id'])}`}
                                    >
                                        {say(texts.history)}
                                    </a>
                                </td>
                            )}
                        </tr>
                    ))}
                </tbody>
            </table>
            {rows.length === 0 ? <p class="quiet">{say(texts.none)}</p> : null}
        </Scroll>
    );
};
