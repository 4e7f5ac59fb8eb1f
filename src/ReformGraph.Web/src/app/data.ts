import { useEffect, useState } from 'preact/hooks';
import { post, type ApiError, type Query } from '../api';
import type { TypedDocumentString } from '../operations';
import { useReading } from './context';

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
    const { asOf, generation, onKeyNeeded } = useReading();
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
        post<Data>(query, asOf, {}, stop.signal).then(
            (answer) => keep(answer.data ?? null, answer.errors ?? []),
            (failure: unknown) => keep(null, [{ message: String(failure) }]),
        );
        return () => stop.abort();
    }, [question]);
    const isReading = answered?.question !== question;
    return { query, data: answered?.data ?? null, errors: isReading ? [] : answered.errors, isReading };
};
