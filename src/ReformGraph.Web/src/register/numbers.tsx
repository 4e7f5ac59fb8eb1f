import type { ApiError } from '../api';
import { useReading } from '../app/context';
import { percentIn } from '../app/numbers';
import { text } from '../language';
import type { Row } from './conditions';
import { measuredBy, type Measure } from './measures';

const texts = {
    refused: text('cannot be combined', '不可合并计算'),
    based: (values: string) => text(`of ${values} values`, `${values} 个值`),
    one: text('of 1 value', '1 个值'),
};

/** Where the answer has an aggregate: an error about one of its numbers names this place. */
export type Place = readonly (string | number)[];

interface Props {
    readonly measure: Measure;
    readonly aggregate: Row;
    readonly place: Place;
    readonly errors: readonly ApiError[];
}

/** A number about a group: with its unit, and on how many values it is based if not on all; or that the API refuses to compute it. */
export const Measured = ({ measure, aggregate, place, errors }: Props) => {
    const { number, label, say } = useReading();
    const { value, unit, based } = measuredBy(measure, aggregate);
    const path = [...place, ...measure.path.split('.')].join('.');
    return value === null ? (
        <span class="quiet">{errors.some((error) => error.path?.join('.') === path) ? say(texts.refused) : '—'}</span>
    ) : (
        <>
            {number(value)}
            {measure.column?.unit === undefined && unit == null ? null : (
                <span class="unit"> {unit == null ? measure.column?.unit : label('Unit', unit)}</span>
            )}
            {based === undefined ? null : <small class="quiet"> {say(based === 1 ? texts.one : texts.based(number(based)))}</small>}
        </>
    );
};

/** A share; nothing where the whole is nothing. */
export const Share = ({ share }: { readonly share: number | null | undefined }) => {
    const { language } = useReading();
    return share == null ? <span class="quiet">—</span> : <>{percentIn(share, language)}</>;
};
