import type { Query } from '../api';
import type { Where } from '../app/address';
import { cursorsIn, type Cursors, type PageInfo } from '../app/pager';
import { typeOf, type Register } from './catalog';
import { nest, selectionOf as selectPaths, type Row, type Sort } from './conditions';
import { inputOf, keyValue, keysIn, orderByKey, selectedAs, type Key } from './keys';
import { count, selectionOf, shareOf, type Measure } from './measures';
import type { Offer } from './offers';
import { pageArguments, pageInfoFields, requestOf, whereArgument, type Given } from './request';

/** How rows are grouped, and how the groups are shown. */
export interface Grouping extends Cursors {
    readonly keys: readonly Key[];
    /** The numbers of each group; the number of rows is always among them. */
    readonly measures: readonly Measure[];
    /** The number in the chart, in shares and in the cells of a pivot. */
    readonly shown: Measure;
    /** By the path of a key or a measure; null for the order of the keys. */
    readonly sort: Sort | null;
    /** Whether the second key is across. */
    readonly isPivot: boolean;
}

/** The largest number of groups in a response, and that of groups by one key on a page. */
export const mostGroups = 500;
const pageSize = 50;

/** A sort in the address, such as `count desc`. */
const sortIn = (said: string | null): Sort | null => {
    const [path, direction] = (said ?? '').split(' ');
    return path === undefined || path === '' ? null : { path, direction: direction?.toLowerCase() === 'desc' ? 'DESC' : 'ASC' };
};

/** What names a key among the sorts. */
export const nameOf = (key: Key) => (key.as === undefined ? key.path : `${key.path}.${key.as}`);

/** What the address says of groups, and those of its parameters that are not what the API offers. */
export const groupingIn = (address: URL, by: unknown, { keys: offered, measures: measured }: Offer) => {
    const columns = offered.flatMap((one) => one.columns);
    const found = keysIn(by) ?? [];
    const isTwice = found.length === 2 && found[0]!.path === found[1]!.path;
    const keys = found.flatMap(({ path, period }): readonly Key[] => {
        const column = columns.find(({ name }) => name === path);
        const isDated = column?.type === 'date' || column?.type === 'datetime';
        return column === undefined || (period !== null && !isDated)
            ? []
            : [{ path, period, column, as: isTwice ? (period ?? 'value').toLowerCase() : undefined }];
    });
    const given = (address.searchParams.get('measures') ?? '').split(',').filter((path) => path !== '');
    const measures = measured.filter(({ path }) => path === count.path || given.includes(path));
    const value = address.searchParams.get('value');
    const sort = sortIn(address.searchParams.get('sort'));
    const isSort = sort === null || [...keys.map(nameOf), ...measures.map(({ path }) => path)].includes(sort.path);
    const grouping: Grouping = {
        keys,
        measures,
        sort: isSort ? sort : null,
        shown: measures.find(({ path }) => path === value) ?? count,
        isPivot: keys.length === 2 && address.searchParams.get('view') === 'pivot',
        ...cursorsIn(address),
    };
    const bad = [
        [
            'by',
            keysIn(by) !== null &&
                keys.length === [by ?? []].flat().length &&
                keys.length <= 2 &&
                (!isTwice || keys[0]!.as !== keys[1]!.as),
        ],
        ['measures', given.every((path) => measures.some((one) => one.path === path))],
        ['value', value === null || grouping.shown.path === value],
        ['sort', isSort],
    ]
        .filter(([, isRight]) => !isRight)
        .map(([name]) => String(name));
    return { grouping: bad.includes('by') ? null : grouping, bad };
};

const orderFor = (sort: Sort | null, keys: readonly Key[]) => {
    const key = keys.find((one) => nameOf(one) === sort?.path);
    return sort === null
        ? null
        : key !== undefined
          ? [orderByKey(key, sort.direction)]
          : sort.path === count.path || /^(sum|avg)\./.test(sort.path)
            ? [{ aggregate: nest(sort.path, sort.direction) }]
            : null;
};

/** The arguments of groups by some keys; no order if the sort is by another key. */
const groupArguments = (given: Given, type: string, keys: readonly Key[], sort: Sort | null, [by, order] = ['by', 'order']) => {
    const ordered = orderFor(sort, keys);
    return [
        given('by', `[${type}GroupBy!]!`, keys.map(inputOf), by),
        ...(ordered === null ? [] : [given('order', `[${type}GroupSortInput!]`, ordered, order)]),
    ];
};

/** The request for the groups; by two keys, also for those by each of them, which are the totals. */
export const queryFor = (register: Register, where: Where, grouping: Grouping, size?: number): Query => {
    const { keys, measures, shown, sort, isPivot } = grouping;
    const type = typeOf(register);
    const share = shareOf(shown);
    const ofTotal = share === undefined ? '' : ` share { ${share} }`;
    const ofParent = share === undefined || keys.length === 1 ? '' : ` ofParent: share(of: PARENT) { ${share} }`;
    const groupsBy = (given: Given, alias: string, by: readonly Key[], page: readonly string[], fields: string) => {
        const isMain = alias === 'groups';
        const list = [...groupArguments(given, type, by, sort, isMain ? undefined : [`${alias}By`, `${alias}Order`]), ...page];
        return `    ${isMain ? '' : `${alias}: `}groups(${list.join(', ')}) {
      totalCount
      ${pageInfoFields}
      nodes { key { ${selectPaths(by.map(selectedAs))} } aggregate { ...Numbers }${fields} }
    }`;
    };
    const groups = requestOf('Groups', (given) => {
        const list = [...whereArgument(given, register, where), 'first: 0'];
        const page = pageArguments(given, size ?? (keys.length === 1 ? pageSize : mostGroups), grouping);
        const first = ['first: $size'];
        return `{
  rows: ${register.field}(${list.join(', ')}) {
    total: aggregate { ...Numbers }
${[
    groupsBy(given, 'groups', keys, page, ofTotal + ofParent),
    ...(keys.length === 1 ? [] : [groupsBy(given, 'outer', keys.slice(0, 1), first, ofTotal)]),
    ...(isPivot ? [groupsBy(given, 'across', keys.slice(1), first, '')] : []),
].join('\n')}
  }
}`;
    });
    return { ...groups, query: `${groups.query}\n\nfragment Numbers on ${type}Aggregate { ${selectionOf(measures)} }` };
};

/** The request for all groups as a table. */
export const tableFor = (register: Register, where: Where, { keys, measures, shown, sort }: Grouping): Query => {
    const type = typeOf(register);
    const share = shareOf(shown);
    return requestOf('Groups', (given) => {
        const conditions = whereArgument(given, register, where).map((argument) => `(${argument})`);
        const numbers = `aggregate { ${selectionOf(measures)} }${share === undefined ? '' : ` share { ${share} }`}`;
        return `{
  ${register.field}${conditions.join('')} {
    groups(${groupArguments(given, type, keys, sort).join(', ')}) {
      nodes { key { ${selectPaths(keys.map(selectedAs))} } ${numbers} }
    }
  }
}`;
    });
};

/** A group as the API gives it. */
export interface Group {
    readonly key: Row;
    readonly aggregate: Row;
    readonly share?: Row;
    readonly ofParent?: Row;
}

/** A page of groups. */
export interface GroupPage {
    readonly totalCount: number;
    readonly pageInfo: PageInfo;
    readonly nodes: readonly Group[] | null;
}

/** The answer to the request for groups. */
export interface Grouped {
    readonly rows: {
        readonly total: Row;
        readonly groups: GroupPage;
        readonly outer?: GroupPage;
        readonly across?: GroupPage;
    } | null;
}

/** Whether two groups have the same values of some keys. */
export const isSame = (keys: readonly Key[], one: Group, other: Group) =>
    keys.every((key) => keyValue(key, one.key) === keyValue(key, other.key));
