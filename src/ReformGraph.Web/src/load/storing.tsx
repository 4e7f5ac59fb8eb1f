import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ChangeFields, noChange, parametersOf } from '../app/change';
import { useReading } from '../app/context';
import { ErrorList } from '../app/panel';
import { text, type Text } from '../language';
import { useSending, type Said } from './sending';

const texts = {
    check: text('Check', '核对'),
    again: text('Check again', '重新核对'),
    store: text('Store', '存储'),
    cancel: text('Cancel', '取消'),
    stored: text('Stored as change', '已存储，变更序号'),
};

/** What is stated about a change: the parameters of a check, or of storing. */
export type Stated = Readonly<Record<string, string>>;

interface Options<Report> {
    /** What the answer depends on: another one needs another check. */
    readonly question: string;
    readonly send: (stated: Stated, signal: AbortSignal) => Promise<Said<Report>>;
    readonly isRefused: (report: Report) => boolean;
    /** What the server does meanwhile, and what it says if nothing was new. */
    readonly texts: { readonly checking: Text; readonly storing: Text; readonly none: Text };
}

/** Has a file checked by the server, and stored once it has passed. */
export const useStoring = <Report extends { readonly change?: number }>({ question, send, isRefused, texts: said }: Options<Report>) => {
    const { language } = useReading();
    const [change, setChange] = useState(noChange);
    const [answer, setAnswer] = useState<{ readonly report: Report; readonly of: string; readonly isStored: boolean } | null>(null);
    const sending = useSending();
    const statedFor = (isDry: boolean): Stated => ({
        ...parametersOf({ ...change, reason: change.reason.trim() || (isDry ? 'dry run' : '') }),
        dryRun: String(isDry),
        language,
    });
    const ask = async (isDry: boolean) => {
        const got = await sending.run(isDry ? said.checking : said.storing, !isDry, (signal) => send(statedFor(isDry), signal));
        if (got !== null) {
            setAnswer({ report: got.report, of: question, isStored: !isDry && got.errors.length === 0 });
        }
    };
    const isChecked = answer !== null && answer.of === question && !answer.isStored && !isRefused(answer.report);
    const forget = () => setAnswer(null);
    return { ...sending, answer, forget, change, setChange, ask, isChecked, none: said.none, ofCheck: statedFor(true) };
};

type Storing = ReturnType<typeof useStoring<{ readonly change?: number }>>;

interface Part {
    readonly storing: Storing;
    readonly children?: ComponentChildren;
}

/** What has the file checked, or says why that is not possible. */
export const CheckButton = ({ storing: { answer, doing, ask }, isPossible = true, children }: Part & { readonly isPossible?: boolean }) => {
    const { say } = useReading();
    return (
        <p>
            <button type="button" disabled={doing !== null || !isPossible} onClick={() => void ask(true)}>
                {say(answer === null ? texts.check : texts.again)}
            </button>{' '}
            {children}
        </p>
    );
};

/** What the server is doing, how to stop it, and what was wrong. */
export const Progress = ({ storing: { doing, cancel, errors } }: Part) => {
    const { say } = useReading();
    return (
        <>
            <p role="status">{doing === null ? '' : say(doing)}</p>
            {doing === null ? null : (
                <button type="button" onClick={cancel}>
                    {say(texts.cancel)}
                </button>
            )}
            <ErrorList errors={errors} />
        </>
    );
};

/** What stores a file that was checked; afterwards, what was stored, with the way to it. */
export const Store = ({ storing: { answer, isChecked, doing, change, setChange, none }, children }: Part) => {
    const { say } = useReading();
    return answer?.isStored ? (
        <p class="notice" role="status">
            {answer.report.change === undefined ? say(none) : `${say(texts.stored)} ${answer.report.change}.`} {children}
        </p>
    ) : isChecked ? (
        <div class="choice">
            <ChangeFields change={change} onChange={setChange} />
            <button type="submit" disabled={doing !== null}>
                {say(texts.store)}
            </button>
        </div>
    ) : null;
};

/** The form of a file that is loaded. */
export const StoringForm = ({ storing: { doing, ask }, children }: Part) => (
    <form
        class="loading"
        aria-busy={doing !== null}
        onSubmit={(event) => {
            event.preventDefault();
            void ask(false);
        }}
    >
        {children}
    </form>
);
