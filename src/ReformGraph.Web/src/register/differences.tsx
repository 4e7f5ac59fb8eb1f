import type { ComponentChildren } from 'preact';
import type { Query } from '../api';
import { useReading } from '../app/context';
import { Headings } from '../app/table';
import { text } from '../language';
import type { Column, Register } from './catalog';
import type { Row } from './conditions';

const texts = {
    field: text('Field', '字段'),
    before: text('Before', '之前'),
    after: text('After', '之后'),
    value: text('Value', '值'),
    same: text('No stored value differs.', '存储的值没有变化。'),
    earlier: text('The version before it is on the next page.', '前一版本见下一页。'),
};

/** The fields of a version that are no values of its row. */
export const ofVersion: ReadonlySet<string> = new Set(['id', 'rowId', 'version']);

/** A version of a row as the API gives it. */
export interface Version extends Row {
    readonly version: number;
    readonly recordedBy: {
        readonly sequence: number;
        readonly recordedAt: string;
        readonly kind: string;
        readonly effectiveOn: string | null;
    };
    readonly endedBy: { readonly sequence: number } | null;
}

/** The rows that versions refer to, by column. */
export type References = Readonly<
    Record<string, { readonly nodes: readonly { readonly id: string; readonly code: string }[] | null } | null>
>;

/** A column of versions as the register has it: that of a reference has the id of the row, of which a reader knows the code. */
export interface Told {
    readonly column: Column;
    readonly target: Register | undefined;
}

/** The columns of versions that a reader is told. */
export const toldOf = (register: Register, registers: readonly Register[], { columns }: Register): readonly Told[] =>
    columns
        .filter(({ name }) => !ofVersion.has(name) && !name.includes('.'))
        .map((column) => {
            const reference = register.columns.find(
                ({ name, refersTo }) => refersTo !== undefined && `${name.replace(/\.code$/, '')}Id` === column.name,
            );
            return {
                column: reference === undefined ? column : { ...reference, name: column.name },
                target: registers.find(({ name }) => name === reference?.refersTo),
            };
        });

/** The request for the codes of the rows that versions refer to; null if there are none. */
export const referencesQuery = (told: readonly Told[], versions: readonly Version[]): Query | null => {
    const asked = told.flatMap(({ column, target }) => {
        const ids = [...new Set(versions.map((version) => version[column.name]).filter((id) => id != null))].map(String);
        return target === undefined || ids.length === 0 ? [] : [{ name: column.name, target, ids }];
    });
    return asked.length === 0
        ? null
        : {
              query: `query Referred(${asked.map(({ name, target }) => `$${name}: ${target.filterType}`).join(', ')}) {
${asked.map(({ name, target }) => `  ${name}: ${target.field}(where: $${name}) { nodes { id code } }`).join('\n')}
}`,
              variables: Object.fromEntries(asked.map(({ name, ids }) => [name, { id: { in: ids } }])),
          };
};

interface DifferencesProps {
    readonly told: readonly Told[];
    readonly version: Version;
    readonly before: Version | undefined;
    readonly hasEarlier: boolean;
    readonly write: (told: Told, value: unknown) => ComponentChildren;
}

/** How a version differs from the one before, side by side; of the first, its values. */
export const Differences = ({ told, version, before, hasEarlier, write }: DifferencesProps) => {
    const { say } = useReading();
    const shown = told.filter(({ column }) =>
        before === undefined ? version[column.name] != null : version[column.name] !== before[column.name],
    );
    return before === undefined && hasEarlier ? (
        <p class="quiet">{say(texts.earlier)}</p>
    ) : shown.length === 0 ? (
        <p class="quiet">{say(texts.same)}</p>
    ) : (
        <table class="differences">
            <Headings of={[texts.field, ...(before === undefined ? [texts.value] : [texts.before, texts.after])]} />
            <tbody>
                {shown.map((one) => (
                    <tr key={one.column.name}>
                        <th scope="row">{say(one.column.title)}</th>
                        {before === undefined ? null : <td>{write(one, before[one.column.name])}</td>}
                        <td>{write(one, version[one.column.name])}</td>
                    </tr>
                ))}
            </tbody>
        </table>
    );
};
