import { useId } from 'preact/hooks';
import { useReading } from '../app/context';
import { text } from '../language';
import type { Column } from './catalog';
import { isNumber } from './value';

const texts = { unknown: text('not known', '未知'), yes: text('yes', '是'), no: text('no', '否') };

interface Props {
    readonly column: Column;
    readonly value: unknown;
    readonly error: string | undefined;
    readonly onValue: (value: unknown) => void;
}

const longText = 60;

/** A field of a row, typed by its column; empty for what is not known. */
export const Field = ({ column, value, error, onValue }: Props) => {
    const { say } = useReading();
    const id = useId();
    const said = value === null || value === undefined ? '' : String(value);
    const given = (entered: string) =>
        onValue(entered === '' ? null : isNumber(column) ? Number(entered) : column.type === 'boolean' ? entered === 'true' : entered);
    const wrong = error === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': id };
    const options =
        column.type === 'boolean'
            ? ([
                  ['true', texts.yes],
                  ['false', texts.no],
              ] as const)
            : column.values.map(({ value: name, label }) => [name, label] as const);
    return (
        <div>
            <label>
                <span>
                    {say(column.title)}
                    {column.unit === undefined ? null : <span class="unit"> ({column.unit})</span>}
                </span>
                {options.length > 0 ? (
                    <select value={said} onChange={(event) => given(event.currentTarget.value)} {...wrong}>
                        <option value="">{say(texts.unknown)}</option>
                        {options.map(([name, label]) => (
                            <option key={name} value={name}>
                                {say(label)}
                            </option>
                        ))}
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
            {error === undefined ? null : (
                <small id={id} class="wrong">
                    {error}
                </small>
            )}
        </div>
    );
};
