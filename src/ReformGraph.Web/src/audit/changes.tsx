import { go, pageAddress, rowsAddress, withParameters } from '../app/address';
import { useReading } from '../app/context';
import { queryOf, useAnswer, type Connected } from '../app/data';
import { Hash } from '../app/facts';
import { instantIn } from '../app/numbers';
import { cursorsIn, fromFirstPage, Pages } from '../app/pager';
import { Panel } from '../app/panel';
import { ofNumbers, ScrolledTable } from '../app/table';
import { text } from '../language';
import { AuditChoicesDocument, ChangesDocument, type AuditChoicesQuery, type ChangesQuery } from '../operations';
import { changes as numberOf } from './checkpoint';
import type { Entity } from './entities';
import { chosenIn, conditionOf } from './period';

const texts = {
    changes: text('Changes', '变更'),
    filter: text('Which changes', '变更范围'),
    change: text('Change', '变更'),
    recordedAt: text('Recorded', '记录时间'),
    actor: text('By', '操作者'),
    kind: text('Kind', '类别'),
    reason: text('Reason', '理由'),
    evidence: text('Evidence', '依据'),
    rows: text('Rows', '行数'),
    from: text('After', '晚于'),
    to: text('Up to', '截至'),
    hint: text('change 12, or 2026-11-30T08:00:00+08:00', '变更序号 12，或 2026-11-30T08:00:00+08:00'),
    any: text('any', '全部'),
    entity: text('Rows of', '所涉数据'),
    none: text('No change meets these conditions.', '没有符合条件的变更。'),
    asOf: text('as of then', '查看当时'),
    since: text('compare since', '从此比较'),
    effectiveOn: text('effective on', '生效日期'),
    notForYou: text('Your key may not see who made a change, why, and with what evidence.', '您的密钥无权查看变更的操作者、理由和依据。'),
    actions: text('Actions', '操作'),
};

export type Change = Connected<ChangesQuery['changes']>;

const pageSize = 20;

interface Props {
    readonly address: URL;
    /** Whether the reader may see who made a change, and why. */
    readonly author: boolean;
}

const Filter = ({ address, author, entities }: Props & { readonly entities: readonly Entity[] }) => {
    const { say } = useReading();
    const { data } = useAnswer<AuditChoicesQuery>(queryOf(AuditChoicesDocument, { author }));
    const chosen = chosenIn(address);
    const choose = (name: string, value: string) => go(withParameters(address, { ...fromFirstPage, [name]: value.trim() }));
    const lists = [
        ...(author ? [['actor', texts.actor, data?.changes?.groups?.nodes?.map(({ key }) => key.actor)] as const] : []),
        ['entity', texts.entity, data?.changedRows?.groups?.nodes?.map(({ key }) => key.entity)] as const,
    ];
    const titleOf = (name: string, value: string | null) => {
        const register = name === 'entity' ? entities.find((one) => one.name === value)?.register : undefined;
        return register === undefined ? value : say(register.title);
    };
    return (
        <div class="filter wide">
            <form aria-label={say(texts.filter)} onSubmit={(event) => event.preventDefault()}>
                {(['from', 'to'] as const).map((name) => (
                    <label key={name}>
                        {say(texts[name])}
                        <input
                            value={chosen[name]}
                            placeholder={say(texts.hint)}
                            spellcheck={false}
                            onChange={(event) => choose(name, event.currentTarget.value)}
                        />
                    </label>
                ))}
                {lists.map(([name, title, values]) => (
                    <label key={name}>
                        {say(title)}
                        <select value={chosen[name]} onChange={(event) => choose(name, event.currentTarget.value)}>
                            <option value="">{say(texts.any)}</option>
                            {[...new Set([...(values ?? []), ...(chosen[name] === '' ? [] : [chosen[name]])])].map((value) => (
                                <option key={value} value={value ?? ''}>
                                    {titleOf(name, value)}
                                </option>
                            ))}
                        </select>
                    </label>
                ))}
            </form>
        </div>
    );
};

const ChangeRow = ({ change, address, author }: Props & { readonly change: Change }) => {
    const { say, number, label, language } = useReading();
    const { sequence, recordedAt, kind, effectiveOn, rowCount, actor, reason, evidenceReference, evidenceSha256 } = change;
    const isOpen = address.searchParams.get('change') === String(sequence);
    return (
        <tr>
            <th scope="row">
                <a
                    href={withParameters(address, { change: isOpen ? '' : String(sequence) }).href}
                    data-stays
                    aria-expanded={isOpen}
                    {...(isOpen ? { 'aria-current': 'true' as const } : {})}
                >
                    {number(sequence)}
                </a>
            </th>
            <td>
                <time dateTime={recordedAt}>{instantIn(recordedAt, language)}</time>
            </td>
            {author ? <td>{actor}</td> : null}
            <td>
                {label('ChangeKind', kind)}
                {effectiveOn === null ? null : (
                    <span class="quiet">
                        , {say(texts.effectiveOn)} {effectiveOn}
                    </span>
                )}
            </td>
            {author ? (
                <>
                    <td class="said">{reason}</td>
                    <td class="said">
                        {evidenceReference}
                        <Hash of={evidenceSha256} />
                    </td>
                </>
            ) : null}
            <td class="number">
                <a href={rowsAddress('changed-rows', { change: { sequence: { eq: sequence } } })}>{number(rowCount)}</a>
            </td>
            <td class="actions">
                <a href={pageAddress('', { asOf: String(sequence) })}>{say(texts.asOf)}</a>{' '}
                <a href={withParameters(address, { ...fromFirstPage, from: String(sequence), change: '' }).href} data-stays>
                    {say(texts.since)}
                </a>
            </td>
        </tr>
    );
};

/** Changes with who made them, when, why, and with what evidence. */
export const ChangeTable = ({ address, author, changes }: Props & { readonly changes: readonly Change[] }) => {
    const { say } = useReading();
    return (
        <ScrolledTable
            label={say(texts.changes)}
            kind="changes"
            headings={[
                texts.change,
                texts.recordedAt,
                ...(author ? [texts.actor] : []),
                texts.kind,
                ...(author ? [texts.reason, texts.evidence] : []),
                ofNumbers(texts.rows),
                { ...texts.actions, kind: 'actions' },
            ]}
        >
            <tbody>
                {changes.map((change) => (
                    <ChangeRow key={change.sequence} change={change} address={address} author={author} />
                ))}
            </tbody>
        </ScrolledTable>
    );
};

/** The changes, newest first, with the conditions that they meet. */
export const Changes = ({ address, author, entities }: Props & { readonly entities: readonly Entity[] }) => {
    const { say } = useReading();
    const { after, before } = cursorsIn(address);
    const page = before === null ? { first: pageSize, after } : { last: pageSize, before };
    return (
        <>
            <Filter address={address} author={author} entities={entities} />
            <Panel
                title={texts.changes}
                document={ChangesDocument}
                variables={{ author, where: conditionOf(chosenIn(address)), ...page }}
                isWide
            >
                {({ changes }) => (
                    <>
                        {author ? null : <p class="quiet">{say(texts.notForYou)}</p>}
                        <p role="status">
                            <strong>{say(numberOf(changes?.totalCount ?? 0))}</strong>
                        </p>
                        {changes === null || changes.totalCount === 0 ? (
                            <p class="quiet">{say(texts.none)}</p>
                        ) : (
                            <ChangeTable address={address} author={author} changes={changes.nodes ?? []} />
                        )}
                        {changes === null ? null : <Pages info={changes.pageInfo} address={address} />}
                    </>
                )}
            </Panel>
        </>
    );
};
