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
    readonly extensions?: Readonly<Record<string, unknown>>;
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

/** The errors of whatever kept a request from its answer. */
export const errorsOf = (failure: unknown): readonly ApiError[] =>
    failure instanceof Refusal ? failure.errors : [{ message: String(failure) }];

/** Whether a text can be sent in a header, as a key and an instant are: browsers refuse others before they send the request. */
export const isPlain = (said: string) => /^[\x20-\x7e]*$/.test(said);

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
const headersOf = (asOf: string) => ({
    ...(key === '' ? {} : { Authorization: `Bearer ${key}` }),
    ...(asOf === '' ? {} : { 'As-Of': asOf }),
});

// Without credentials, the browser does not ask for a name and a password when the server refuses: the page asks for the key itself.
const credentials = 'omit';

// What stands between the page and the server, such as a proxy, answers in its own words.
const readJson = async <Body>(response: Response) => {
    if (!/\bjson\b/.test(response.headers.get('Content-Type') ?? '')) {
        throw new Refusal([{ message: `The server cannot be reached: HTTP ${response.status} ${response.statusText}`.trim() }]);
    }

    return (await response.json()) as Body;
};

/** Sends a GraphQL request and gives the response as it is. */
export const post = async <Data>(query: Query, asOf = '', headers: Readonly<Record<string, string>> = {}, signal?: AbortSignal) => {
    const response = await fetch(addressOf('graphql'), {
        method: 'POST',
        credentials,
        headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json', ...headersOf(asOf), ...headers },
        body: JSON.stringify(query),
        signal: signal ?? null,
    });
    return readJson<Answer<Data>>(response);
};

/** Fetches what the server has under a path. */
export const get = async (path: string) => {
    const response = await fetch(addressOf(path), { credentials, headers: headersOf('') });
    if (!response.ok) {
        throw new Refusal((await readJson<{ errors: readonly ApiError[] }>(response)).errors);
    }

    return response;
};

/** Sends a file or a form. The header says that this page sends it: another site could not. */
export const send = async (path: string, body: Blob | FormData, signal: AbortSignal) => {
    const headers = { ...headersOf(''), 'GraphQL-Require-Preflight': 'true' };
    const response = await fetch(addressOf(path), { method: 'POST', credentials, headers, body, signal });
    if (!response.ok && !/\bjson\b/.test(response.headers.get('Content-Type') ?? '')) {
        await readJson(response);
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

/** Puts a text into the clipboard; false where there is none: browsers have it only with HTTPS, and on the reader's own machine. */
export const copy = async (said: string) => {
    try {
        await navigator.clipboard.writeText(said);
        return true;
    } catch {
        return false;
    }
};
