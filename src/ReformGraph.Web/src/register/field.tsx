import { useId } from 'preact/hooks';
import { Wrong } from '../app/change';
import { useReading } from '../app/context';
import type { Column } from './catalog';
import { isNumber, Options } from './value';

interface Props {
    readonly column: Column;
    readonly value: unknown;
    /** What is wrong with it, in the words of the API. */
    readonly errors: readonly string[];
    readonly onValue: (value: unknown) => void;
}

const longText = 60;

/** A field of a row, typed by its column; empty for what is not known. */
export const Field = ({ column, value, errors, onValue }: Props) => {
    const { say } = useReading();
    const id = useId();
    const said = value === null || value === undefined ? '' : String(value);
    const given = (entered: string) =>
        onValue(entered === '' ? null : isNumber(column) ? Number(entered) : column.type === 'boolean' ? entered === 'true' : entered);
    const wrong = errors.length === 0 ? {} : { 'aria-invalid': true, 'aria-describedby': id };
    return (
        <div>
            <label>
                <span>
                    {say(column.title)}
                    {column.unit === undefined ? null : <span class="unit"> ({column.unit})</span>}
                </span>
                {column.values.length > 0 ? (
                    <select value={said} onChange={(event) => given(event.currentTarget.value)} {...wrong}>
                        <Options of={column} />
                    </select>
                ) : column.type === 'date' ? (
                    <input type="date" value={said} onInput={(event) => given(event.currentTarget.value)} {...wrong} />
                ) : isNumber(column) ? (
                    <input type="number" step="any" value={said} onInput={(event) => given(event.currentTarget.value)} {...wrong} />
                ) : said.includes('\n') || said.length > longText ? (
                    <textarea value={said} rows={3} onInput={(event) => given(event.currentTarget.value)} {...wrong} />
                ) : (
                    <input value={said} onInput={(event) => given(event.currentTarget.value)} {...wrong} />
                )}
            </label>
            <Wrong errors={errors} id={id} />
        </div>
    );
};
