import { useEffect, useState } from 'preact/hooks';
import type { Query } from '../api';
import { rowsAddress, withParameters } from '../app/address';
import { useReading } from '../app/context';
import { useAnswer, type Connected } from '../app/data';
import { Facts, Hash } from '../app/facts';
import { instantIn } from '../app/numbers';
import { cursorsIn, Pages, type PageInfo } from '../app/pager';
import { ErrorList, ShowQuery } from '../app/panel';
import { text } from '../language';
import { typeOf, type Register } from './catalog';
import { selectionOf } from './conditions';
import { Edit } from './edit';
import { Differences, ofVersion, referencesQuery, toldOf, type References, type Told, type Version } from './differences';
import { pageArguments, pageInfoFields, requestOf } from './request';
import { Written } from './value';

const texts = {
    history: (code: string) => text(`History of ${code}`, `${code} 的历史`),
    back: text('Back to the table', '返回表格'),
    versions: text('versions', '个版本'),
    oneVersion: text('version', '个版本'),
    version: text('Version', '版本'),
    change: text('change', '变更'),
    effective: text('effective', '生效日期'),
    by: text('By', '记录人'),
    why: text('Why', '原因'),
    evidence: text('Evidence', '依据'),
    who: text('Who made the changes, and why', '变更人与变更原因'),
    withdrawn: text('The row was withdrawn by change', '该行已撤回，见变更'),
    none: text('There is no such row for you, as of this time.', '在此时点没有该行，或您无权读取。'),
    reading: text('Reading …', '读取中……'),
};

const pageSize = 20;
const cursors = ['earlier', 'later'] as const;

interface VersionsAnswer {
    readonly versions: { readonly totalCount: number; readonly pageInfo: PageInfo; readonly nodes: readonly Version[] | null } | null;
}

interface Changes {
    readonly changes: {
        readonly nodes:
            | readonly {
                  readonly sequence: number;
                  readonly actor: string;
                  readonly reason: string;
                  readonly evidenceReference: string | null;
                  readonly evidenceSha256: string | null;
              }[]
            | null;
    } | null;
}

/** The register of the versions of a register's rows; undefined if they have none. */
export const versionsOf = (register: Register, registers: readonly Register[]) =>
    registers.find((one) => typeOf(one) === `${typeOf(register)}Version`);

// The row whose history was shown last: back in the table, the keyboard is where it was.
let left: string | null = null;

/** What names a row among those of all registers. */
export const rowName = (register: Register, id: string) => `${register.name}/${id}`;

/** In a table that is drawn, takes the reader back to the row whose history was shown. */
export const useReturn = (isDrawn: boolean) =>
    useEffect(() => {
        if (isDrawn && left !== null) {
            document.querySelector<HTMLElement>(`[data-row="${CSS.escape(left)}"]`)?.focus();
            left = null;
        }
    }, [isDrawn]);

const versionsQuery = ({ field, filterType, sortType, columns }: Register, row: number, address: URL) => {
    const paths = columns.map(({ name }) => name).filter((name) => !ofVersion.has(name) && !name.includes('.'));
    return requestOf(
        'Versions',
        (given) => `{
  versions: ${field}(${[
      given('where', filterType, { rowId: { eq: row } }),
      given('order', `[${sortType}!]`, [{ version: 'DESC' }]),
      ...pageArguments(given, pageSize, cursorsIn(address, cursors)),
  ].join(', ')}) {
    totalCount
    ${pageInfoFields}
    nodes { version ${selectionOf(paths)} recordedBy { sequence recordedAt kind effectiveOn } endedBy { sequence } }
  }
}`,
    );
};

const changesQuery = (sequences: readonly number[]): Query => ({
    query: `query WhoAndWhy($where: ChangeFilterInput, $size: Int) {
  changes(where: $where, first: $size) {
    nodes { sequence actor reason evidenceReference evidenceSha256 }
  }
}`,
    variables: { where: { sequence: { in: sequences } }, size: pageSize },
});

type RecordedChange = Connected<Changes['changes']>;

const ChangeFacts = ({ actor, reason, evidenceReference, evidenceSha256 }: RecordedChange) => (
    <Facts
        facts={[
            [texts.by, actor],
            [texts.why, reason],
            [
                texts.evidence,
                evidenceReference === null && evidenceSha256 === null ? null : (
                    <>
                        {evidenceReference} <Hash of={evidenceSha256} />
                    </>
                ),
            ],
        ]}
    />
);

interface ListProps {
    readonly register: Register;
    readonly registers: readonly Register[];
    readonly versionRegister: Register;
    readonly versions: NonNullable<VersionsAnswer['versions']>;
}

const List = ({ register, registers, versionRegister, versions: { pageInfo, nodes } }: ListProps) => {
    const { say, language, label } = useReading();
    const versions = nodes ?? [];
    const told = toldOf(register, registers, versionRegister);
    const query = changesQuery(versions.map(({ recordedBy }) => recordedBy.sequence));
    const changes = useAnswer<Changes>(query);
    const { data: referred } = useAnswer<References>(referencesQuery(told, versions));
    const write = ({ column, target }: Told, value: unknown) => {
        const code = target && value != null ? referred?.[column.name]?.nodes?.find(({ id }) => id === String(value))?.code : undefined;
        return target === undefined || value == null ? <Written column={column} value={value} /> : (code ?? `#${String(value)}`);
    };
    return (
        <>
            <ol class="versions">
                {versions.map((version, index) => {
                    const { sequence, recordedAt, kind, effectiveOn } = version.recordedBy;
                    const change = changes.data?.changes?.nodes?.find((one) => one.sequence === sequence);
                    return (
                        <li key={version.version}>
                            <h3>
                                {say(texts.version)} {version.version}
                            </h3>
                            <p>
                                <time dateTime={recordedAt}>{instantIn(recordedAt, language)}</time> · {label('ChangeKind', kind)}
                                {effectiveOn === null ? null : `, ${say(texts.effective)} ${effectiveOn}`} ·{' '}
                                <a href={rowsAddress('changes', { sequence: { eq: sequence } })}>
                                    {say(texts.change)} {sequence}
                                </a>
                            </p>
                            {change === undefined ? null : <ChangeFacts {...change} />}
                            <Differences
                                told={told}
                                version={version}
                                before={versions[index + 1]}
                                hasEarlier={version.version > 1 && pageInfo.hasNextPage}
                                write={write}
                            />
                        </li>
                    );
                })}
            </ol>
            <section aria-label={say(texts.who)}>
                <ErrorList errors={changes.errors} />
                <ShowQuery query={query} />
            </section>
        </>
    );
};

interface Props {
    readonly register: Register;
    readonly registers: readonly Register[];
    readonly versionRegister: Register;
    readonly row: string;
    readonly address: URL;
}

/** The versions of a row, the newest first: when and by which change each was recorded, and how it differs from the one before. */
export const History = (shown: Props) => {
    const { say } = useReading();
    const [stored, setStored] = useState<readonly string[]>([]);
    const said = stored.at(-1);
    return (
        <>
            <p>
                <a href={withParameters(shown.address, { row: '', earlier: '', later: '' }).href}>← {say(texts.back)}</a>
            </p>
            <Versions key={stored.length} {...shown} />
            {said === undefined ? null : (
                <p class="notice" role="status">
                    {said}
                </p>
            )}
            <Edit key={stored.length} register={shown.register} row={shown.row} onStored={(to) => setStored([...stored, to])} />
        </>
    );
};

const Versions = ({ register, registers, versionRegister, row, address }: Props) => {
    const { say, number } = useReading();
    const query = versionsQuery(versionRegister, Number(row), address);
    const { data, errors, isReading } = useAnswer<VersionsAnswer>(query);
    useEffect(() => {
        left = rowName(register, row);
    }, [row]);
    const versions = data?.versions;
    const newest = versions?.nodes?.[0];
    return (
        <section class="history" aria-busy={isReading}>
            <h2>{say(texts.history(String(newest?.['code'] ?? `#${row}`)))}</h2>
            <ErrorList errors={errors} />
            {versions == null || newest === undefined ? (
                errors.length > 0 ? null : (
                    <p class="quiet">{say(isReading ? texts.reading : texts.none)}</p>
                )
            ) : (
                <>
                    <p role="status">
                        <strong>{number(versions.totalCount)}</strong> {say(versions.totalCount === 1 ? texts.oneVersion : texts.versions)}
                    </p>
                    {newest.endedBy === null || versions.pageInfo.hasPreviousPage ? null : (
                        <p class="notice">
                            {say(texts.withdrawn)} {newest.endedBy.sequence}
                        </p>
                    )}
                    <List register={register} registers={registers} versionRegister={versionRegister} versions={versions} />
                    <Pages info={versions.pageInfo} address={address} names={cursors} />
                </>
            )}
            <ShowQuery query={query} />
        </section>
    );
};
