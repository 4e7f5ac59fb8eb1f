import { addressOf, type Query } from '../api';
import { go, pageAddress, withParameters, type Where } from '../app/address';
import { useReading } from '../app/context';
import { useAnswer } from '../app/data';
import { ErrorList, ShowQuery } from '../app/panel';
import { text } from '../language';
import { useRegisters, type Column, type Register } from './catalog';
import { oDataOf, orderOf, sortOf, type Sort } from './conditions';
import { Downloads } from './downloads';
import { Filter } from './filter';
import { Grid, type Row } from './grid';

const texts = {
    register: text('Register', '台账'),
    asOf: text('As of', '时点'),
    asOfHint: text('now; or change 12, or an instant', '现在；或变更序号 12，或时刻'),
    choice: text('What the page shows', '显示范围'),
    columns: text('Columns', '显示列'),
    rows: text('rows', '行'),
    pages: text('Pages', '翻页'),
    first: text('First page', '首页'),
    previous: text('Previous page', '上一页'),
    next: text('Next page', '下一页'),
    unknown: text(
        'There is no such register for you. The list above has those that you may read.',
        '没有该台账，或您无权读取；可读的台账见上方列表。',
    ),
    reading: text('Reading …', '读取中……'),
    notJson: text('A parameter of this address is not valid JSON; it is left out:', '地址参数不是有效的 JSON，已忽略：'),
};

const pageSize = 50;
const shownAtFirst = 9;
const technical = new Set(['id', 'synthetic', 'version']);

/** A parameter of the address that is JSON; undefined if it is not. */
const jsonIn = (address: URL, name: string): unknown => {
    try {
        return JSON.parse(address.searchParams.get(name) ?? 'null') as unknown;
    } catch {
        return undefined;
    }
};

const selectionOf = (paths: readonly string[]): string => {
    const inner = Map.groupBy(paths, (path) => path.split('.')[0]!);
    return [...inner]
        .map(([name, some]) =>
            some[0]!.includes('.') ? `${name} { ${selectionOf(some.map((path) => path.slice(name.length + 1)))} }` : name,
        )
        .join(' ');
};

interface Shown {
    readonly register: Register;
    readonly chosen: readonly Column[];
    readonly where: Where;
    readonly sort: Sort | null;
    readonly address: URL;
}

const queryFor = ({ register, chosen, where, sort, address }: Shown): Query => {
    const [after, before] = [address.searchParams.get('after'), address.searchParams.get('before')];
    const paths = [
        'id',
        ...chosen.map(({ name }) => name),
        ...register.columns.filter(({ name }) => name === 'county.code').map(({ name }) => name),
    ];
    const hasWhere = Object.keys(where).length > 0;
    const given = [
        ...(before === null ? ['first: $size', ...(after === null ? [] : ['after: $after'])] : ['last: $size', 'before: $before']),
        ...(hasWhere ? ['where: $where'] : []),
        ...(sort === null ? [] : ['order: $order']),
    ];
    const declared = [
        '$size: Int!',
        ...(before === null ? (after === null ? [] : ['$after: String']) : ['$before: String']),
        ...(hasWhere ? [`$where: ${register.filterType}`] : []),
        ...(sort === null ? [] : [`$order: [${register.sortType}!]`]),
    ];
    return {
        query: `query Rows(${declared.join(', ')}) {
  rows: ${register.field}(${given.join(', ')}) {
    totalCount
    pageInfo { hasPreviousPage hasNextPage startCursor endCursor }
    nodes { ${selectionOf([...new Set(paths)])} }
  }
}`,
        variables: {
            size: pageSize,
            ...(before === null ? (after === null ? {} : { after }) : { before }),
            ...(hasWhere ? { where } : {}),
            ...(sort === null ? {} : { order: [orderOf(sort)] }),
        },
    };
};

interface Rows {
    readonly rows: {
        readonly totalCount: number;
        readonly pageInfo: {
            readonly hasPreviousPage: boolean;
            readonly hasNextPage: boolean;
            readonly startCursor: string | null;
            readonly endCursor: string | null;
        };
        readonly nodes: readonly Row[] | null;
    } | null;
}

const fromFirstPage = { after: '', before: '' };

const Table = (shown: Shown) => {
    const { say, number, asOf } = useReading();
    const { register, chosen, where, sort, address } = shown;
    const { query, data, errors, isReading } = useAnswer<Rows>(queryFor(shown));
    const choose = (parameters: Readonly<Record<string, string>>) => go(withParameters(address, { ...fromFirstPage, ...parameters }));
    const info = data?.rows?.pageInfo;
    const names = chosen.map(({ name }) => name);
    const turn = (name: 'after' | 'before' | '', cursor: string | null | undefined) =>
        withParameters(address, { ...fromFirstPage, ...(name === '' ? {} : { [name]: cursor ?? '' }) }).href;
    return (
        <div aria-busy={isReading}>
            <Filter
                columns={register.columns}
                where={where}
                onWhere={(to) => choose({ where: Object.keys(to).length === 0 ? '' : JSON.stringify(to) })}
            />
            <details class="columns-chosen">
                <summary>
                    {say(texts.columns)} ({chosen.length}/{register.columns.length})
                </summary>
                <ul>
                    {register.columns.map(({ name, title }) => (
                        <li key={name}>
                            <label>
                                <input
                                    type="checkbox"
                                    checked={names.includes(name)}
                                    disabled={names.length === 1 && names.includes(name)}
                                    onChange={(event) =>
                                        choose({
                                            columns: register.columns
                                                .map((one) => one.name)
                                                .filter((one) => (one === name ? event.currentTarget.checked : names.includes(one)))
                                                .join(','),
                                        })
                                    }
                                />{' '}
                                {say(title)} <code>{name}</code>
                            </label>
                        </li>
                    ))}
                </ul>
            </details>
            <ErrorList errors={errors} />
            {data?.rows == null ? (
                errors.length > 0 ? null : (
                    <p class="quiet">{say(texts.reading)}</p>
                )
            ) : (
                <>
                    <p role="status">
                        <strong>{number(data.rows.totalCount)}</strong> {say(texts.rows)}
                    </p>
                    <Grid
                        register={register}
                        columns={chosen}
                        rows={data.rows.nodes ?? []}
                        sort={sort}
                        onSort={(to) => choose({ order: to === null ? '' : JSON.stringify([orderOf(to)]) })}
                    />
                    <nav class="pages" aria-label={say(texts.pages)}>
                        {info?.hasPreviousPage ? (
                            <>
                                <a href={turn('', null)}>{say(texts.first)}</a>{' '}
                                <a href={turn('before', info.startCursor)} rel="prev">
                                    {say(texts.previous)}
                                </a>
                            </>
                        ) : null}
                        {info?.hasNextPage ? (
                            <a href={turn('after', info.endCursor)} rel="next">
                                {say(texts.next)}
                            </a>
                        ) : null}
                    </nav>
                </>
            )}
            <Downloads
                register={register}
                columns={names}
                where={where}
                order={sort === null ? null : [orderOf(sort)]}
                asOf={asOf}
                oData={oDataOf(register.columns, names, where, sort)}
            />
            <ShowQuery query={query} />
        </div>
    );
};

/** The table of a register: any that the catalogue has. Its columns, conditions, order and page are in the address. */
export const RegisterPage = ({ address }: { readonly address: URL }) => {
    const { say, asOf } = useReading();
    const { registers, errors } = useRegisters();
    const name = decodeURIComponent(address.pathname.slice(addressOf('registers/').pathname.length));
    const register = registers?.find((one) => one.name === name);
    const [where, order] = [jsonIn(address, 'where'), jsonIn(address, 'order')];
    const wanted = address.searchParams.get('columns')?.split(',');
    const chosen =
        register === undefined
            ? []
            : wanted === undefined
              ? register.columns.filter((column) => !technical.has(column.name)).slice(0, shownAtFirst)
              : wanted.flatMap((one) => register.columns.filter((column) => column.name === one));
    const bad = [
        ['where', where],
        ['order', order],
    ]
        .filter(([, value]) => value === undefined)
        .map(([parameter]) => String(parameter));
    return (
        <>
            <form class="choice" aria-label={say(texts.choice)} onSubmit={(event) => event.preventDefault()}>
                <label class="grows">
                    {say(texts.register)}
                    <select value={name} onChange={(event) => go(new URL(pageAddress(`registers/${event.currentTarget.value}`)))}>
                        {registers?.map((one) => (
                            <option key={one.name} value={one.name}>
                                {say(one.title)}
                            </option>
                        ))}
                    </select>
                </label>
                <label>
                    {say(texts.asOf)}
                    <input
                        value={asOf}
                        placeholder={say(texts.asOfHint)}
                        spellcheck={false}
                        onChange={(event) => go(withParameters(address, { ...fromFirstPage, asOf: event.currentTarget.value.trim() }))}
                    />
                </label>
            </form>
            <ErrorList errors={errors} />
            {bad.length === 0 ? null : (
                <p class="notice">
                    {say(texts.notJson)} <code>{bad.join(', ')}</code>
                </p>
            )}
            {registers === null ? (
                errors.length > 0 ? null : (
                    <p class="quiet">{say(texts.reading)}</p>
                )
            ) : register === undefined ? (
                <p class="notice">{say(texts.unknown)}</p>
            ) : (
                <>
                    <p class="quiet" lang="en">
                        {register.description}
                    </p>
                    <Table
                        key={name}
                        register={register}
                        chosen={chosen.length === 0 ? register.columns.slice(0, shownAtFirst) : chosen}
                        where={(where ?? {}) as Where}
                        sort={sortOf(order)}
                        address={address}
                    />
                </>
            )}
        </>
    );
};
