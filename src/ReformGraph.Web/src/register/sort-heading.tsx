import type { Sort } from './conditions';

interface Props {
    readonly path: string;
    readonly title: string;
    readonly description?: string | undefined;
    readonly isNumber: boolean;
    readonly sorts: readonly Sort[];
    /** The direction of the first click; the second is the other, and the third takes the sort away. */
    readonly first?: Sort['direction'];
    readonly onSort: (sort: Sort | null) => void;
}

/** A heading that sorts. */
export const SortHeading = ({ path, title, description, isNumber, sorts, first = 'ASC', onSort }: Props) => {
    const direction = sorts.find((sort) => sort.path === path)?.direction ?? null;
    const next = direction === null ? first : direction !== first ? null : first === 'ASC' ? 'DESC' : 'ASC';
    return (
        <th
            scope="col"
            class={isNumber ? 'number' : undefined}
            aria-sort={direction === 'ASC' ? 'ascending' : direction === 'DESC' ? 'descending' : 'none'}
        >
            <button type="button" title={description} onClick={() => onSort(next === null ? null : { path, direction: next })}>
                {title}
                <span aria-hidden="true">{direction === 'ASC' ? ' ↑' : direction === 'DESC' ? ' ↓' : ''}</span>
            </button>
        </th>
    );
};
