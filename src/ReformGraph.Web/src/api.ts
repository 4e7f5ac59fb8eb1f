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

/** Reads an answer in JSON. What stands between the page and the server, such as a proxy, answers in its own words. */
export const readJson = async <Body>(response: Response) => {
    if (!/\bjson\b/.test(response.headers.get('Content-Type') ?? '')) {
        throw new Refusal([{ message: `The server cannot be reached: HTTP ${response.status} ${response.statusText}`.trim() }]);
    }

    return (await response.json()) as Body;
};

const ask = (query: Query, asOf: string, headers: Readonly<Record<string, string>>, signal?: AbortSignal) =>
    fetch(addressOf('graphql'), {
        method: 'POST',
        credentials,
        headers: { 'Content-Type': 'application/json', ...headersOf(asOf), ...headers },
        body: JSON.stringify(query),
        signal: signal ?? null,
    });

/** Sends a GraphQL request and gives the response as it is. */
export const post = async <Data>(query: Query, asOf = '', headers: Readonly<Record<string, string>> = {}, signal?: AbortSignal) =>
    readJson<Answer<Data>>(await ask(query, asOf, { Accept: 'application/graphql-response+json', ...headers }, signal));

/** A response to a request that the server accepts; the errors of one that it rejects are thrown. */
export const accepted = async (response: Response) => {
    if (!response.ok) {
        throw new Refusal((await readJson<{ errors: readonly ApiError[] }>(response)).errors);
    }

    return response;
};

/** Sends a GraphQL request for a table, and gives it as a file of a type. */
export const postFor = async (type: string, query: Query, asOf: string) =>
    (await accepted(await ask(query, asOf, { Accept: type }))).blob();

/** Fetches what the server has under a path. */
export const get = async (path: string) => accepted(await fetch(addressOf(path), { credentials, headers: headersOf('') }));

// It says that this page sends a form: another site could not.
const preflight = { 'GraphQL-Require-Preflight': 'true' };

/** Sends a file or a form. */
export const send = (path: string, body: Blob | FormData, signal: AbortSignal) =>
    fetch(addressOf(path), { method: 'POST', credentials, headers: { ...headersOf(''), ...preflight }, body, signal });

const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;

// It names the key and does not contain it.
const commandOf = (path: string, options: readonly (readonly [string, string])[]) =>
    [
        `curl ${quoted(addressOf(path).href)}`,
        ...(hasKey() ? [['-H', 'Authorization: Bearer KEY'] as const, ...options] : options).map(
            ([option, value]) => `${option} ${quoted(value)}`,
        ),
    ].join(' \\\n  ');

const asHeaders = (headers: Readonly<Record<string, string>>) =>
    Object.entries(headers).map(([name, value]) => ['-H', `${name}: ${value}`] as const);

/** The command that sends a request from a terminal. */
export const curlOf = (query: Query, asOf: string, headers: Readonly<Record<string, string>> = {}) =>
    commandOf('graphql', [
        ...asHeaders({ 'Content-Type': 'application/json', ...(asOf === '' ? {} : { 'As-Of': asOf }), ...headers }),
        ['-d', JSON.stringify(query)],
    ]);

/** A part of a form: a text, or a file, which is the reader's own or has a content that the page has made. */
export type FormPart = { readonly name: string } & (
    | { readonly text: string }
    | { readonly content: File | string; readonly fileName: string; readonly type: string }
);

/** The form that has some parts. */
export const formOf = (parts: readonly FormPart[]) => {
    const form = new FormData();
    parts.forEach((part) =>
        'text' in part
            ? form.append(part.name, part.text)
            : form.append(part.name, new Blob([part.content], { type: part.type }), part.fileName),
    );
    return form;
};

// In double quotes, nothing means anything to curl.
const literal = (said: string) => `"${said.replaceAll(/[\\"]/g, '\\$&')}"`;

// A name with such a sign must be in quotes.
const fileOf = (name: string) => `@${/[,;"\\]/.test(name) ? literal(name) : name}`;

// A word of a command has at most 128 KiB on Linux, and a character at most four bytes.
const longestWord = 30_000;

const optionOf = (part: FormPart) => {
    if ('text' in part) {
        return ['--form-string', `${part.name}=${part.text}`] as const;
    }

    const { name, content, fileName, type } = part;
    const said = typeof content === 'string' && content.length <= longestWord ? literal(content) : fileOf(fileName);
    return ['-F', `${name}=${said};type=${type}`] as const;
};

/** The command that sends a form from a terminal. Its files are in the folder where it runs; a long one that the page has made, too. */
export const formCurlOf = (path: string, parts: readonly FormPart[]) => commandOf(path, [...asHeaders(preflight), ...parts.map(optionOf)]);

/** Puts a text into the clipboard; false where there is none: browsers have it only with HTTPS, and on the reader's own machine. */
export const copy = async (said: string) => {
    try {
        await navigator.clipboard.writeText(said);
        return true;
    } catch {
        return false;
    }
};
