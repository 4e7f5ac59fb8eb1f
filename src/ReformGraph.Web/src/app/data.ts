import { useEffect, useRef, useState } from 'preact/hooks';
import { errorsOf, isPlain, post, Refusal, type ApiError, type Query } from '../api';
import { text } from '../language';
import type { TypedDocumentString } from '../operations';
import { useReading } from './context';

/** Says that a key or an instant has characters that no request can send. */
export const notPlain = text('Only Latin letters, digits and ASCII signs are possible here.', '此处只能使用英文字母、数字和 ASCII 符号。');

/** What is known of a request: nothing yet, its answer, or what is wrong; an answer can have both. */
export interface Asked<Data> {
    readonly query: Query;
    readonly data: Data | null;
    readonly errors: readonly ApiError[];
    readonly isReading: boolean;
}

/** The request as it is sent. */
export const queryOf = <Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Query => ({
    query: String(document).replace(/^ {4}/gm, '').trim(),
    variables: variables as Record<string, unknown>,
});

/** Asks the API, and again whenever the question, the instant or the key changes. An answer that is overtaken is dropped. */
export const useAnswer = <Data>(query: Query): Asked<Data> => {
    const { asOf, generation, onKeyNeeded, say } = useReading();
    const question = JSON.stringify([query, asOf, generation]);
    const [answered, setAnswered] = useState<{ question: string; data: Data | null; errors: readonly ApiError[] } | null>(null);
    useEffect(() => {
        const stop = new AbortController();
        const keep = (data: Data | null, errors: readonly ApiError[]) => {
            if (!stop.signal.aborted) {
                errors.filter((error) => error.extensions?.code === 'UNAUTHENTICATED').forEach((error) => onKeyNeeded(error.message));
                setAnswered({ question, data, errors });
            }
        };
        const asked = isPlain(asOf)
            ? post<Data>(query, asOf, {}, stop.signal)
            : Promise.reject(new Refusal([{ message: `As-Of: ${say(notPlain)}` }]));
        asked.then(
            (answer) => keep(answer.data ?? null, answer.errors ?? []),
            (failure: unknown) => keep(null, errorsOf(failure)),
        );
        return () => stop.abort();
    }, [question]);
    const isReading = answered?.question !== question;
    return { query, data: answered?.data ?? null, errors: isReading ? [] : answered.errors, isReading };
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
