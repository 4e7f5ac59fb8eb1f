import { useState } from 'preact/hooks';
import type { FormPart } from '../api';
import { go, pageAddress, withParameters } from '../app/address';
import { useReading } from '../app/context';
import { text } from '../language';
import type { Register } from '../register/catalog';
import { ShowRequest } from './command';
import { ChangedChecks, Entries, Refused, type ChangedCheck, type Listed, type RefusedCell } from './findings';
import { Reading, type Mapping, type TableReading } from './reading';
import { sendForm, typeOf } from './sending';
import { CheckButton, Progress, Store, StoringForm, useStoring, type Stated } from './storing';

const texts = {
    register: text('Register', '台账'),
    places: text('Add townships and villages that the county does not have yet', '新增该县尚无的乡镇和村社区'),
    replace: text('This is the whole register: withdraw the rows that it lacks', '这是完整台账：撤回表中没有的行'),
    sheet: text('Sheet', '工作表'),
    sheetHint: text('by default, the one with the most known headings', '默认选取可识别标题最多的工作表'),
    checking: text('The server is reading the table …', '服务器正在读取表格……'),
    storing: text('The server is storing the table …', '服务器正在存储……'),
    none: text('The table has nothing new: nothing was recorded.', '表格没有新内容，未记录变更。'),
    rows: text('To its rows', '查看各行'),
    counts: (all: string, [unchanged, changed, added, withdrawn, refused]: readonly string[]) =>
        text(
            `${all} ${all === '1' ? 'row' : 'rows'}: ${unchanged} unchanged, ${changed} changed, ` +
                `${added} added, ${withdrawn} withdrawn, ${refused} refused`,
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

type ChangedField = Report['changed']['listed'][number]['fields'][number];

const sayField = ({ column, before, after }: ChangedField) => `${column} ${before || '—'} → ${after || '—'}`;

const noMapping: Mapping = { columns: {}, values: {}, defaults: {} };

interface Props {
    readonly file: File;
    readonly registers: readonly Register[];
    readonly county: string;
    readonly address: URL;
}

/** A table of a register: what it means, what would change, and what stores it. */
export const TableLoad = ({ file, registers, county, address }: Props) => {
    const { say, number } = useReading();
    const name = address.searchParams.get('register') ?? '';
    const register = registers.find((one) => one.name === name) ?? registers[0]!;
    const [options, setOptions] = useState({ addPlaces: true, replace: false, sheet: '' });
    const [mapping, setMapping] = useState(noMapping);
    const pathOf = (stated: Stated) => {
        const parameters = new URLSearchParams({
            ...stated,
            ...(county === '' ? {} : { county, addPlaces: String(options.addPlaces), replace: String(options.replace) }),
            ...(options.sheet === '' ? {} : { sheet: options.sheet }),
        });
        return `import/${register.name}?${parameters.toString()}`;
    };
    const parts: readonly FormPart[] = [
        { name: 'table', content: file, fileName: file.name, type: typeOf(file, 'text/tab-separated-values') },
        ...(county === '' ? [] : [{ name: 'mapping', text: JSON.stringify({ [register.field]: mapping }) }]),
    ];
    const storing = useStoring<Report>({
        question: JSON.stringify([register.name, county, options, mapping]),
        send: (stated, signal) => sendForm(pathOf(stated), parts, signal),
        isRefused: ({ refusedCells }) => refusedCells.total > 0,
        texts,
    });
    const report = storing.answer?.report;
    return (
        <StoringForm storing={storing}>
            <div class="choice">
                <label class="grows">
                    {say(texts.register)}
                    <select
                        value={register.name}
                        onChange={(event) => {
                            storing.forget();
                            setMapping(noMapping);
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
            <CheckButton storing={storing} />
            <Progress storing={storing} />
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
                        say={({ key, fields }) => `${key}: ${fields.map(sayField).join('; ')}`}
                    />
                    {report.withdrawn === undefined ? null : (
                        <Entries title={texts.withdrawn} of={report.withdrawn} say={({ key }) => key} />
                    )}
                    <ChangedChecks checks={report.checks} />
                </>
            )}
            <Store storing={storing}>
                <a href={pageAddress(`registers/${register.name}`)}>{say(texts.rows)}</a>
            </Store>
            <ShowRequest path={pathOf(storing.ofCheck)} parts={parts} />
        </StoringForm>
    );
};
