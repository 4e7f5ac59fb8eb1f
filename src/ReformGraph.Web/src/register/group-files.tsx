import { addressOf, post, postFor, Refusal, type ApiError } from '../api';
import type { Where } from '../app/address';
import { useReading } from '../app/context';
import { csvFile } from '../app/csv';
import { useHanding } from '../app/file';
import { text, type Language } from '../language';
import type { Register } from './catalog';
import { conditionsOf, filterInOData } from './conditions';
import { isSame, mostGroups, queryFor, tableFor, type Group, type Grouped, type GroupPage, type Grouping } from './grouping';
import { keyValue, sayKey, titleOf as titleOfKey, type Key } from './keys';
import { count, measuredBy, sharedBy, shareOf, titleOf, type Measure } from './measures';

const texts = {
    title: text('These groups as', '将这些分组导出为'),
    share: text('Share', '占比'),
    unit: text('unit', '单位'),
    total: text('Total', '合计'),
    tooMany: text(
        'A file has at most 20,000 groups. Add conditions, or group by less.',
        '文件最多包含 20,000 个分组；请添加条件，或减少分组。',
    ),
};

const mostInFile = 20_000;

/** What the server makes of the groups itself. */
const served = [
    {
        title: 'XLSX',
        extension: 'xlsx',
        type: (language: Language) =>
            `application/vnd.openxmlformats-officedocument.spreadsheetml.sheet; headers=${language}; labels=${language}`,
    },
    { title: 'Parquet', extension: 'parquet', type: () => 'application/vnd.apache.parquet' },
] as const;

type Line = readonly (string | number | null)[];

// As in the exports of the server: a text that a spreadsheet would run as a formula is marked as a text.
const cellOf = (value: string | number | null) => {
    const said = String(value ?? '');
    return typeof value === 'string' && /^[=+\-@\t\r']/.test(said) ? `'${said}` : said;
};

const linesOf = ({ keys, measures, shown }: Grouping, groups: readonly Group[], language: Language): readonly Line[] => {
    const hasShare = shareOf(shown) !== undefined;
    const hasUnit = (measure: Measure) => measure.path.startsWith('quantity.');
    return [
        [
            ...keys.map((key) => titleOfKey(key, language)),
            ...measures.flatMap((measure) => [
                titleOf(measure, language),
                ...(hasUnit(measure) ? [`${titleOf(measure, language)}, ${texts.unit[language]}`] : []),
            ]),
            ...(hasShare ? [texts.share[language]] : []),
        ],
        ...groups.map(({ key: of, aggregate, share }) => [
            ...keys.map((key) => sayKey(key, keyValue(key, of), language)),
            ...measures.flatMap((measure) => {
                const { value, unit } = measuredBy(measure, aggregate);
                return [value, ...(hasUnit(measure) ? [unit ?? null] : [])];
            }),
            ...(hasShare ? [sharedBy(shown, share ?? {})] : []),
        ]),
    ];
};

const pivotOf = (
    { keys, shown }: Grouping,
    { groups, outer, across, total }: NonNullable<Grouped['rows']>,
    language: Language,
): readonly Line[] => {
    const [down, over] = keys as [Key, Key];
    const columns = across?.nodes ?? [];
    const valueOf = (group: Pick<Group, 'aggregate'> | undefined) =>
        group === undefined ? null : measuredBy(shown, group.aggregate).value;
    const find = (line: Group, column: Group) => groups.nodes?.find((one) => isSame([down], one, line) && isSame([over], one, column));
    const say = (key: Key, group: Group) => sayKey(key, keyValue(key, group.key), language);
    return [
        [titleOfKey(down, language), ...columns.map((column) => say(over, column)), texts.total[language]],
        ...(outer?.nodes ?? []).map((line) => [say(down, line), ...columns.map((column) => valueOf(find(line, column))), valueOf(line)]),
        [texts.total[language], ...columns.map(valueOf), valueOf({ aggregate: total })],
    ];
};

/** The address of the same groups in OData; null where OData does not have them: periods, and what is known of quantities. */
const oDataOf = ({ columns, field, isInOData }: Register, where: Where, { keys, measures }: Grouping, asOf: string) => {
    const conditions = conditionsOf(where);
    const isServed = keys.every(({ period }) => period === null) && measures.every(({ path }) => !path.startsWith('quantity.'));
    if (!isInOData || conditions === null || !isServed) {
        return null;
    }

    const functions: Readonly<Record<string, string>> = { sum: 'sum', avg: 'average' };
    const aggregates = measures.map(({ path, column }) =>
        path === count.path ? '$count as rows' : `${column!.name} with ${functions[path.split('.')[0]!]} as ${path.replace('.', '_')}`,
    );
    const groups = `groupby((${keys.map(({ path }) => path.replaceAll('.', '/')).join(',')}),aggregate(${aggregates.join(',')}))`;
    const filter = filterInOData(columns, conditions);
    const options = new URLSearchParams({
        $apply: filter === '' ? groups : `filter(${filter})/${groups}`,
        ...(asOf === '' ? {} : { asOf }),
    });
    return addressOf(`odata/${field}?${options.toString()}`).href;
};

interface Props {
    readonly register: Register;
    readonly where: Where;
    readonly grouping: Grouping;
    readonly answer: NonNullable<Grouped['rows']>;
}

/** The groups as files. The file has those of all pages. */
export const GroupFiles = ({ register, where, grouping, answer }: Props) => {
    const { say, language, asOf } = useReading();
    const { isPreparing, prepare, state } = useHanding();
    const readAll = async () => {
        const all: Group[] = [];
        for (let page: GroupPage | null = null; page === null || page.pageInfo.hasNextPage; ) {
            const after: string | null = page?.pageInfo.endCursor ?? null;
            const said: { data?: Grouped | null; errors?: readonly ApiError[] } = await post<Grouped>(
                queryFor(register, where, { ...grouping, isPivot: false, after, before: null }, mostGroups),
                asOf,
            );
            if (!said.data?.rows) {
                throw new Refusal(said.errors ?? []);
            }

            page = said.data.rows.groups;
            if (page.totalCount > mostInFile) {
                throw new Refusal([{ message: texts.tooMany[language] }]);
            }

            all.push(...(page.nodes ?? []));
        }

        return all;
    };
    const make = async () => {
        const lines = grouping.isPivot ? pivotOf(grouping, answer, language) : linesOf(grouping, await readAll(), language);
        return csvFile(lines.map((line) => line.map(cellOf)));
    };
    const oData = oDataOf(register, where, grouping, asOf);
    return (
        <>
            <p class="downloads">
                {say(texts.title)}
                <button type="button" disabled={isPreparing} onClick={() => void prepare(make, `${register.name}-groups.csv`)}>
                    CSV
                </button>
                {(grouping.isPivot ? [] : served).map(({ title, extension, type }) => (
                    <button
                        key={extension}
                        type="button"
                        disabled={isPreparing}
                        onClick={() =>
                            void prepare(
                                () => postFor(type(language), tableFor(register, where, grouping), asOf),
                                `${register.name}-groups.${extension}`,
                            )
                        }
                    >
                        {title}
                    </button>
                ))}
                {oData === null ? null : (
                    <a href={oData} target="_blank" rel="noreferrer">
                        OData
                    </a>
                )}
            </p>
            {state}
        </>
    );
};
