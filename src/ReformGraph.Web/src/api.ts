/** An error as the API reports it. */
export interface ApiError {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string };
}

/** A GraphQL request. */
export interface Query {
    readonly query: string;
    readonly variables?: Readonly<Record<string, unknown>> | undefined;
    readonly operationName?: string | null | undefined;
}

/** A response in GraphQL's format. */
export interface Answer<Data> {
    readonly data?: Data | null;
    readonly errors?: readonly ApiError[];
}

/** The API did not do what was asked. */
export class Refusal extends Error {
    constructor(readonly errors: readonly ApiError[]) {
        super(errors.map((error) => error.message).join(' '));
    }

    /** Whether the server asks who is there. */
    get needsKey() {
        return this.errors.some((error) => error.extensions?.code === 'UNAUTHENTICATED');
    }
}

let key = '';

/** The key of the requests that follow; empty for none. It is kept in memory only, and gone with the page. */
export const setKey = (given: string) => {
    key = given.trim();
};

/** Whether requests have a key. */
export const hasKey = () => key !== '';

/** The address of something that the server serves, for example `graphql`. */
export const addressOf = (path: string) => new URL(path, document.baseURI);

/** The headers of a request: the key, and the instant as of which it reads. */
export const headersOf = (asOf: string) => ({
    ...(key === '' ? {} : { Authorization: `Bearer ${key}` }),
    ...(asOf === '' ? {} : { 'As-Of': asOf }),
});

// Without credentials, the browser does not ask for a name and a password when the server refuses: the page asks for the key itself.
const credentials = 'omit';

/** Sends a GraphQL request and gives the response as it is. */
export const post = async <Data>(query: Query, asOf = '', headers: Readonly<Record<string, string>> = {}, signal?: AbortSignal) => {
    const response = await fetch(addressOf('graphql'), {
        method: 'POST',
        credentials,
        headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json', ...headersOf(asOf), ...headers },
        body: JSON.stringify(query),
        ...(signal === undefined ? {} : { signal }),
    });
    return (await response.json()) as Answer<Data>;
};

/** Fetches what the server has under a path. */
export const get = async (path: string, asOf = '', signal?: AbortSignal) => {
    const response = await fetch(addressOf(path), { credentials, headers: headersOf(asOf), ...(signal === undefined ? {} : { signal }) });
    if (!response.ok) {
        const { errors } = (await response.json()) as { errors: readonly ApiError[] };
        throw new Refusal(errors);
    }

    return response;
};

const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;

/** The command that sends a request from a terminal. It names the key and does not contain it. */
export const curlOf = (query: Query, asOf: string) =>
    [
        `curl ${addressOf('graphql').href}`,
        `-H ${quoted('Content-Type: application/json')}`,
        ...(hasKey() ? [`-H ${quoted('Authorization: Bearer KEY')}`] : []),
        ...(asOf === '' ? [] : [`-H ${quoted(`As-Of: ${asOf}`)}`]),
        `-d ${quoted(JSON.stringify(query))}`,
    ].join(' \\\n  ');
