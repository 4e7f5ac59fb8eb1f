import { useReading } from '../app/context';
import { text } from '../language';
import type { Grouping } from './grouping';
import { inputOf, periods, type Key, type Period } from './keys';
import { count, titleOf } from './measures';
import type { Offer } from './offers';

const texts = {
    group: text('Group', '分组'),
    by: text('Group by', '分组依据'),
    then: text('Then by', '再按'),
    none: text('nothing: all rows', '不分组，显示各行'),
    noSecond: text('nothing', '无'),
    period: text('Period', '周期'),
    each: text('each value', '逐值'),
    measures: text('Numbers', '数值'),
    shown: text('Chart and shares of', '图表与占比'),
    pivot: text('Pivot', '透视表'),
};

interface Props {
    readonly offer: Offer;
    readonly grouping: Grouping | null;
    readonly onChoose: (parameters: Readonly<Record<string, string>>) => void;
}

type Chosen = Pick<Key, 'path' | 'period'>;

interface KeyProps {
    readonly offer: Offer;
    readonly chosen: Chosen | undefined;
    readonly isFirst: boolean;
    readonly onKey: (key: Chosen | null) => void;
}

const KeyChoice = ({ offer, chosen, isFirst, onKey }: KeyProps) => {
    const { say } = useReading();
    const isDated = offer.keys.some(({ columns }) =>
        columns.some(({ name, type }) => name === chosen?.path && (type === 'date' || type === 'datetime')),
    );
    const column = (path: string) => offer.keys.flatMap(({ columns }) => columns).find(({ name }) => name === path)!;
    const choose = (path: string) =>
        onKey(path === '' ? null : { path, period: ['date', 'datetime'].includes(column(path).type) ? 'MONTH' : null });
    return (
        <>
            <label>
                {say(isFirst ? texts.by : texts.then)}
                <select value={chosen?.path ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
                    <option value="">{say(isFirst ? texts.none : texts.noSecond)}</option>
                    {offer.keys.map(({ title, columns }) => (
                        <optgroup key={title.en} label={say(title)}>
                            {columns.map((one) => (
                                <option key={one.name} value={one.name}>
                                    {say(one.title)}
                                </option>
                            ))}
                        </optgroup>
                    ))}
                </select>
            </label>
            {chosen === undefined || !isDated ? null : (
                <label>
                    {say(texts.period)}
                    <select
                        value={chosen.period ?? ''}
                        onChange={(event) => onKey({ ...chosen, period: (event.currentTarget.value || null) as Period | null })}
                    >
                        <option value="">{say(texts.each)}</option>
                        {Object.entries(periods).map(([name, title]) => (
                            <option key={name} value={name}>
                                {say(title)}
                            </option>
                        ))}
                    </select>
                </label>
            )}
        </>
    );
};

/** What rows are grouped by, and what is said of the groups. */
export const GroupBar = ({ offer, grouping, onChoose }: Props) => {
    const { say, language } = useReading();
    const keys: readonly Chosen[] = grouping?.keys ?? [];
    const chooseKey = (index: number, key: Chosen | null) => {
        const chosen = key === null ? keys.slice(0, index) : [...keys.slice(0, index), key, ...keys.slice(index + 1)];
        onChoose({
            by: chosen.length === 0 ? '' : JSON.stringify(chosen.map((one) => inputOf(one))),
            sort: '',
            ...(chosen.length === 0 ? { measures: '', value: '' } : {}),
            ...(chosen.length < 2 ? { view: '' } : {}),
        });
    };
    const measures = grouping?.measures ?? [count];
    const chooseMeasure = (path: string, isChosen: boolean) =>
        onChoose({
            measures: offer.measures
                .map((one) => one.path)
                .filter((one) => one !== count.path && (one === path ? isChosen : measures.some((measure) => measure.path === one)))
                .join(','),
            ...(isChosen || grouping?.shown.path !== path ? {} : { value: '' }),
            ...(isChosen || grouping?.sort?.path !== path ? {} : { sort: '' }),
        });
    return (
        <form class="group-bar" aria-label={say(texts.group)} onSubmit={(event) => event.preventDefault()}>
            {(keys.length === 0 ? [0] : [0, 1]).map((index) => (
                <KeyChoice key={index} offer={offer} chosen={keys[index]} isFirst={index === 0} onKey={(key) => chooseKey(index, key)} />
            ))}
            {grouping === null || measures.length < 2 ? null : (
                <label>
                    {say(texts.shown)}
                    <select
                        value={grouping.shown.path}
                        onChange={(event) => onChoose({ value: event.currentTarget.value === count.path ? '' : event.currentTarget.value })}
                    >
                        {measures.map((measure) => (
                            <option key={measure.path} value={measure.path}>
                                {titleOf(measure, language)}
                            </option>
                        ))}
                    </select>
                </label>
            )}
            {keys.length < 2 ? null : (
                <button
                    type="button"
                    aria-pressed={grouping?.isPivot === true}
                    onClick={() => onChoose({ view: grouping?.isPivot === true ? '' : 'pivot' })}
                >
                    {say(texts.pivot)}
                </button>
            )}
            {grouping === null || offer.measures.length < 2 ? null : (
                <details class="columns-chosen">
                    <summary>
                        {say(texts.measures)} ({measures.length}/{offer.measures.length})
                    </summary>
                    <ul>
                        {offer.measures.map((measure) => (
                            <li key={measure.path}>
                                <label>
                                    <input
                                        type="checkbox"
                                        checked={measures.some(({ path }) => path === measure.path)}
                                        disabled={measure.path === count.path}
                                        onChange={(event) => chooseMeasure(measure.path, event.currentTarget.checked)}
                                    />{' '}
                                    {titleOf(measure, language)}
                                </label>
                            </li>
                        ))}
                    </ul>
                </details>
            )}
        </form>
    );
};
