import type { ApiError } from '../api';
import { useReading } from '../app/context';
import { Scroll } from '../app/table';
import { text } from '../language';
import type { Row, Sort } from './conditions';
import { isSame, nameOf, type Group, type Grouped, type Grouping } from './grouping';
import { keyValue, sayKey, titleOf as titleOfKey, type Key } from './keys';
import { count, sharedBy, shareOf, titleOf, type Measure } from './measures';
import { Measured, Share, type Place } from './numbers';
import { SortHeading } from './sort-heading';

const texts = {
    share: text('Share', '占比'),
    ofParent: text('Share of its group', '组内占比'),
    subtotal: text('Subtotal', '小计'),
    total: text('Total', '合计'),
};

/** What a table of groups is drawn with. */
export interface GroupsShown {
    readonly grouping: Grouping;
    readonly answer: NonNullable<Grouped['rows']>;
    readonly errors: readonly ApiError[];
    /** The address of the rows of a group; of all rows without one. */
    readonly rowsOf: (keys: readonly Key[], group: Row) => string;
    readonly onSort: (sort: Sort | null) => void;
    readonly title: string;
}

/** The heading of a key. */
export const KeyHeading = ({ of, shown: { grouping, onSort } }: { readonly of: Key; readonly shown: GroupsShown }) => {
    const { language } = useReading();
    const sorts = grouping.sort === null ? [] : [grouping.sort];
    return <SortHeading path={nameOf(of)} title={titleOfKey(of, language)} isNumber={false} sorts={sorts} onSort={onSort} />;
};

/** The heading of a number; the API does not sort groups by each. */
export const MeasureHeading = ({ of, shown: { grouping, onSort } }: { readonly of: Measure; readonly shown: GroupsShown }) => {
    const { language } = useReading();
    const sorts = grouping.sort === null ? [] : [grouping.sort];
    const title = titleOf(of, language);
    return of.path.startsWith('quantity.') ? (
        <th scope="col" class="number">
            {title}
        </th>
    ) : (
        <SortHeading path={of.path} title={title} isNumber sorts={sorts} first="DESC" onSort={onSort} />
    );
};

interface LineProps {
    readonly shown: GroupsShown;
    readonly group: Pick<Group, 'aggregate' | 'share' | 'ofParent'>;
    readonly place: Place;
    readonly href: string;
}

/** The numbers of a group; the number of its rows leads to them. */
const Numbers = ({ shown, group, place, href }: LineProps) => {
    const { number } = useReading();
    const { grouping, errors } = shown;
    return (
        <>
            {grouping.measures.map((measure) => (
                <td class="number" key={measure.path}>
                    {measure.path === count.path ? (
                        <a href={href}>{number(group.aggregate['count'] as number)}</a>
                    ) : (
                        <Measured measure={measure} aggregate={group.aggregate} place={place} errors={errors} />
                    )}
                </td>
            ))}
            {shareOf(grouping.shown) === undefined ? null : (
                <>
                    <td class="number">{group.share === undefined ? null : <Share share={sharedBy(grouping.shown, group.share)} />}</td>
                    {grouping.keys.length === 1 ? null : (
                        <td class="number">
                            {group.ofParent === undefined ? null : <Share share={sharedBy(grouping.shown, group.ofParent)} />}
                        </td>
                    )}
                </>
            )}
        </>
    );
};

/** The groups line by line: by two keys, those of each value of the first with their subtotal. */
export const GroupTable = ({ shown }: { readonly shown: GroupsShown }) => {
    const { say, language } = useReading();
    const { grouping, answer, rowsOf, title } = shown;
    const { keys } = grouping;
    const groups = (answer.groups.nodes ?? []).map((group, index) => ({
        group,
        place: ['rows', 'groups', 'nodes', index, 'aggregate'] as const,
    }));
    const says = (key: Key, group: Group) => sayKey(key, keyValue(key, group.key), language);
    const line = ({ group, place }: (typeof groups)[number]) => (
        <tr key={JSON.stringify(group.key)}>
            {keys.map((key, index) => (
                <th scope="row" key={nameOf(key)} class={index < keys.length - 1 ? 'repeated' : undefined}>
                    {says(key, group)}
                </th>
            ))}
            <Numbers shown={shown} group={group} place={place} href={rowsOf(keys, group.key)} />
        </tr>
    );
    const isBelow = (parent: Group) => groups.filter(({ group }) => isSame(keys.slice(0, 1), group, parent));
    const outer = (answer.outer?.nodes ?? [])
        .map((group, index) => ({ group, place: ['rows', 'outer', 'nodes', index, 'aggregate'] as const }))
        .filter(({ group }) => isBelow(group).length > 0);
    // Of more groups than a response has, some are here without their subtotal.
    const alone =
        keys.length === 1 ? groups : groups.filter(({ group }) => !outer.some((parent) => isSame(keys.slice(0, 1), group, parent.group)));
    return (
        <Scroll label={title}>
            <table class="grid groups">
                <thead>
                    <tr>
                        {keys.map((key) => (
                            <KeyHeading key={nameOf(key)} of={key} shown={shown} />
                        ))}
                        {grouping.measures.map((measure) => (
                            <MeasureHeading key={measure.path} of={measure} shown={shown} />
                        ))}
                        {(shareOf(grouping.shown) === undefined
                            ? []
                            : keys.length === 1
                              ? [texts.share]
                              : [texts.share, texts.ofParent]
                        ).map((name) => (
                            <th scope="col" class="number" key={name.en}>
                                {say(name)}
                            </th>
                        ))}
                    </tr>
                </thead>
                {outer.map(({ group: parent, place }) => (
                    <tbody key={JSON.stringify(parent.key)}>
                        {isBelow(parent).map(line)}
                        <tr class="subtotal">
                            <th scope="row">{says(keys[0]!, parent)}</th>
                            <th scope="row">{say(texts.subtotal)}</th>
                            <Numbers shown={shown} group={parent} place={place} href={rowsOf(keys.slice(0, 1), parent.key)} />
                        </tr>
                    </tbody>
                ))}
                <tbody>{alone.map(line)}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row" colSpan={keys.length}>
                            {say(texts.total)}
                        </th>
                        <Numbers shown={shown} group={{ aggregate: answer.total }} place={['rows', 'total']} href={rowsOf([], {})} />
                    </tr>
                </tfoot>
            </table>
        </Scroll>
    );
};
