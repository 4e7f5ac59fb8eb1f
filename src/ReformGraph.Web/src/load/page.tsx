import { useState } from 'preact/hooks';
import { go, withParameters } from '../app/address';
import { useCounties } from '../app/choice';
import { useReading } from '../app/context';
import { useAnswer } from '../app/data';
import { ErrorList } from '../app/panel';
import { text } from '../language';
import { typeOf, useRegisters } from '../register/catalog';
import { FileField } from './file';
import './load.css';
import { ReportLoad } from './report';
import { extensionOf } from './sending';
import { TableLoad } from './table';

const texts = {
    intro: text(
        'Load a report or a table of a register. The server first says how it understands the file and what would change; ' +
            'nothing is stored before you confirm it.',
        '录入报告或台账表格。服务器先说明如何理解文件、将有哪些变化；确认之前不存储任何数据。',
    ),
    is: text('The file is', '文件是'),
    report: text('a report', '报告'),
    table: text('a table of a register', '台账表格'),
    county: text('County', '县'),
    countyHint: text('its code; for a report, also a new one', '县编码；报告可填新县'),
    noCounty: text('Leave it empty if the table says which county each row belongs to.', '若表中注明各行所属县，可留空。'),
    reader: text(
        'You may read, but not load data: that needs the role editor or admin.',
        '您可以读取数据，但不能录入；录入需要 editor 或 admin 角色。',
    ),
    unknown: text('This is no format that can be loaded.', '不支持此文件格式。'),
    reading: text('Reading …', '读取中……'),
};

interface Mutations {
    readonly __schema: { readonly mutationType: { readonly fields: readonly { readonly name: string }[] } | null };
}

const mutationsQuery = { query: '{ __schema { mutationType { fields { name } } } }' };

const reports = ['docx', 'txt'];
const tables = ['xlsx', 'csv', 'tsv', 'txt'];

/** Where editors give the server a report or a table, see what it makes of it, and store it. */
export const LoadPage = ({ address }: { readonly address: URL }) => {
    const { say, nameOf } = useReading();
    const { registers, errors } = useRegisters();
    const { nodes: counties } = useCounties();
    const mutations = useAnswer<Mutations>(mutationsQuery);
    const [file, setFile] = useState<File | null>(null);
    const [isReport, setReport] = useState(true);
    const county = address.searchParams.get('county') ?? '';
    const names = mutations.data?.__schema.mutationType?.fields.map(({ name }) => name) ?? [];
    const writable = registers?.filter((register) => names.includes(`create${typeOf(register)}`)) ?? [];
    const choose = (chosen: File) => {
        setFile(chosen);
        setReport(reports.includes(extensionOf(chosen)));
    };
    const extension = file === null ? '' : extensionOf(file);
    const isKnown = (isReport ? reports : tables).includes(extension);
    return (
        <>
            <ErrorList errors={[...errors, ...mutations.errors]} />
            {mutations.data === null || registers === null ? (
                <p class="quiet">{say(texts.reading)}</p>
            ) : writable.length === 0 ? (
                <p class="notice">{say(texts.reader)}</p>
            ) : (
                <>
                    <p>{say(texts.intro)}</p>
                    <FileField file={file} onFile={choose} />
                    <div class="choice">
                        <label>
                            {say(texts.is)}
                            <select
                                value={isReport ? 'report' : 'table'}
                                onChange={(event) => setReport(event.currentTarget.value === 'report')}
                            >
                                <option value="report">{say(texts.report)}</option>
                                <option value="table">{say(texts.table)}</option>
                            </select>
                        </label>
                        <label class="grows">
                            {say(texts.county)}
                            <input
                                list="counties"
                                value={county}
                                placeholder={say(texts.countyHint)}
                                onChange={(event) => go(withParameters(address, { county: event.currentTarget.value.trim() }), true)}
                            />
                            {isReport ? null : <small>{say(texts.noCounty)}</small>}
                        </label>
                        <datalist id="counties">
                            {counties.map((one) => (
                                <option key={one.code} value={one.code}>
                                    {nameOf(one)}
                                </option>
                            ))}
                        </datalist>
                    </div>
                    {file === null ? null : !isKnown ? (
                        <p class="notice">{say(texts.unknown)}</p>
                    ) : isReport ? (
                        <ReportLoad
                            key={`${file.name} ${file.lastModified}`}
                            file={file}
                            county={county}
                            isNewCounty={county !== '' && !counties.some(({ code }) => code === county)}
                        />
                    ) : (
                        <TableLoad
                            key={`${file.name} ${file.lastModified}`}
                            file={file}
                            registers={writable}
                            county={county}
                            address={address}
                        />
                    )}
                </>
            )}
        </>
    );
};
