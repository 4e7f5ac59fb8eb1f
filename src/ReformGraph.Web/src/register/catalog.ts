import { get, post, Refusal } from '../api';
import { useRead } from '../app/data';
import { text, type Text } from '../language';

/** A column of a register, as the catalogue describes it. */
export interface Column {
    /** Its path, with dots through to-one fields. */
    readonly name: string;
    readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'datetime';
    readonly title: Text;
    readonly description: string;
    readonly unit: string | undefined;
    /** The values that it can have, if they are listed: those of a code list, and of a boolean. */
    readonly values: readonly { readonly value: string; readonly label: Text }[];
    /** The register whose row its code names. */
    readonly refersTo: string | undefined;
    /** Whether every row has a value. */
    readonly isRequired: boolean;
}

/** A register: a collection of the API with its columns. */
export interface Register {
    readonly name: string;
    readonly field: string;
    readonly title: Text;
    readonly description: string;
    readonly columns: readonly Column[];
    /** The types of its arguments `where` and `order`. */
    readonly filterType: string;
    readonly sortType: string;
    /** The path from a row to the code of its county; undefined if there is none. */
    readonly county: string | undefined;
    /** Whether OData serves it. */
    readonly isInOData: boolean;
}

const booleans = [
    { value: 'true', label: text('yes', '是') },
    { value: 'false', label: text('no', '否') },
];

const technical = new Set(['id', 'synthetic', 'version']);

/** Whether a column says something of its row, and not of the record of it. */
export const isSubstantial = ({ name }: Column) => !technical.has(name);

/** The name of a value of a column that lists them; undefined for any other. */
export const labelOf = ({ values }: Column, value: unknown) => values.find((one) => one.value === String(value))?.label;

/** The type of the rows of a register. */
export const typeOf = ({ filterType }: Register) => filterType.replace(/FilterInput$/, '');

interface DataPackage {
    readonly resources: readonly {
        readonly name: string;
        readonly title: string;
        readonly titleZh: string;
        readonly description: string;
        readonly schema: {
            readonly fields: readonly {
                readonly name: string;
                readonly type: Column['type'];
                readonly title: string;
                readonly titleZh?: string;
                readonly description?: string;
                readonly unit?: string;
                readonly constraints?: { readonly required?: boolean };
                readonly categories?: readonly { readonly value: string; readonly label: string; readonly labelEn: string }[];
            }[];
            readonly foreignKeys?: readonly { readonly fields: readonly string[]; readonly reference: { readonly resource: string } }[];
        };
    }[];
}

interface Arguments {
    readonly __type: {
        readonly fields: readonly {
            readonly name: string;
            readonly args: readonly {
                readonly name: string;
                readonly type: {
                    readonly name: string | null;
                    readonly ofType: { readonly ofType: { readonly name: string } | null } | null;
                };
            }[];
        }[];
    };
}

const argumentsQuery = '{ __type(name: "Query") { fields { name args { name type { name ofType { ofType { name } } } } } } }';

/** The name of the field of a register: `risk-villages` is `riskVillages`. */
const fieldOf = (name: string) => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The path to the county through the references that every row has. */
const countyOf = (name: string, registers: readonly Pick<Register, 'name' | 'columns'>[], depth = 4): string | undefined => {
    const references = registers
        .find((one) => one.name === name)!
        .columns.filter(({ isRequired, refersTo }) => isRequired && refersTo !== undefined);
    const own = references.find(({ refersTo }) => refersTo === 'counties')?.name;
    return depth === 0 || own !== undefined
        ? own
        : references
              .map(({ name: code, refersTo }) => [code.replace(/code$/, ''), countyOf(refersTo!, registers, depth - 1)] as const)
              .filter(([, rest]) => rest !== undefined)
              .map((parts) => parts.join(''))[0];
};

interface ServiceDocument {
    readonly value: readonly { readonly name: string }[];
}

const registersOf = (catalog: DataPackage, { __type }: Arguments, served: ServiceDocument): readonly Register[] => {
    const registers = catalog.resources.map(({ name, title, titleZh, description, schema }) => {
        const field = fieldOf(name);
        const given = __type.fields.find((one) => one.name === field)?.args ?? [];
        return {
            name,
            field,
            title: text(title, titleZh),
            description,
            isInOData: served.value.some((one) => one.name === field),
            filterType: given.find((one) => one.name === 'where')?.type.name ?? '',
            sortType: given.find((one) => one.name === 'order')?.type.ofType?.ofType?.name ?? '',
            columns: schema.fields.map((column) => ({
                name: column.name,
                type: column.type,
                title: text(column.title, column.titleZh ?? column.title),
                description: column.description ?? '',
                unit: column.unit,
                isRequired: column.constraints?.required ?? false,
                values:
                    column.type === 'boolean'
                        ? booleans
                        : (column.categories ?? []).map(({ value, label, labelEn }) => ({ value, label: text(labelEn, label) })),
                refersTo: schema.foreignKeys
                    ?.filter(({ fields }) => fields[0] === column.name && column.name.endsWith('.code'))
                    .map(({ reference }) => reference.resource || name)[0],
            })),
        };
    });
    return registers.map((register) => ({ ...register, county: countyOf(register.name, registers) }));
};

// A server may serve less than the pages can show.
const readServed = async (): Promise<ServiceDocument> => {
    try {
        return (await (await get('odata')).json()) as ServiceDocument;
    } catch {
        return { value: [] };
    }
};

const readRegisters = async (): Promise<readonly Register[]> => {
    const [response, { data, errors }, served] = await Promise.all([
        get('catalog/datapackage.json'),
        post<Arguments>({ query: argumentsQuery }),
        readServed(),
    ]);
    if (!data) {
        throw new Refusal(errors ?? []);
    }

    return registersOf((await response.json()) as DataPackage, data, served);
};

/** The registers that the reader may read; null until they are known. */
export const useRegisters = () => {
    const { data: registers, errors } = useRead('registers', async () => ({ data: await readRegisters() }));
    return { registers, errors };
};
