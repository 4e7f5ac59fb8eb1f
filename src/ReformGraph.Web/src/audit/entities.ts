import { useReading } from '../app/context';
import { queryOf, useAnswer } from '../app/data';
import { DifferenceTypesDocument, type DifferenceTypesQuery } from '../operations';
import { labelOf, typeOf, useRegisters, type Register } from '../register/catalog';

/** A type of rows, as its changes are shown. */
export interface Entity {
    /** Its name in the API. */
    readonly name: string;
    /** The field of the API with its differences. */
    readonly field: string;
    readonly hasCode: boolean;
    readonly register: Register | undefined;
}

const suffix = 'Difference';

/** The types of rows that have a history; null until they are known. */
export const useEntities = (): readonly Entity[] | null => {
    const { data } = useAnswer<DifferenceTypesQuery>(queryOf(DifferenceTypesDocument, {}));
    const { registers } = useRegisters();
    return data === null
        ? null
        : data.__schema.types
              .filter(({ name, fields }) => name?.endsWith(suffix) && fields?.some((field) => field.name === 'action'))
              .map(({ name, fields }) => {
                  const entity = name!.slice(0, -suffix.length);
                  return {
                      name: entity,
                      field: `${entity[0]!.toLowerCase()}${entity.slice(1)}Diff`,
                      hasCode: fields!.some((field) => field.name === 'code'),
                      register: registers?.find((one) => typeOf(one) === entity),
                  };
              });
};

/** How a type of rows, its fields and their values are called. */
export const useNames = (entity: Entity) => {
    const { say } = useReading();
    const columnOf = (field: string) =>
        entity.register?.columns.find(({ name }) => name === field || name === field.replace(/Id$/, '.code'));
    return {
        title: entity.register === undefined ? entity.name : say(entity.register.title),
        field: (name: string) => {
            const column = columnOf(name);
            return column === undefined ? name : say(column.title);
        },
        value: (field: string, value: string | null) => {
            const column = columnOf(field);
            const label = column && labelOf(column, value);
            return value === null ? '—' : label === undefined ? value : say(label);
        },
    };
};
