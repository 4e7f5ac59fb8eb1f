import type { Query } from '../api';
import { go, pageAddress, withParameters, type Where } from '../app/address';
import { useReading } from '../app/context';
import { useAnswer, useDrawn } from '../app/data';
import { ErrorList, ShowQuery } from '../app/panel';
import { AsOf } from '../app/shell';
import { text } from '../language';
import { useRegisters, type Column, type Register } from './catalog';
import { isObject, oDataOf, orderOf, sortsOf } from './conditions';
import { Downloads } from './downloads';
import { Filter } from './filter';
import { Grid, type Row } from './grid';

const texts = {
    register: text('Register', '台账'),
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
    bad: text('A parameter of this address is not what the API takes; it is left out:', '地址参数不符合 API 的要求，已忽略：'),
    noColumns: text('This register has no such columns for you; they are left out:', '该台账没有以下列，或您无权读取，已忽略：'),
};

const pageSize = 50;
const shownAtFirst = 9;
const technical = new Set(['id', 'synthetic', 'version']);

/** A parameter of the address that is an object of the API, or a list of them; null if there is none, undefined for anything else. */
const inputIn = (address: URL, name: string): unknown => {
    try {
        const value = JSON.parse(address.searchParams.get(name) ?? 'null') as unknown;
        return value === null || [value].flat().every(isObject) ? value : undefined;
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
    readonly registers: readonly Register[];
    readonly chosen: readonly Column[];
    readonly where: Where;
    readonly order: unknown;
    readonly address: URL;
}

const queryFor = ({ register, chosen, where, order, address }: Shown): Query => {
    const [after, before] = [address.searchParams.get('after'), address.searchParams.get('before')];
    const paths = ['id', ...chosen.map(({ name }) => name), ...(register.county === undefined ? [] : [register.county])];
    const hasWhere = Object.keys(where).length > 0;
    const given = [
        ...(before === null ? ['first: $size', ...(after === null ? [] : ['after: $after'])] : ['last: $size', 'before: $before']),
        ...(hasWhere ? ['where: $where'] : []),
        ...(order === null ? [] : ['order: $order']),
    ];
    const declared = [
        '$size: Int!',
        ...(before === null ? (after === null ? [] : ['$after: String']) : ['$before: String']),
        ...(hasWhere ? [`$where: ${register.filterType}`] : []),
        ...(order === null ? [] : [`$order: [${register.sortType}!]`]),
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
            ...(order === null ? {} : { order }),
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
    const { register, chosen, where, order, address } = shown;
    const { query, data, errors, isReading } = useAnswer<Rows>(queryFor(shown));
    const drawn = useDrawn(shown, isReading);
    const choose = (parameters: Readonly<Record<string, string>>) => go(withParameters(address, { ...fromFirstPage, ...parameters }));
    const info = data?.rows?.pageInfo;
    const names = chosen.map(({ name }) => name);
    const turn = (name: 'after' | 'before' | '', cursor: string | null | undefined) =>
        withParameters(drawn.address, { ...fromFirstPage, ...(name === '' ? {} : { [name]: cursor ?? '' }) }).href;
    const sorts = sortsOf(order);
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
                        registers={drawn.registers}
                        columns={drawn.chosen}
                        rows={data.rows.nodes ?? []}
                        sorts={sortsOf(drawn.order) ?? []}
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
                order={order}
                oData={oDataOf(register, { names, where, sorts, asOf })}
            />
            <ShowQuery query={query} />
        </div>
    );
};

/** The table of a register: any that the catalogue has. Its columns, conditions, order and page are in the address. */
export const RegisterPage = ({ address, name }: { readonly address: URL; readonly name: string }) => {
    const { say } = useReading();
    const { registers, errors } = useRegisters();
    const register = registers?.find((one) => one.name === name);
    const [given, order] = [inputIn(address, 'where'), inputIn(address, 'order')];
    const where = Array.isArray(given) ? undefined : given;
    const wanted = [
        ...new Set(
            address.searchParams
                .get('columns')
                ?.split(',')
                .filter((one) => one !== ''),
        ),
    ];
    const usual = register?.columns.filter((column) => !technical.has(column.name)).slice(0, shownAtFirst) ?? [];
    const chosen = wanted.flatMap((one) => register?.columns.filter((column) => column.name === one) ?? []);
    const unknown = register === undefined ? [] : wanted.filter((one) => !chosen.some((column) => column.name === one));
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
                <AsOf onAsOf={(asOf) => go(withParameters(address, { ...fromFirstPage, asOf }))} />
            </form>
            <ErrorList errors={errors} />
            {(
                [
                    [texts.bad, bad],
                    [texts.noColumns, unknown],
                ] as const
            ).map(([title, names]) =>
                names.length === 0 ? null : (
                    <p class="notice" key={title.en}>
                        {say(title)} <code>{names.join(', ')}</code>
                    </p>
                ),
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
                        registers={registers}
                        chosen={chosen.length === 0 ? usual : chosen}
                        where={(where ?? {}) as Where}
                        order={order ?? null}
                        address={address}
                    />
                </>
            )}
        </>
    );
};
