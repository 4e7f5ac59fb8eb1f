import { useState } from 'preact/hooks';
import type { Where } from '../app/address';
import { useReading } from '../app/context';
import { text, unknown } from '../language';
import { labelOf, type Column } from './catalog';
import { addTo, conditionsOf, isEquality, operators, operatorsOf, whereOf, type Condition, type Value } from './conditions';
import { Options } from './value';

const texts = {
    filter: text('Filter', '筛选'),
    column: text('Column', '列'),
    operator: text('Condition', '条件'),
    value: text('Value', '值'),
    add: text('Add', '添加'),
    remove: text('Remove', '移除'),
    clear: text('Remove all', '清除全部'),
    all: text('No condition: all rows are shown.', '未设条件，显示全部行。'),
};

// All are text to the compiler, which allows a type to be chosen only where it is written.
const inputs = {
    string: 'text',
    number: 'number',
    integer: 'number',
    boolean: 'text',
    date: 'date',
    datetime: 'datetime-local',
} as unknown as Readonly<Record<Column['type'], 'text'>>;

const read = (said: string, { type }: Column): Value =>
    said === ''
        ? null
        : type === 'number' || type === 'integer'
          ? Number(said)
          : type === 'boolean'
            ? said === 'true'
            : type === 'datetime'
              ? new Date(said).toISOString()
              : said;

interface Props {
    readonly columns: readonly Column[];
    readonly where: Where;
    readonly onWhere: (where: Where) => void;
}

/** The conditions of a register, and what adds one: typed by the column. */
export const Filter = ({ columns, where, onWhere }: Props) => {
    const { say } = useReading();
    const [column, setColumn] = useState(columns.find(({ type, values }) => type !== 'boolean' && values.length > 0) ?? columns[0]!);
    const [operator, setOperator] = useState('eq');
    const [said, setSaid] = useState(column.values[0]?.value ?? '');
    const conditions = conditionsOf(where);
    const choose = (name: string) => {
        const chosen = columns.find((one) => one.name === name)!;
        setColumn(chosen);
        setOperator(operatorsOf(chosen)[0]!);
        setSaid(chosen.values[0]?.value ?? '');
    };
    const sayCondition = ({ path, operator: name, value }: Condition) => {
        const of = columns.find((one) => one.name === path);
        const label = value === null ? unknown : of && labelOf(of, value);
        const shown = label === undefined ? String(value) : say(label);
        return `${of === undefined ? path : say(of.title)} ${say(operators[name]!.title)} ${shown}`;
    };
    return (
        <section class="filter" aria-label={say(texts.filter)}>
            <ul class="conditions">
                {conditions === null ? (
                    <li>
                        <code>{JSON.stringify(where)}</code>
                    </li>
                ) : (
                    conditions.map((condition) => (
                        <li key={JSON.stringify(condition)}>
                            {sayCondition(condition)}{' '}
                            <button
                                type="button"
                                aria-label={`${say(texts.remove)}: ${sayCondition(condition)}`}
                                onClick={() => onWhere(whereOf(conditions.filter((one) => one !== condition)))}
                            >
                                ×
                            </button>
                        </li>
                    ))
                )}
                {Object.keys(where).length === 0 ? (
                    <li class="quiet">{say(texts.all)}</li>
                ) : (
                    <li>
                        <button type="button" onClick={() => onWhere({})}>
                            {say(texts.clear)}
                        </button>
                    </li>
                )}
            </ul>
            <form
                onSubmit={(event) => {
                    event.preventDefault();
                    onWhere(addTo(where, { path: column.name, operator, value: read(said, column) }));
                }}
            >
                <label>
                    {say(texts.column)}
                    <select value={column.name} onChange={(event) => choose(event.currentTarget.value)}>
                        {columns.map(({ name, title }) => (
                            <option key={name} value={name}>
                                {say(title)}
                            </option>
                        ))}
                    </select>
                </label>
                <label>
                    {say(texts.operator)}
                    <select value={operator} onChange={(event) => setOperator(event.currentTarget.value)}>
                        {operatorsOf(column).map((name) => (
                            <option key={name} value={name}>
                                {say(operators[name]!.title)}
                            </option>
                        ))}
                    </select>
                </label>
                <label>
                    {say(texts.value)}
                    {column.values.length > 0 ? (
                        <select value={said} onChange={(event) => setSaid(event.currentTarget.value)}>
                            <Options of={column} />
                        </select>
                    ) : (
                        <input
                            type={inputs[column.type]}
                            step="any"
                            value={said}
                            required={!isEquality(operator)}
                            placeholder={isEquality(operator) ? say(unknown) : ''}
                            onInput={(event) => setSaid(event.currentTarget.value)}
                        />
                    )}
                </label>
                <button type="submit">{say(texts.add)}</button>
            </form>
        </section>
    );
};
