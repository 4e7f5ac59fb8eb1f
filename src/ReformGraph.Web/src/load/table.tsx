import { useState } from 'preact/hooks';
import { go, pageAddress, withParameters } from '../app/address';
import { useReading } from '../app/context';
import { ErrorList } from '../app/panel';
import { text } from '../language';
import type { Register } from '../register/catalog';
import { ChangeFields, noChange, parametersOf } from '../app/change';
import { ShowRequest } from './command';
import { ChangedChecks, Entries, Refused, type ChangedCheck, type Listed, type RefusedCell } from './findings';
import { Reading, type Mapping, type TableReading } from './reading';
import { sendForm, typed, useSending } from './sending';

const texts = {
    register: text('Register', '台账'),
    places: text('Add townships and villages that the county does not have yet', '新增该县尚无的乡镇和村社区'),
    replace: text('This is the whole register: withdraw the rows that it lacks', '这是完整台账：撤回表中没有的行'),
    sheet: text('Sheet', '工作表'),
    sheetHint: text('by default, the one with the most known headings', '默认选取可识别标题最多的工作表'),
    check: text('Check', '核对'),
    again: text('Check again', '重新核对'),
    store: text('Store', '存储'),
    cancel: text('Cancel', '取消'),
    sending: text('The server is reading the table …', '服务器正在读取表格……'),
    storing: text('The server is storing the table …', '服务器正在存储……'),
    none: text('The table has nothing new: nothing was recorded.', '表格没有新内容，未记录变更。'),
    stored: text('Stored as change', '已存储，变更序号'),
    rows: text('To its rows', '查看各行'),
    counts: (all: string, [unchanged, changed, added, withdrawn, refused]: readonly string[]) =>
        text(
            `${all} ${all === '1' ? 'row' : 'rows'}: ${unchanged} unchanged, ${changed} changed, ${added} added, ${withdrawn} withdrawn, ${refused} refused`,
            `共 ${all} 行：未变 ${unchanged}，修改 ${changed}，新增 ${added}，撤回 ${withdrawn}，拒绝 ${refused}`,
        ),
    created: text('Added rows', '新增的行'),
    changed: text('Changed rows', '修改的行'),
    withdrawn: text('Withdrawn rows', '撤回的行'),
};

interface Report {
    readonly change?: number;
    readonly rows: number;
    readonly unchanged: number;
    readonly refused: number;
    readonly created: Listed<{ readonly row: number; readonly key: string }>;
    readonly changed: Listed<{
        readonly row: number;
        readonly key: string;
        readonly fields: readonly { readonly column: string; readonly before: string; readonly after: string }[];
    }>;
    readonly withdrawn?: Listed<{ readonly key: string }>;
    readonly refusedCells: Listed<RefusedCell>;
    readonly reading?: TableReading;
    readonly checks: readonly ChangedCheck[];
}

interface Props {
    readonly file: File;
    readonly registers: readonly Register[];
    readonly county: string;
    readonly address: URL;
}

/** A table of a register: what it means, what would change, and what stores it. */
export const TableLoad = ({ file, registers, county, address }: Props) => {
    const { say, language, number } = useReading();
    const name = address.searchParams.get('register') ?? '';
    const register = registers.find((one) => one.name === name) ?? registers[0]!;
    const [change, setChange] = useState(noChange);
    const [options, setOptions] = useState({ addPlaces: true, replace: false, sheet: '' });
    const [mapping, setMapping] = useState<Mapping>({ columns: {}, values: {} });
    const [answer, setAnswer] = useState<{ readonly report: Report; readonly of: string; readonly isStored: boolean } | null>(null);
    const { isSending, errors, run, cancel } = useSending();
    const [isStoring, setStoring] = useState(false);
    const question = JSON.stringify([register.name, county, options, mapping]);
    const mapped = JSON.stringify({ [register.field]: mapping });
    const pathOf = (isDry: boolean) => {
        const parameters = new URLSearchParams({
            ...parametersOf({ ...change, reason: change.reason.trim() || (isDry ? 'dry run' : '') }),
            ...(county === '' ? {} : { county, addPlaces: String(options.addPlaces), replace: String(options.replace) }),
            ...(options.sheet === '' ? {} : { sheet: options.sheet }),
            dryRun: String(isDry),
            language,
        });
        return `import/${register.name}?${parameters.toString()}`;
    };
    const ask = async (isDry: boolean) => {
        setStoring(!isDry);
        const form = new FormData();
        form.append('table', typed(file, 'text/tab-separated-values'), file.name);
        if (county !== '') {
            form.append('mapping', new Blob([mapped], { type: 'application/json' }), 'mapping.json');
        }

        const said = await run((signal) => sendForm<Report>(pathOf(isDry), form, signal), !isDry);
        if (said !== null) {
            setAnswer({ report: said.report, of: question, isStored: !isDry && said.errors.length === 0 });
        }
    };
    const report = answer?.report;
    const isChecked = answer !== null && answer.of === question && answer.report.refusedCells.total === 0 && !answer.isStored;
    return (
        <form
            class="load"
            aria-busy={isSending}
            onSubmit={(event) => {
                event.preventDefault();
                void ask(false);
            }}
        >
            <div class="choice">
                <label class="grows">
                    {say(texts.register)}
                    <select
                        value={register.name}
                        onChange={(event) => {
                            setAnswer(null);
                            setMapping({ columns: {}, values: {} });
                            go(withParameters(address, { register: event.currentTarget.value }), true);
                        }}
                    >
                        {registers.map((one) => (
                            <option key={one.name} value={one.name}>
                                {say(one.title)}
                            </option>
                        ))}
                    </select>
                </label>
                <label>
                    {say(texts.sheet)}
                    <input
                        value={options.sheet}
                        placeholder={say(texts.sheetHint)}
                        onInput={(event) => setOptions({ ...options, sheet: event.currentTarget.value })}
                    />
                </label>
            </div>
            {county === ''
                ? null
                : (['addPlaces', 'replace'] as const).map((option) => (
                      <p key={option}>
                          <label>
                              <input
                                  type="checkbox"
                                  checked={options[option]}
                                  onChange={(event) => setOptions({ ...options, [option]: event.currentTarget.checked })}
                              />{' '}
                              {say(option === 'addPlaces' ? texts.places : texts.replace)}
                          </label>
                      </p>
                  ))}
            <p>
                <button type="button" disabled={isSending} onClick={() => void ask(true)}>
                    {say(answer === null ? texts.check : texts.again)}
                </button>{' '}
                {isSending ? (
                    <button type="button" onClick={cancel}>
                        {say(texts.cancel)}
                    </button>
                ) : null}
            </p>
            <p role="status">{isSending ? say(isStoring ? texts.storing : texts.sending) : ''}</p>
            <ErrorList errors={errors} />
            {report === undefined ? null : (
                <>
                    <p>
                        {say(
                            texts.counts(
                                number(report.rows),
                                [
                                    report.unchanged,
                                    report.changed.total,
                                    report.created.total,
                                    report.withdrawn?.total ?? 0,
                                    report.refused,
                                ].map(number),
                            ),
                        )}
                    </p>
                    <Refused cells={report.refusedCells} />
                    {report.reading === undefined ? null : (
                        <Reading reading={report.reading} register={register} mapping={mapping} onMapping={setMapping} />
                    )}
                    <Entries title={texts.created} of={report.created} say={({ row, key }) => `${key} (${row})`} />
                    <Entries
                        title={texts.changed}
                        of={report.changed}
                        say={({ key, fields }) =>
                            `${key}: ${fields.map(({ column, before, after }) => `${column} ${before || '—'} → ${after || '—'}`).join('; ')}`
                        }
                    />
                    {report.withdrawn === undefined ? null : (
                        <Entries title={texts.withdrawn} of={report.withdrawn} say={({ key }) => key} />
                    )}
                    <ChangedChecks checks={report.checks} />
                </>
            )}
            {answer?.isStored ? (
                <p class="notice" role="status">
                    {report?.change === undefined ? say(texts.none) : `${say(texts.stored)} ${report.change}.`}{' '}
                    <a href={pageAddress(`registers/${register.name}`)}>{say(texts.rows)}</a>
                </p>
            ) : isChecked ? (
                <div class="choice">
                    <ChangeFields change={change} onChange={setChange} />
                    <button type="submit" disabled={isSending}>
                        {say(texts.store)}
                    </button>
                </div>
            ) : null}
            <ShowRequest
                path={pathOf(true)}
                parts={[['table', `@${file.name}`], ...(county === '' ? [] : ([['mapping', mapped]] as const))]}
            />
        </form>
    );
};
