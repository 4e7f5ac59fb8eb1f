import { useEffect, useRef, useState } from 'preact/hooks';
import { errorsOf, isPlain, post, Refusal, type Answer, type ApiError, type Query } from '../api';
import { text } from '../language';
import type { TypedDocumentString } from '../operations';
import { useReading } from './context';

/** Says that a key or an instant has characters that no request can send. */
export const notPlain = text('Only Latin letters, digits and ASCII signs are possible here.', '此处只能使用英文字母、数字和 ASCII 符号。');

/** What is known of a question: nothing yet, its answer, or what is wrong; an answer can have both. */
interface Asked<Data> {
    readonly data: Data | null;
    readonly errors: readonly ApiError[];
    readonly extensions: Answer<Data>['extensions'];
    readonly isReading: boolean;
}

/** The request as it is sent. */
export const queryOf = <Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Query => ({
    query: String(document).replace(/^ {4}/gm, '').trim(),
    variables: variables as Record<string, unknown>,
});

/** Tells the page that the server asks for a key; gives the errors of a failure. */
export const useRefusal = () => {
    const { onKeyNeeded } = useReading();
    return (failure: unknown) => {
        if (failure instanceof Refusal && failure.needsKey) {
            onKeyNeeded(failure.message);
        }

        return errorsOf(failure);
    };
};

/** Reads something, and again whenever the question or the key changes; null asks nothing. An answer that is overtaken is dropped. */
export const useRead = <Data>(question: string, read: ((signal: AbortSignal) => Promise<Answer<Data>>) | null): Asked<Data> => {
    const { generation } = useReading();
    const refuse = useRefusal();
    const asked = JSON.stringify([question, generation]);
    const [kept, setKept] = useState<{ readonly asked: string; readonly answer: Answer<Data> } | null>(null);
    useEffect(() => {
        const stop = new AbortController();
        const keep = (answer: Answer<Data>) => {
            if (!stop.signal.aborted) {
                refuse(new Refusal(answer.errors ?? []));
                setKept({ asked, answer });
            }
        };
        read?.(stop.signal).then(keep, (failure: unknown) => keep({ errors: errorsOf(failure) }));
        return () => stop.abort();
    }, [asked]);
    const isReading = read !== null && kept?.asked !== asked;
    const { data = null, errors = [], extensions } = (read === null ? null : kept?.answer) ?? {};
    return { data, errors: isReading ? [] : errors, extensions, isReading };
};

/** Asks the API, and again whenever the query, the instant or the key changes; null asks nothing. */
export const useAnswer = <Data>(query: Query | null, headers: Readonly<Record<string, string>> = {}): Asked<Data> => {
    const { asOf, say } = useReading();
    return useRead<Data>(
        JSON.stringify([query, headers, asOf]),
        query === null
            ? null
            : async (signal) =>
                  isPlain(asOf)
                      ? post<Data>(query, asOf, headers, signal)
                      : Promise.reject(new Refusal([{ message: `As-Of: ${say(notPlain)}` }])),
    );
};

/** What an answer is drawn with: what belongs to its own question, also while the next one waits for its answer. */
export const useDrawn = <Value>(now: Value, isReading: boolean) => {
    const drawn = useRef(now);
    if (!isReading) {
        drawn.current = now;
    }

    return drawn.current;
};

interface Connection<Node> {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly Node[] | null;
}

/** A node of a connection of the API. */
export type Connected<Of> = NonNullable<Of> extends { readonly nodes: readonly (infer Node)[] | null } ? Node : never;

/** All nodes of a connection, page by page; what is there is shown while the next page is read. */
export const useAllNodes = <Data, Node>(
    queryAt: (after: string | null) => Query,
    connectionIn: (data: Data) => Connection<Node> | null,
) => {
    const { asOf, generation } = useReading();
    const reading = JSON.stringify([queryAt(null), asOf, generation]);
    const nothing = { reading, nodes: [] as readonly Node[], next: null as string | null, isComplete: false };
    const [kept, setKept] = useState(nothing);
    const { nodes, next, isComplete } = kept.reading === reading ? kept : nothing;
    const { data, errors, isReading } = useAnswer<Data>(queryAt(next));
    useEffect(() => {
        const page = data === null || isReading || isComplete ? null : connectionIn(data);
        if (page !== null) {
            const { hasNextPage, endCursor } = page.pageInfo;
            setKept({
                reading,
                nodes: [...nodes, ...(page.nodes ?? [])],
                next: hasNextPage ? endCursor : next,
                isComplete: !hasNextPage,
            });
        }
    }, [data, isReading]);
    return { query: queryAt(null), nodes: kept.nodes, errors, isComplete };
};
