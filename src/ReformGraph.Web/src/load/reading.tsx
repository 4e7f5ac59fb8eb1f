import { useReading } from '../app/context';
import { ScrolledTable } from '../app/table';
import { text } from '../language';
import { isSubstantial, type Register } from '../register/catalog';
import { Entries, type Listed } from './findings';

const texts = {
    title: text('What the columns mean', '各列的含义'),
    heading: text('Heading', '标题'),
    field: text('Field', '字段'),
    values: text('Values', '取值'),
    none: text('leave out', '不导入'),
    choose: text('not understood: choose', '未识别，请选择'),
    chooseDefault: text('choose', '请选择'),
    noValue: text('no value', '无值'),
    missing: text('What all rows have, as the table has no column for it', '表中缺少的列（各行取同一值）'),
    suggested: (word: string) => text(`${word}, as the title suggests`, `${word}（根据标题推断）`),
    leftOut: text('Rows that are left out', '不导入的行'),
    places: text('New places', '新增地名'),
    warnings: text('Warnings', '提示'),
};

/** What a county calls columns and values; null leaves a column out, and is no value. */
export interface Mapping {
    readonly columns: Readonly<Record<string, string | null>>;
    readonly values: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
    /** What all rows have whose cell is empty or that have no column for a field. */
    readonly defaults: Readonly<Record<string, string>>;
}

/** How the server reads a table. */
export interface TableReading {
    readonly columns: readonly {
        readonly heading: string;
        readonly field?: string;
        readonly notStored?: string;
        readonly default?: string;
        readonly values?: Readonly<Record<string, string | null>>;
    }[];
    /** The fields without a column that new rows must have, with what the title suggests. */
    readonly missing?: Readonly<Record<string, string | null>>;
    readonly leftOut?: Listed<{ readonly row: number; readonly kind: string; readonly text: string }>;
    readonly newPlaces?: Listed<{ readonly name: string; readonly code: string; readonly row: number }>;
    readonly warnings?: readonly (string | { readonly message: string })[];
}

interface Props {
    readonly reading: TableReading;
    readonly register: Register;
    readonly mapping: Mapping;
    readonly onMapping: (mapping: Mapping) => void;
}

/** The columns of a table with the fields that they stand for, and the words in them with their values; both can be corrected. */
export const Reading = ({ reading, register, mapping, onMapping }: Props) => {
    const { say } = useReading();
    const fields = register.columns
        .filter(isSubstantial)
        .map((column) => ({ ...column, name: column.name.replace(/\.code$/, '') }))
        .filter(({ name }) => !name.includes('.'));
    const choose = (heading: string, field: string) =>
        onMapping({ ...mapping, columns: { ...mapping.columns, [heading]: field === '' ? null : field } });
    const chooseValue = (field: string, word: string, value: string) =>
        onMapping({
            ...mapping,
            values: { ...mapping.values, [field]: { ...mapping.values[field], [word]: value === '' ? null : value } },
        });
    // What is not said is `?`, an empty choice leaves out.
    const chosen = (heading: string, field: string | undefined, notStored: string | undefined) =>
        Object.hasOwn(mapping.columns, heading) ? (mapping.columns[heading] ?? '') : notStored !== undefined ? '' : (field ?? '?');
    const setDefault = (field: string, value: string) => {
        const { [field]: _, ...others } = mapping.defaults;
        onMapping({ ...mapping, defaults: value === '' ? others : { ...others, [field]: value } });
    };
    const optionsOf = (field: (typeof fields)[number] | undefined) =>
        field?.values.map((one) => (
            <option key={one.value} value={one.value}>
                {say(one.label)}
            </option>
        ));
    const missing = [...new Set([...Object.keys(reading.missing ?? {}), ...Object.keys(mapping.defaults)])];
    return (
        <section>
            <h2>{say(texts.title)}</h2>
            <ScrolledTable label={say(texts.title)} headings={[texts.heading, texts.field, texts.values]}>
                <tbody>
                    {reading.columns
                        .filter((column) => column.default === undefined || column.heading !== column.field)
                        .map(({ heading, field, notStored, values }) => {
                            const now = chosen(heading, field, notStored);
                            const of = fields.find(({ name }) => name === now);
                            return (
                                <tr key={heading}>
                                    <th scope="row">{heading}</th>
                                    <td>
                                        <select
                                            value={now}
                                            aria-label={heading}
                                            aria-invalid={now === '?'}
                                            onChange={(event) => choose(heading, event.currentTarget.value)}
                                        >
                                            {now === '?' ? <option value="?">{say(texts.choose)}</option> : null}
                                            <option value="">{say(texts.none)}</option>
                                            {now === '?' || now === '' || of !== undefined ? null : <option value={now}>{now}</option>}
                                            {fields.map(({ name, title }) => (
                                                <option key={name} value={name}>
                                                    {say(title)} ({name})
                                                </option>
                                            ))}
                                        </select>
                                        {notStored === undefined ? null : <small class="quiet"> {notStored}</small>}
                                    </td>
                                    <td>
                                        {Object.entries(values ?? {}).map(([word, value]) => {
                                            const given = mapping.values[now];
                                            const kept = given !== undefined && Object.hasOwn(given, word);
                                            return (
                                                <label class="word" key={word}>
                                                    {word}{' '}
                                                    <select
                                                        value={kept ? (given[word] ?? '') : (value ?? '?')}
                                                        onChange={(event) => chooseValue(now, word, event.currentTarget.value)}
                                                    >
                                                        {value === null && !kept ? <option value="?">{say(texts.choose)}</option> : null}
                                                        <option value="">{say(texts.noValue)}</option>
                                                        {optionsOf(of)}
                                                    </select>
                                                </label>
                                            );
                                        })}
                                    </td>
                                </tr>
                            );
                        })}
                </tbody>
            </ScrolledTable>
            {missing.length === 0 ? null : (
                <p class="choice">
                    {say(texts.missing)}
                    {missing.map((name) => {
                        const of = fields.find((field) => field.name === name);
                        const word = reading.missing?.[name];
                        return (
                            <label key={name}>
                                {of === undefined ? name : say(of.title)}
                                <select
                                    value={mapping.defaults[name] ?? ''}
                                    aria-invalid={mapping.defaults[name] === undefined}
                                    onChange={(event) => setDefault(name, event.currentTarget.value)}
                                >
                                    <option value="">{say(texts.chooseDefault)}</option>
                                    {word == null ? null : <option value={word}>{say(texts.suggested(word))}</option>}
                                    {optionsOf(of)}
                                </select>
                            </label>
                        );
                    })}
                </p>
            )}
            {reading.warnings === undefined ? null : (
                <Entries
                    title={texts.warnings}
                    of={{ total: reading.warnings.length, listed: reading.warnings }}
                    say={(warning) => (typeof warning === 'string' ? warning : warning.message)}
                />
            )}
            {reading.leftOut === undefined ? null : (
                <Entries title={texts.leftOut} of={reading.leftOut} say={({ row, text: said }) => `${row}: ${said}`} />
            )}
            {reading.newPlaces === undefined ? null : (
                <Entries title={texts.places} of={reading.newPlaces} say={({ name, code }) => `${name} (${code})`} />
            )}
        </section>
    );
};
