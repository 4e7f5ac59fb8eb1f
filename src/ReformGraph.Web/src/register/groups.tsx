import { go, rowsAddress, withParameters, type Where } from '../app/address';
import { useReading } from '../app/context';
import { useAnswer, useDrawn } from '../app/data';
import { ErrorList, ShowQuery } from '../app/panel';
import { text } from '../language';
import type { Register } from './catalog';
import { GroupChart } from './group-chart';
import { GroupFiles } from './group-files';
import { GroupTable, type GroupsShown } from './group-table';
import { queryFor, type Grouped, type Grouping } from './grouping';
import { rowsOfGroup } from './keys';
import { fromFirstPage, Pages } from '../app/pager';
import { Pivot } from './pivot';

const texts = {
    groups: (count: number) => text(count === 1 ? 'group' : 'groups', '个分组'),
    comma: text(', ', '，'),
    rows: (count: number) => text(count === 1 ? 'row' : 'rows', '行'),
    none: text('No row meets the conditions. Remove one of them to see more.', '没有符合条件的行；移除某个条件可查看更多。'),
    page: text(
        'This page shows some of the groups. The totals are of all of them, and the chart is of this page.',
        '本页仅显示部分分组；合计为全部分组，图表仅为本页。',
    ),
    tooMany: (most: string) =>
        text(
            `A pivot has at most ${most} cells. Add conditions, or group by less; the table has all groups, page by page.`,
            `透视表最多 ${most} 个单元格；请添加条件或减少分组。表格可逐页查看全部分组。`,
        ),
    reading: text('Reading …', '读取中……'),
};

interface Props {
    readonly register: Register;
    readonly where: Where;
    readonly grouping: Grouping;
    readonly address: URL;
}

/** The groups of a register's rows: as a chart, and as a table or a pivot. */
export const Groups = (shown: Props) => {
    const { say, number } = useReading();
    const query = queryFor(shown.register, shown.where, shown.grouping);
    const { data, errors, isReading } = useAnswer<Grouped>(query);
    const { register, where, grouping, address } = useDrawn(shown, isReading);
    const answer = data?.rows;
    const info = answer?.groups.pageInfo;
    const isPart = info?.hasNextPage || info?.hasPreviousPage;
    const table: GroupsShown | null =
        answer == null
            ? null
            : {
                  grouping,
                  answer,
                  errors,
                  rowsOf: (keys, group) => rowsAddress(register.name, rowsOfGroup(where, keys, group)),
                  onSort: (sort) =>
                      go(
                          withParameters(address, {
                              ...fromFirstPage,
                              sort: sort === null ? '' : `${sort.path} ${sort.direction.toLowerCase()}`,
                          }),
                      ),
                  title: say(register.title),
              };
    return (
        <div aria-busy={isReading}>
            <ErrorList errors={errors} />
            {table === null ? (
                errors.length > 0 ? null : (
                    <p class="quiet">{say(texts.reading)}</p>
                )
            ) : (
                <>
                    <p role="status">
                        <strong>{number(table.answer.groups.totalCount)}</strong> {say(texts.groups(table.answer.groups.totalCount))}
                        {say(texts.comma)}
                        {number(table.answer.total['count'] as number)} {say(texts.rows(table.answer.total['count'] as number))}
                    </p>
                    {table.answer.groups.totalCount === 0 ? (
                        <p class="quiet">{say(texts.none)}</p>
                    ) : grouping.isPivot && isPart ? (
                        <p class="notice">{say(texts.tooMany(number(table.answer.groups.nodes?.length ?? 0)))}</p>
                    ) : (
                        <>
                            {isPart ? <p class="notice">{say(texts.page)}</p> : null}
                            <GroupChart grouping={grouping} answer={table.answer} />
                            {grouping.isPivot ? <Pivot shown={table} /> : <GroupTable shown={table} />}
                            {grouping.isPivot ? null : <Pages info={table.answer.groups.pageInfo} address={address} />}
                            <GroupFiles register={register} where={where} grouping={grouping} answer={table.answer} />
                        </>
                    )}
                </>
            )}
            <ShowQuery query={query} />
        </div>
    );
};
