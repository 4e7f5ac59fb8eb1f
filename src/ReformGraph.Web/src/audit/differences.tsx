import { useState } from 'preact/hooks';
import { rowsAddress } from '../app/address';
import { useReading } from '../app/context';
import { QueryPanel } from '../app/panel';
import { ScrolledTable } from '../app/table';
import { text } from '../language';
import type { Checkpoint } from './checkpoint';
import { useNames, type Entity } from './entities';
import { instantInput } from './period';
import { ProofOf } from './proven';

const texts = {
    row: text('Row', '行'),
    action: text('Action', '操作'),
    field: text('Field', '字段'),
    before: text('Before', '变更前'),
    after: text('After', '变更后'),
    more: text('Show more', '显示更多'),
    none: text('Nothing differs.', '无差异。'),
    differences: text('differences', '差异'),
};

const rowsShown = (some: string, all: string) => text(`Rows shown: ${some} of ${all}.`, `共 ${all} 行，显示 ${some} 行。`);

interface Difference {
    readonly id: string;
    readonly code?: string | null;
    readonly action: 'ADDED' | 'CHANGED' | 'WITHDRAWN';
    readonly after: { readonly version: number } | null;
    readonly fields: readonly { readonly name: string; readonly before: string | null; readonly after: string | null }[];
}

interface Differences {
    readonly rows: { readonly totalCount: number; readonly nodes: readonly Difference[] | null } | null;
}

/** The request for the rows of a type that differ between two instants. */
const differencesQuery = ({ field, hasCode }: Entity, from: string, to: string, first: number) => ({
    query: [
        'query ($from: AsOfInput!, $to: AsOfInput, $first: Int) {',
        `  rows: ${field}(from: $from, to: $to, first: $first) {`,
        '    totalCount',
        `    nodes { id ${hasCode ? 'code ' : ''}action after { version } fields { name before after } }`,
        '  }',
        '}',
    ].join('\n'),
    variables: { from: instantInput(from), to: to === '' ? null : instantInput(to), first },
});

interface RowProps {
    readonly entity: Entity;
    readonly difference: Difference;
    readonly checkpoint: Checkpoint | null;
}

const Row = ({ entity, difference, checkpoint }: RowProps) => {
    const { label } = useReading();
    const names = useNames(entity);
    const { id, code, action, after, fields } = difference;
    const shown = fields.length === 0 ? [{ name: '', before: null, after: null }] : fields;
    const said = code ?? `id ${id}`;
    return (
        <tbody>
            {shown.map((field, index) => (
                <tr key={field.name}>
                    {index > 0 ? null : (
                        <>
                            <th scope="rowgroup" rowSpan={shown.length}>
                                {entity.register === undefined || action === 'WITHDRAWN' ? (
                                    said
                                ) : (
                                    <a
                                        href={rowsAddress(
                                            entity.register.name,
                                            code == null ? { id: { eq: id } } : { code: { eq: code }, id: { eq: id } },
                                        )}
                                    >
                                        {said}
                                    </a>
                                )}
                                {checkpoint === null ? null : (
                                    <ProofOf
                                        subject={{ entity: entity.name, id, version: after?.version ?? null }}
                                        checkpoint={checkpoint}
                                    />
                                )}
                            </th>
                            <td rowSpan={shown.length}>{label('ChangeAction', action)}</td>
                        </>
                    )}
                    <td title={field.name}>{names.field(field.name)}</td>
                    <td class="before">{names.value(field.name, field.before)}</td>
                    <td class="after">{names.value(field.name, field.after)}</td>
                </tr>
            ))}
        </tbody>
    );
};

interface Props {
    readonly entity: Entity;
    readonly from: string;
    readonly to: string;
    readonly checkpoint: Checkpoint | null;
    /** How many rows are shown at first. */
    readonly most?: number;
}

/** The rows of a type that differ between two instants, with their fields before and after. */
export const DifferencesOf = ({ entity, from, to, checkpoint, most = 10 }: Props) => {
    const { say, number } = useReading();
    const names = useNames(entity);
    const [first, setFirst] = useState(most);
    return (
        <QueryPanel<Differences> title={names.title} query={differencesQuery(entity, from, to, first)} isWide>
            {({ rows }) => {
                const nodes = rows?.nodes ?? [];
                const total = rows?.totalCount ?? 0;
                return nodes.length === 0 ? (
                    <p class="quiet">{say(texts.none)}</p>
                ) : (
                    <>
                        <ScrolledTable
                            label={`${names.title}: ${say(texts.differences)}`}
                            kind="differences"
                            headings={[texts.row, texts.action, texts.field, texts.before, texts.after]}
                        >
                            {nodes.map((difference) => (
                                <Row key={difference.id} entity={entity} difference={difference} checkpoint={checkpoint} />
                            ))}
                        </ScrolledTable>
                        <p class="quiet">
                            {say(rowsShown(number(nodes.length), number(total)))}{' '}
                            {total > nodes.length && first < 1000 ? (
                                <button type="button" onClick={() => setFirst(Math.min(1000, first * 5))}>
                                    {say(texts.more)}
                                </button>
                            ) : null}
                        </p>
                    </>
                );
            }}
        </QueryPanel>
    );
};
