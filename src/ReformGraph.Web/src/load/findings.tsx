import type { ComponentChildren } from 'preact';
import { rowsAddress } from '../app/address';
import { useReading } from '../app/context';
import { Headings, ScrolledTable } from '../app/table';
import { text, type Text } from '../language';

const texts = {
    refused: text('What must be corrected', '须更正之处'),
    row: text('Row', '行'),
    column: text('Column', '列'),
    value: text('Value', '值'),
    message: text('What would be right', '应为'),
    more: (count: number) => text(`and ${count} more`, `另有 ${count} 项`),
    checks: text('Effects on the checks', '对校验的影响'),
    check: text('Check', '校验'),
    before: text('Before', '之前'),
    after: text('After', '之后'),
    of: text('expected', '应为'),
};

/** A list of which the first entries are there. */
export interface Listed<Entry> {
    readonly total: number;
    readonly listed: readonly Entry[];
}

const mostListed = 100;

const moreThanListed = ({ total, listed }: Listed<unknown>) => total - Math.min(listed.length, mostListed);

/** A cell that the server does not take. */
export interface RefusedCell {
    readonly row?: number;
    readonly column: string;
    readonly value?: string;
    readonly message: string;
}

/** A list that opens, with how many entries it has. */
export const Entries = <Entry,>({
    title,
    of,
    say,
}: {
    readonly title: Text;
    readonly of: Listed<Entry>;
    readonly say: (entry: Entry) => ComponentChildren;
}) => {
    const { say: sayText, number } = useReading();
    return of.total === 0 ? null : (
        <details class="entries">
            <summary>
                {sayText(title)}: {number(of.total)}
            </summary>
            <ul>
                {of.listed.slice(0, mostListed).map((entry, index) => (
                    <li key={index}>{say(entry)}</li>
                ))}
                {moreThanListed(of) === 0 ? null : <li class="quiet">{sayText(texts.more(moreThanListed(of)))}</li>}
            </ul>
        </details>
    );
};

/** The cells that must be corrected before anything is stored. */
export const Refused = ({ cells }: { readonly cells: Listed<RefusedCell> }) => {
    const { say } = useReading();
    return cells.total === 0 ? null : (
        <section class="errors">
            <h2>{say(texts.refused)}</h2>
            <ScrolledTable label={say(texts.refused)} headings={[texts.row, texts.column, texts.value, texts.message]}>
                <tbody>
                    {cells.listed.slice(0, mostListed).map(({ row, column, value, message }, index) => (
                        <tr key={index}>
                            <td>{row}</td>
                            <td>{column}</td>
                            <td>{value}</td>
                            <td>{message}</td>
                        </tr>
                    ))}
                </tbody>
            </ScrolledTable>
            {moreThanListed(cells) === 0 ? null : <p class="quiet">{say(texts.more(moreThanListed(cells)))}</p>}
        </section>
    );
};

interface Result {
    readonly status: string;
    readonly expected: number | null;
    readonly actual: number | null;
}

/** A check whose result changes. */
export interface ChangedCheck {
    readonly code: string;
    readonly before?: Result | null;
    readonly after?: Result | null;
}

/** The checks whose result changes. */
export const ChangedChecks = ({ checks }: { readonly checks: readonly ChangedCheck[] }) => {
    const { say, label, number } = useReading();
    const said = (result: Result | null | undefined) =>
        result == null ? (
            '—'
        ) : (
            <>
                {label('CheckStatus', result.status)}
                {result.actual == null || result.expected == null ? null : (
                    <span class="quiet">
                        {' '}
                        ({number(result.actual)}; {say(texts.of)} {number(result.expected)})
                    </span>
                )}
            </>
        );
    return checks.length === 0 ? null : (
        <section>
            <h2>{say(texts.checks)}</h2>
            <table>
                <Headings of={[texts.check, texts.before, texts.after]} />
                <tbody>
                    {checks.map(({ code, before, after }) => (
                        <tr key={code}>
                            <th scope="row">
                                <a href={rowsAddress('checks', { code: { eq: code } })}>{code}</a>
                            </th>
                            <td>{said(before)}</td>
                            <td>{said(after)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </section>
    );
};
