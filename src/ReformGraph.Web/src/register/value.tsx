import { useReading } from '../app/context';
import { instantIn } from '../app/numbers';
import { text } from '../language';
import type { Column } from './catalog';

const texts = { yes: text('yes', '是'), no: text('no', '否') };

export const isNumber = ({ type }: Pick<Column, 'type'>) => type === 'number' || type === 'integer';

/** A value of a column as a reader says it: a label of a code list, a number with its unit, an instant in the reader's time. */
export const Written = ({ column, value }: { readonly column: Column; readonly value: unknown }) => {
    const { say, number, language } = useReading();
    if (value === null || value === undefined) {
        return <span class="quiet">—</span>;
    }

    const label = column.values.find((one) => one.value === value)?.label;
    return (
        <>
            {label !== undefined ? (
                say(label)
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
        </>
    );
};
