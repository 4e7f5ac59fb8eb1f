import { useEffect, useState } from 'preact/hooks';
import { pageAddress } from '../app/address';
import { useReading } from '../app/context';
import { useAnswer } from '../app/data';
import { ErrorList } from '../app/panel';
import { text } from '../language';
import { hand } from '../register/downloads';
import { ChangeFields, noChange, parametersOf } from '../app/change';
import { ShowRequest } from './command';
import { readCsv, writeCsv } from './csv';
import { Draft, ProposedChecks, type Lines } from './draft';
import { ChangedChecks, Entries, Refused, type ChangedCheck, type Listed, type RefusedCell } from './findings';
import { sendFile, sendForm, typed, useSending } from './sending';

const texts = {
    reading: text('The server is reading the report …', '服务器正在读取报告……'),
    checking: text('The server is proving each figure …', '服务器正在逐项核对……'),
    storing: text('The server is storing the report …', '服务器正在存储……'),
    cancel: text('Cancel', '取消'),
    hint: text(
        'Give an indicator to each quantity that you want as a figure: a code that there is, or a name for a new one. Quantities without an indicator are left out.',
        '为需要录入的数量填写指标：已有指标的编码，或新指标的名称。未填指标的数量不录入。',
    ),
    download: text('Download the draft', '下载草稿'),
    corrected: text('Corrected draft (.csv, .xlsx)', '更正后的草稿（.csv、.xlsx）'),
    title: text('Title', '标题'),
    titleHint: text('by default, the first line of the text', '默认取正文首行'),
    year: text('Year', '年份'),
    issuedOn: text('Issued on', '印发日期'),
    newName: text('Name of the new county', '新增县的名称'),
    check: text('Check', '核对'),
    again: text('Check again', '重新核对'),
    store: text('Store', '存储'),
    noCounty: text('Give the code of the county above.', '请在上方填写县编码。'),
    counts: (all: string, [added, without, unchanged]: readonly string[]) =>
        text(
            `${all} ${all === '1' ? 'quantity' : 'quantities'}: ${added} ${added === '1' ? 'new figure' : 'new figures'}, ${without} without an indicator, ${unchanged} there already`,
            `共 ${all} 个数量：新增 ${added}，无指标 ${without}，已有 ${unchanged}`,
        ),
    figures: text('New figures', '新增数据'),
    indicators: text('New indicators', '新增指标'),
    checks: text('New checks', '新增校验'),
    stored: text('Stored as change', '已存储，变更序号'),
    none: text('Everything is there already: nothing was recorded.', '内容均已存在，未记录变更。'),
    open: text('To the report', '查看报告'),
};

interface Outcome {
    readonly change?: number;
    readonly report?: string;
    readonly rows: number;
    readonly leftOut: number;
    readonly unchanged: number;
    readonly indicators?: readonly string[];
    readonly figures: Listed<{ readonly key: string }>;
    readonly newChecks: Listed<unknown>;
    readonly checks: readonly ChangedCheck[];
    readonly refusedCells: Listed<RefusedCell>;
    readonly refusedChecks: Listed<RefusedCell>;
}

interface Indicators {
    readonly indicators: { readonly nodes: readonly { readonly code: string; readonly nameZh: string }[] | null } | null;
}

const indicatorsQuery = { query: '{ indicators(first: 500) { nodes { code nameZh } } }' };

interface Props {
    readonly file: File;
    readonly county: string;
    readonly isNewCounty: boolean;
}

/** A report: its figures as the server reads them, what a person adds to them, and what stores them. */
export const ReportLoad = ({ file, county, isNewCounty }: Props) => {
    const { say, language, number, generation } = useReading();
    const [draft, setDraft] = useState<Lines | null>(null);
    const [checks, setChecks] = useState<Lines>([]);
    const [dropped, setDropped] = useState<ReadonlySet<number>>(new Set());
    const [corrected, setCorrected] = useState<File | null>(null);
    const [about, setAbout] = useState({ title: '', year: '', issuedOn: '', countyNameZh: '' });
    const [change, setChange] = useState(noChange);
    const [answer, setAnswer] = useState<{ readonly outcome: Outcome; readonly of: string; readonly isStored: boolean } | null>(null);
    const [doing, setDoing] = useState(texts.reading);
    const { isSending, errors, run, cancel } = useSending();
    const { data } = useAnswer<Indicators>(indicatorsQuery);
    useEffect(() => {
        const extract = `extract?format=csv&language=${language}`;
        setDoing(texts.reading);
        void run(async (signal) => {
            const said = typed(file, 'text/plain');
            return [await sendFile(extract, said, signal), await sendFile(`${extract}&checks=true`, said, signal)] as const;
        }, false).then((read) => {
            if (read !== null) {
                setDraft(readCsv(read[0]));
                setChecks(readCsv(read[1]));
            }
        });
    }, [file, generation]);
    const kept = checks.filter((_, index) => index === 0 || !dropped.has(index - 1));
    const question = JSON.stringify([county, about, draft, kept, corrected?.name, corrected?.lastModified]);
    const saidOf = (isDry: boolean) => ({
        county,
        ...Object.fromEntries(Object.entries(about).filter(([name, value]) => value !== '' && (name !== 'countyNameZh' || isNewCounty))),
        ...parametersOf({ ...change, reason: change.reason.trim() || (isDry ? 'dry run' : '') }),
        dryRun: String(isDry),
        language,
    });
    const ask = async (isDry: boolean) => {
        setDoing(isDry ? texts.checking : texts.storing);
        const form = new FormData();
        form.append('report', typed(file, 'text/plain'), file.name);
        form.append(
            'figures',
            corrected === null ? new Blob([writeCsv(draft!)], { type: 'text/csv' }) : typed(corrected, 'text/csv'),
            corrected?.name ?? 'draft.csv',
        );
        if (kept.length > 1) {
            form.append('checks', new Blob([writeCsv(kept)], { type: 'text/csv' }), 'checks.csv');
        }

        Object.entries(saidOf(isDry)).forEach(([name, value]) => form.append(name, value));
        const said = await run((signal) => sendForm<Outcome>('reports', form, signal), !isDry);
        if (said !== null) {
            setAnswer({ outcome: said.report, of: question, isStored: !isDry && said.errors.length === 0 });
        }
    };
    const outcome = answer?.outcome;
    const isChecked =
        answer !== null &&
        answer.of === question &&
        !answer.isStored &&
        answer.outcome.refusedCells.total + answer.outcome.refusedChecks.total === 0;
    const fields = [
        ['title', texts.title, 'text'],
        ['year', texts.year, 'text'],
        ['issuedOn', texts.issuedOn, 'date'],
        ...(isNewCounty ? ([['countyNameZh', texts.newName, 'text']] as const) : []),
    ] as const;
    return (
        <form
            class="load"
            aria-busy={isSending}
            onSubmit={(event) => {
                event.preventDefault();
                void ask(false);
            }}
        >
            <p role="status">{isSending ? say(doing) : ''}</p>
            {isSending ? (
                <button type="button" onClick={cancel}>
                    {say(texts.cancel)}
                </button>
            ) : null}
            {draft === null ? null : (
                <>
                    <p>{say(texts.hint)}</p>
                    <div class="choice">
                        {fields.map(([name, title, type]) => (
                            <label key={name} class={name === 'title' ? 'grows' : undefined}>
                                {say(title)}
                                <input
                                    type={type as 'text'}
                                    value={about[name]}
                                    placeholder={name === 'title' ? say(texts.titleHint) : ''}
                                    onInput={(event) => setAbout({ ...about, [name]: event.currentTarget.value })}
                                />
                            </label>
                        ))}
                    </div>
                    <Draft draft={draft} indicators={data?.indicators?.nodes ?? []} onDraft={setDraft} />
                    <p>
                        <button
                            type="button"
                            onClick={() => hand(new Blob([`\uFEFF${writeCsv(draft)}`], { type: 'text/csv' }), `${file.name}-draft.csv`)}
                        >
                            {say(texts.download)}
                        </button>{' '}
                        <label>
                            {say(texts.corrected)}{' '}
                            <input
                                type="file"
                                accept=".csv,.xlsx"
                                onChange={(event) => setCorrected(event.currentTarget.files?.[0] ?? null)}
                            />
                        </label>
                    </p>
                    <ProposedChecks checks={checks} dropped={dropped} onDropped={setDropped} />
                    <p>
                        <button type="button" disabled={isSending || county === ''} onClick={() => void ask(true)}>
                            {say(answer === null ? texts.check : texts.again)}
                        </button>{' '}
                        {county === '' ? <span class="quiet">{say(texts.noCounty)}</span> : null}
                    </p>
                </>
            )}
            <ErrorList errors={errors} />
            {outcome === undefined ? null : (
                <>
                    <p>
                        {say(texts.counts(number(outcome.rows), [outcome.figures.total, outcome.leftOut, outcome.unchanged].map(number)))}
                    </p>
                    <Refused cells={outcome.refusedCells} />
                    <Refused cells={outcome.refusedChecks} />
                    <Entries title={texts.figures} of={outcome.figures} say={({ key }) => key} />
                    <Entries
                        title={texts.indicators}
                        of={{ total: outcome.indicators?.length ?? 0, listed: outcome.indicators ?? [] }}
                        say={(name) => name}
                    />
                    {outcome.newChecks.total === 0 ? null : (
                        <p>
                            {say(texts.checks)}: {number(outcome.newChecks.total)}
                        </p>
                    )}
                    <ChangedChecks checks={outcome.checks} />
                </>
            )}
            {answer?.isStored ? (
                <p class="notice" role="status">
                    {outcome?.change === undefined ? say(texts.none) : `${say(texts.stored)} ${outcome.change}.`}{' '}
                    <a href={pageAddress('', { county, report: outcome?.report ?? '' })}>{say(texts.open)}</a>
                </p>
            ) : isChecked ? (
                <div class="choice">
                    <ChangeFields change={change} onChange={setChange} />
                    <button type="submit" disabled={isSending}>
                        {say(texts.store)}
                    </button>
                </div>
            ) : null}
            {draft === null ? null : (
                <ShowRequest
                    path="reports"
                    parts={[
                        ['report', `@${file.name}`],
                        ['figures', `@${corrected?.name ?? `${file.name}-draft.csv`}`],
                        ...Object.entries(saidOf(true)),
                    ]}
                />
            )}
        </form>
    );
};
