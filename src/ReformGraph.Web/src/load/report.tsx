import { useEffect, useState } from 'preact/hooks';
import type { FormPart } from '../api';
import { pageAddress } from '../app/address';
import { useReading } from '../app/context';
import { csvFile, readCsv, writeCsv } from '../app/csv';
import { useAnswer } from '../app/data';
import { hand } from '../app/file';
import { text } from '../language';
import { ShowRequest } from './command';
import { Draft, FurtherChecks, ProposedChecks, type FurtherCheck, type Lines } from './draft';
import { ChangedChecks, Entries, Refused, type ChangedCheck, type Listed, type RefusedCell } from './findings';
import { sendFile, sendForm, typeOf } from './sending';
import { CheckButton, Progress, Store, StoringForm, useStoring, type Stated } from './storing';

const texts = {
    reading: text('The server is reading the report …', '服务器正在读取报告……'),
    checking: text('The server is proving each figure …', '服务器正在逐项核对……'),
    storing: text('The server is storing the report …', '服务器正在存储……'),
    hint: text(
        'Give an indicator to each quantity that you want as a figure: a code that there is, or a name for a new one. ' +
            'Quantities without an indicator are left out.',
        '为需要录入的数量填写指标：已有指标的编码，或新指标的名称。未填指标的数量不录入。',
    ),
    download: text('Download the draft', '下载草稿'),
    corrected: text('Corrected draft (.csv, .xlsx)', '更正后的草稿（.csv、.xlsx）'),
    title: text('Title', '标题'),
    titleHint: text('by default, the first line of the text', '默认取正文首行'),
    year: text('Year', '年份'),
    issuedOn: text('Issued on', '印发日期'),
    newName: text('Name of the new county', '新增县的名称'),
    noCounty: text('Give the code of the county above.', '请在上方填写县编码。'),
    counts: (all: string, [added, corrected, without, unchanged]: readonly string[]) =>
        text(
            `${all} ${all === '1' ? 'quantity' : 'quantities'}: ${added} ${added === '1' ? 'new figure' : 'new figures'}, ` +
                `${corrected} corrected, ${without} without an indicator, ${unchanged} there already`,
            `共 ${all} 个数量：新增 ${added}，更正 ${corrected}，无指标 ${without}，已有 ${unchanged}`,
        ),
    figures: text('New figures', '新增数据'),
    corrections: text('Corrected figures', '更正的数据'),
    indicators: text('New indicators', '新增指标'),
    checks: text('New checks', '新增校验'),
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
    readonly corrected: Listed<{ readonly key: string }>;
    readonly newChecks: Listed<unknown>;
    readonly proposedChecks?: Listed<FurtherCheck>;
    readonly checks: readonly ChangedCheck[];
    readonly refusedCells: Listed<RefusedCell>;
    readonly refusedChecks: Listed<RefusedCell>;
}

interface Indicators {
    readonly indicators: { readonly nodes: readonly { readonly code: string; readonly nameZh: string }[] | null } | null;
}

const indicatorsQuery = { query: '{ indicators(first: 500) { nodes { code nameZh } } }' };

const csv = 'text/csv';

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
    const { data } = useAnswer<Indicators>(indicatorsQuery);
    const kept = checks.filter((_, index) => index === 0 || !dropped.has(index - 1));
    const draftName = `${file.name}-draft.csv`;
    const partsOf = (stated: Stated): readonly FormPart[] => [
        { name: 'report', content: file, fileName: file.name, type: typeOf(file, 'text/plain') },
        corrected === null
            ? { name: 'figures', content: writeCsv(draft ?? []), fileName: draftName, type: csv }
            : { name: 'figures', content: corrected, fileName: corrected.name, type: typeOf(corrected, csv) },
        ...(kept.length > 1 ? [{ name: 'checks', content: writeCsv(kept), fileName: `${file.name}-checks.csv`, type: csv }] : []),
        ...Object.entries({ county, ...about, ...stated })
            .filter(([name, value]) => value !== '' && (name !== 'countyNameZh' || isNewCounty))
            .map(([name, value]) => ({ name, text: value })),
    ];
    const storing = useStoring<Outcome>({
        question: JSON.stringify([county, about, draft, kept, corrected?.name, corrected?.lastModified]),
        send: (stated, signal) => sendForm('reports', partsOf(stated), signal),
        isRefused: ({ refusedCells, refusedChecks }) => refusedCells.total + refusedChecks.total > 0,
        texts,
    });
    useEffect(() => {
        const extract = `extract?format=csv&language=${language}`;
        void storing
            .run(texts.reading, false, async (signal) => {
                const said = new Blob([file], { type: typeOf(file, 'text/plain') });
                return [await sendFile(extract, said, signal), await sendFile(`${extract}&checks=true`, said, signal)] as const;
            })
            .then((read) => {
                if (read !== null) {
                    setDraft(readCsv(read[0]));
                    setChecks(readCsv(read[1]));
                }
            });
    }, [file, generation]);
    const outcome = storing.answer?.report;
    const fields = [
        ['title', texts.title, 'text'],
        ['year', texts.year, 'text'],
        ['issuedOn', texts.issuedOn, 'date'],
        ...(isNewCounty ? ([['countyNameZh', texts.newName, 'text']] as const) : []),
    ] as const;
    return (
        <StoringForm storing={storing}>
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
                        <button type="button" onClick={() => hand(csvFile(draft), draftName)}>
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
                    <CheckButton storing={storing} isPossible={county !== ''}>
                        {county === '' ? <span class="quiet">{say(texts.noCounty)}</span> : null}
                    </CheckButton>
                </>
            )}
            <Progress storing={storing} />
            {outcome === undefined ? null : (
                <>
                    <p>
                        {say(
                            texts.counts(
                                number(outcome.rows),
                                [outcome.figures.total, outcome.corrected.total, outcome.leftOut, outcome.unchanged].map(number),
                            ),
                        )}
                    </p>
                    <Refused cells={outcome.refusedCells} />
                    <Refused cells={outcome.refusedChecks} />
                    <Entries title={texts.figures} of={outcome.figures} say={({ key }) => key} />
                    <Entries title={texts.corrections} of={outcome.corrected} say={({ key }) => key} />
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
                    {storing.isChecked ? (
                        <FurtherChecks checks={checks} further={outcome.proposedChecks?.listed ?? []} onChecks={setChecks} />
                    ) : null}
                    <ChangedChecks checks={outcome.checks} />
                </>
            )}
            <Store storing={storing}>
                <a href={pageAddress('', { county, report: outcome?.report ?? '' })}>{say(texts.open)}</a>
            </Store>
            {draft === null ? null : <ShowRequest path="reports" parts={partsOf(storing.ofCheck)} />}
        </StoringForm>
    );
};
