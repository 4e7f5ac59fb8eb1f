import { useAnswer } from '../app/data';
import { text, type Text } from '../language';
import { isSubstantial, typeOf, type Column, type Register } from './catalog';
import { count, type Measure } from './measures';

interface Input {
    readonly name: string;
    readonly type: { readonly name: string | null; readonly inputFields?: readonly Input[] | null };
}

interface Introspected {
    readonly by: { readonly inputFields: readonly Input[] } | null;
    readonly aggregate: { readonly fields: readonly { readonly name: string }[] } | null;
    readonly sum: { readonly fields: readonly { readonly name: string; readonly type: { readonly kind: string } }[] } | null;
    readonly avg: Introspected['sum'];
}

/** What the API offers to group rows of a register by, and the numbers that it computes about groups. */
export interface Offer {
    readonly keys: readonly { readonly title: Text; readonly columns: readonly Column[] }[];
    readonly measures: readonly Measure[];
}

const queryFor = (type: string) => ({
    query: `{
  by: __type(name: "${type}GroupBy") { inputFields { name type { name inputFields { name type { name } } } } }
  aggregate: __type(name: "${type}Aggregate") { fields { name } }
  sum: __type(name: "${type}SumAggregate") { fields { name type { kind } } }
  avg: __type(name: "${type}AvgAggregate") { fields { name type { kind } } }
}`,
});

// The name of a reference is that of its code without the word for it: `Township code`, 乡镇编码.
const titleOfReference = ({ title }: Column, code: Column) => {
    const without = (whole: string, part: string) =>
        whole.toLowerCase().endsWith(part.toLowerCase()) ? whole.slice(0, -part.length).trim() : whole;
    return text(without(title.en, code.title.en), without(title.zh, code.title.zh));
};

const keysOf = (register: Register, registers: readonly Register[], inputs: readonly Input[]): Offer['keys'] => {
    const has = (path: string) => {
        const [first, second] = path.split('.');
        const input = inputs.find(({ name }) => name === first);
        return second === undefined ? input !== undefined : input?.type.inputFields?.some(({ name }) => name === second) === true;
    };
    const own = register.columns.filter(({ name }) => name !== 'id' && has(name));
    const referred = register.columns.flatMap((reference) => {
        const target = registers.find(({ name }) => name === reference.refersTo);
        const code = target?.columns.find(({ name }) => name === 'code');
        const [step, ...further] = reference.name.split('.');
        if (target === undefined || code === undefined || further.length !== 1) {
            return [];
        }

        const title = titleOfReference(reference, code);
        const columns = target.columns
            .filter(
                (column) => isSubstantial(column) && column.name !== 'code' && !column.name.includes('.') && has(`${step}.${column.name}`),
            )
            .map((column) => ({
                ...column,
                name: `${step}.${column.name}`,
                title: text(`${title.en}: ${column.title.en}`, `${title.zh}：${column.title.zh}`),
            }));
        return columns.length === 0 ? [] : [{ title, columns }];
    });
    return [{ title: register.title, columns: own }, ...referred];
};

const offerOf = (register: Register, registers: readonly Register[], { by, aggregate, sum, avg }: Introspected): Offer => {
    const measured = (of: string, fields: Introspected['sum']) =>
        register.columns
            .filter((column) => fields?.fields.some(({ name, type }) => name === column.name && type.kind === 'SCALAR'))
            .filter(isSubstantial)
            .map((column) => ({ path: `${of}.${column.name}`, column }));
    const hasQuantity = aggregate?.fields.some(({ name }) => name === 'quantity') === true;
    return {
        keys: keysOf(register, registers, by?.inputFields ?? []),
        measures: [
            count,
            ...measured('sum', sum),
            ...measured('avg', avg),
            ...(hasQuantity ? ['quantity.sum', 'quantity.avg'].map((path) => ({ path, column: null })) : []),
        ],
    };
};

/** What there is to group the rows of a register by; null until it is known. */
export const useOffer = (register: Register, registers: readonly Register[]) => {
    const { data, errors } = useAnswer<Introspected>(queryFor(typeOf(register)));
    return { offer: data === null ? null : offerOf(register, registers, data), errors };
};
