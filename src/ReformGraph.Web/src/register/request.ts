import type { Query } from '../api';
import type { Where } from '../app/address';
import type { Cursors } from '../app/pager';
import type { Register } from './catalog';

/** Declares a variable of a request, and gives the argument that has it. */
export type Given = (argument: string, type: string, value: unknown, variable?: string) => string;

/** A request with the arguments that its text gives; each is a variable. */
export const requestOf = (name: string, textOf: (given: Given) => string): Query => {
    const declared: string[] = [];
    const variables: Record<string, unknown> = {};
    const said = textOf((argument, type, value, variable = argument) => {
        declared.push(`$${variable}: ${type}`);
        variables[variable] = value;
        return `${argument}: $${variable}`;
    });
    return { query: `query ${name}(${declared.join(', ')}) ${said}`, variables };
};

/** The argument that has the conditions of a register's rows; none for all rows. */
export const whereArgument = (given: Given, { filterType }: Register, where: Where) =>
    Object.keys(where).length === 0 ? [] : [given('where', filterType, where)];

/** The arguments of a page. */
export const pageArguments = (given: Given, size: number, { after, before }: Cursors) =>
    before !== null
        ? [given('last', 'Int', size, 'size'), given('before', 'String', before)]
        : [given('first', 'Int', size, 'size'), ...(after === null ? [] : [given('after', 'String', after)])];

/** What the API says of a page, as it is selected. */
export const pageInfoFields = 'pageInfo { hasPreviousPage hasNextPage startCursor endCursor }';
