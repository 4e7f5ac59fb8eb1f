import { useReading } from '../app/context';
import { instantIn } from '../app/numbers';
import { unknown } from '../language';
import { labelOf, type Column } from './catalog';

export const isNumber = ({ type }: Pick<Column, 'type'>) => type === 'number' || type === 'integer';

/** The values of a column that lists them; the first is that of what is not known. */
export const Options = ({ of }: { readonly of: Column }) => {
    const { say } = useReading();
    return (
        <>
            <option value="">{say(unknown)}</option>
            {of.values.map(({ value, label }) => (
                <option key={value} value={value}>
                    {say(label)}
                </option>
            ))}
        </>
    );
};

/** A value of a column as a reader says it: a label of a code list, a number with its unit, an instant in the reader's time. */
export const Written = ({ column, value }: { readonly column: Column; readonly value: unknown }) => {
    const { say, number, language } = useReading();
    if (value === null || value === undefined) {
        return <span class="quiet">—</span>;
    }

    const label = labelOf(column, value);
    return (
        <>
            {label !== undefined ? (
                say(label)
            ) : column.type === 'datetime' ? (
                <time dateTime={String(value)}>{instantIn(String(value), language)}</time>
            ) : // A year has no separator, and is no quantity.
            column.type === 'number' || (column.type === 'integer' && Math.abs(value as number) >= 10_000) ? (
                number(value as number)
            ) : (
                String(value)
            )}
            {column.unit === undefined || !isNumber(column) ? null : <span class="unit"> {column.unit}</span>}
        </>
    );
};
