import { useReading } from '../app/context';
import { Scroll } from '../app/table';
import { text } from '../language';
import type { Row } from './conditions';
import { KeyHeading, MeasureHeading, type GroupsShown } from './group-table';
import { isSame } from './grouping';
import { keyValue, sayKey, titleOf as titleOfKey, type Key } from './keys';
import { count } from './measures';
import { Measured, type Place } from './numbers';

const texts = { total: text('Total', '合计') };

/** Two keys as rows and columns, with a number in each cell and its totals. A cell without rows is empty. */
export const Pivot = ({ shown }: { readonly shown: GroupsShown }) => {
    const { say, number, language } = useReading();
    const { grouping, answer, errors, rowsOf, title } = shown;
    const { shown: measure } = grouping;
    const [down, over] = grouping.keys as [Key, Key];
    const cells = answer.groups.nodes ?? [];
    const [lines, columns] = [answer.outer?.nodes ?? [], answer.across?.nodes ?? []];
    const cell = (key: string, aggregate: Row, place: Place, href: string) => (
        <td class="number" key={key}>
            {measure.path === count.path ? (
                <a href={href}>{number(aggregate['count'] as number)}</a>
            ) : (
                <a href={href}>
                    <Measured measure={measure} aggregate={aggregate} place={place} errors={errors} />
                </a>
            )}
        </td>
    );
    return (
        <Scroll label={title}>
            <table class="grid groups pivot">
                <thead>
                    <tr>
                        <KeyHeading of={down} shown={shown} />
                        <th scope="colgroup" colSpan={columns.length}>
                            {titleOfKey(over, language)}
                        </th>
                        <MeasureHeading of={measure} shown={shown} />
                    </tr>
                    <tr>
                        <td />
                        {columns.map((column) => (
                            <th scope="col" class="number" key={JSON.stringify(column.key)}>
                                {sayKey(over, keyValue(over, column.key), language)}
                            </th>
                        ))}
                        <th scope="col" class="number">
                            {say(texts.total)}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {lines.map((line, index) => (
                        <tr key={JSON.stringify(line.key)}>
                            <th scope="row">{sayKey(down, keyValue(down, line.key), language)}</th>
                            {columns.map((column) => {
                                const found = cells.findIndex((one) => isSame([down], one, line) && isSame([over], one, column));
                                const key = JSON.stringify(column.key);
                                return found < 0 ? (
                                    <td key={key} />
                                ) : (
                                    cell(
                                        key,
                                        cells[found]!.aggregate,
                                        ['rows', 'groups', 'nodes', found, 'aggregate'],
                                        rowsOf([down, over], cells[found]!.key),
                                    )
                                );
                            })}
                            {cell('total', line.aggregate, ['rows', 'outer', 'nodes', index, 'aggregate'], rowsOf([down], line.key))}
                        </tr>
                    ))}
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{say(texts.total)}</th>
                        {columns.map((column, index) =>
                            cell(
                                JSON.stringify(column.key),
                                column.aggregate,
                                ['rows', 'across', 'nodes', index, 'aggregate'],
                                rowsOf([over], column.key),
                            ),
                        )}
                        <td class="number">
                            {measure.path === count.path ? (
                                <a href={rowsOf([], {})}>{number(answer.total['count'] as number)}</a>
                            ) : (
                                <Measured measure={measure} aggregate={answer.total} place={['rows', 'total']} errors={errors} />
                            )}
                        </td>
                    </tr>
                </tfoot>
            </table>
        </Scroll>
    );
};
