import { useEffect, useRef, useState } from 'preact/hooks';
import { accepted, formOf, readJson, Refusal, send, type ApiError, type FormPart } from '../api';
import { useReading } from '../app/context';
import { useRefusal } from '../app/data';
import { text, type Text } from '../language';

const texts = {
    cancelled: text('Cancelled. Nothing was stored.', '已取消，未存储任何数据。'),
    uncertain: text(
        'Cancelled while the server was storing. Check again: what is there already is not stored twice.',
        '在服务器存储时取消。请重新核对；已有的数据不会重复存储。',
    ),
};

/** A request that takes its time: what the server does meanwhile; what was wrong with the last; what sends and cancels one. */
export const useSending = () => {
    const { say } = useReading();
    const refuse = useRefusal();
    const [doing, setDoing] = useState<Text | null>(null);
    const [errors, setErrors] = useState<readonly ApiError[]>([]);
    const stop = useRef<AbortController | null>(null);
    useEffect(() => () => stop.current?.abort(), []);
    /** Sends by a function, while a text says what the server does; null if nothing came of it. */
    const run = async <Answer>(
        meanwhile: Text,
        isStoring: boolean,
        ask: (signal: AbortSignal) => Promise<Answer>,
    ): Promise<Answer | null> => {
        const own = new AbortController();
        stop.current?.abort();
        stop.current = own;
        setDoing(meanwhile);
        setErrors([]);
        try {
            return await ask(own.signal);
        } catch (failure) {
            // The request that took its place says what there is to say.
            if (stop.current !== own) {
                return null;
            }

            if (own.signal.aborted) {
                setErrors([{ message: say(isStoring ? texts.uncertain : texts.cancelled) }]);
            } else {
                setErrors(refuse(failure));
            }

            return null;
        } finally {
            if (stop.current === own) {
                setDoing(null);
            }
        }
    };
    return { doing, errors, run, cancel: () => stop.current?.abort() };
};

/** What the server says of what it was sent. */
export interface Said<Report> {
    readonly report: Report;
    readonly errors: readonly ApiError[];
}

/** Sends a form; gives the part `report` of the answer, which is there also if the server refuses what it was sent. */
export const sendForm = async <Report>(path: string, parts: readonly FormPart[], signal: AbortSignal): Promise<Said<Report>> => {
    const response = await send(path, formOf(parts), signal);
    const answer = await readJson<{ readonly report?: Report; readonly errors?: readonly ApiError[] }>(response);
    if (answer.report === undefined) {
        throw new Refusal(answer.errors ?? []);
    }

    return { report: answer.report, errors: answer.errors ?? [] };
};

/** Sends a file; gives the text of the answer. */
export const sendFile = async (path: string, file: Blob, signal: AbortSignal) => (await accepted(await send(path, file, signal))).text();

const types: Readonly<Record<string, string>> = {
    csv: 'text/csv',
    tsv: 'text/tab-separated-values',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** What a file is, by its name. */
export const extensionOf = ({ name }: File) => name.split('.').at(-1)!.toLowerCase();

/** The type of a file, by its format: that of the browser differs between systems. */
export const typeOf = (file: File, ofText: string) => types[extensionOf(file)] ?? ofText;
