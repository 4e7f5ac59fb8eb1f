import { useEffect, useState } from 'preact/hooks';
import { get, post, Refusal, type ApiError } from '../api';
import { useReading } from '../app/context';
import { text, type Text } from '../language';

/** A column of a register, as the catalogue describes it. */
export interface Column {
    /** Its path, with dots through to-one fields. */
    readonly name: string;
    readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'datetime';
    readonly title: Text;
    readonly description: string;
    readonly unit: string | undefined;
    readonly values: readonly { readonly value: string; readonly label: Text }[];
    /** The register whose row its code names. */
    readonly refersTo: string | undefined;
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
}

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

const registersOf = (catalog: DataPackage, { __type }: Arguments): readonly Register[] =>
    catalog.resources.map(({ name, title, titleZh, description, schema }) => {
        const field = fieldOf(name);
        const given = __type.fields.find((one) => one.name === field)?.args ?? [];
        return {
            name,
            field,
            title: text(title, titleZh),
            description,
            filterType: given.find((one) => one.name === 'where')?.type.name ?? '',
            sortType: given.find((one) => one.name === 'order')?.type.ofType?.ofType?.name ?? '',
            columns: schema.fields.map((column) => ({
                name: column.name,
                type: column.type,
                title: text(column.title, column.titleZh ?? column.title),
                description: column.description ?? '',
                unit: column.unit,
                values: (column.categories ?? []).map(({ value, label, labelEn }) => ({ value, label: text(labelEn, label) })),
                refersTo: schema.foreignKeys
                    ?.filter(({ fields }) => fields[0] === column.name && column.name.endsWith('.code'))
                    .map(({ reference }) => reference.resource || name)[0],
            })),
        };
    });

const readRegisters = async (): Promise<readonly Register[]> => {
    const [response, { data, errors }] = await Promise.all([get('catalog/datapackage.json'), post<Arguments>({ query: argumentsQuery })]);
    if (!data) {
        throw new Refusal(errors ?? []);
    }

    return registersOf((await response.json()) as DataPackage, data);
};

/** The registers that the reader may read; null until they are known. */
export const useRegisters = () => {
    const { generation, onKeyNeeded } = useReading();
    const [registers, setRegisters] = useState<readonly Register[] | null>(null);
    const [errors, setErrors] = useState<readonly ApiError[]>([]);
    useEffect(() => {
        readRegisters().then(setRegisters, (failure: unknown) => {
            if (failure instanceof Refusal && failure.needsKey) {
                onKeyNeeded(failure.message);
            } else {
                setErrors(failure instanceof Refusal ? failure.errors : [{ message: String(failure) }]);
            }
        });
    }, [generation]);
    return { registers, errors };
};
