import { text } from '../language';
import {
    AssetsByMethodDocument,
    ChecksThatDoNotAgreeDocument,
    FacilitiesByTypeDocument,
    LatestChangesDocument,
    RiskVillagesByLevelDocument,
    TasksByStatusDocument,
    TasksByThemeDocument,
    TotalsDocument,
} from '../operations';
import { rowsAddress, type Where } from './address';
import { CheckTable, noContradiction } from './checks';
import { useReading } from './context';
import { Distribution } from './distribution';
import { BeforeAndAfter, FiguresByTheme } from './figures';
import { instantIn } from './numbers';
import { Panel } from './panel';
import { Headings, ofNumbers } from './table';

const texts = {
    glance: text('At a glance', '总览'),
    figures: text('Figures in the report', '报告数据'),
    riskVillages: text('Villages at risk', '风险村（社区）'),
    assets: text('Asset lots handed over', '移交资产（宗）'),
    facilities: text('Facilities', '设施'),
    tasks: text('Plans, tasks and pilots', '方案、任务和试点'),
    disagreeing: text('Checks that do not agree', '不一致的勾稽'),
    byLevel: text('Villages at risk, by level', '风险村（按等级）'),
    byMethod: text('Assets, by method of handover', '资产移交（按方式）'),
    byType: text('Facilities, by type', '设施（按类型）'),
    byStatus: text('Reform tasks, by status', '改革任务（按状态）'),
    byTheme: text('Reform tasks, by subject', '改革任务（按主题）'),
    level: text('Level', '等级'),
    method: text('Method', '方式'),
    type: text('Type', '类型'),
    status: text('Status', '状态'),
    theme: text('Subject', '主题'),
    changes: text('What changed last', '最近变更'),
    change: text('Change', '变更'),
    recordedAt: text('Recorded', '记录时间'),
    kind: text('Kind', '类别'),
    rows: text('Rows', '行数'),
};

interface Chosen {
    readonly county: string;
    readonly report: string;
}

const Totals = ({ county, report }: Chosen) => {
    const { say, number } = useReading();
    const [ofCounty, ofReport] = [{ county: { code: { eq: county } } }, { report: { code: { eq: report } } }];
    return (
        <Panel title={texts.glance} document={TotalsDocument} variables={{ county, report }} isWide>
            {(data) => (
                <dl class="totals">
                    {(
                        [
                            [texts.figures, data.figures, 'figures', ofReport],
                            [texts.riskVillages, data.riskVillages, 'risk-villages', ofCounty],
                            [texts.assets, data.assetHandovers, 'asset-handovers', ofCounty],
                            [texts.facilities, data.facilityConsolidations, 'facility-consolidations', ofCounty],
                            [texts.tasks, data.reformTasks, 'reform-tasks', ofCounty],
                            [texts.disagreeing, data.checks, 'checks', { ...ofReport, status: { eq: 'NOT_RECONCILED' } }],
                        ] as const
                    ).map(([title, rows, register, where]) => (
                        <div key={register}>
                            <dt>{say(title)}</dt>
                            <dd>
                                <a href={rowsAddress(register, where)}>{number(rows?.totalCount ?? 0)}</a>
                            </dd>
                        </div>
                    ))}
                </dl>
            )}
        </Panel>
    );
};

interface Grouped<Key> {
    readonly totalCount: number;
    readonly groups: {
        readonly nodes: readonly { key: Key; aggregate: { count: number }; share: { count: number | null } }[] | null;
    } | null;
}

/** The groups of a register by a code list, with the addresses of their rows. */
const useGroups = (register: string, where: Where, list: string, field: string) => {
    const { label } = useReading();
    return <Key extends object>(rows: Grouped<Key> | null) => ({
        total: rows?.totalCount ?? 0,
        allHref: rowsAddress(register, where),
        groups: (rows?.groups?.nodes ?? []).map(({ key, aggregate, share }) => {
            const value = (key as Readonly<Record<string, string | null>>)[field] ?? null;
            return {
                label: label(list, value),
                count: aggregate.count,
                share: share.count ?? 0,
                href: rowsAddress(register, { ...where, [field]: { eq: value } }),
            };
        }),
    });
};

const Checks = ({ report }: { readonly report: string }) => {
    const { say } = useReading();
    return (
        <Panel title={texts.disagreeing} document={ChecksThatDoNotAgreeDocument} variables={{ report }} isWide>
            {({ all, checks }) =>
                (checks?.totalCount ?? 0) === 0 ? (
                    <p>{say(noContradiction(all?.totalCount ?? 0))}</p>
                ) : (
                    <CheckTable label={say(texts.disagreeing)} report={report} checks={checks?.nodes ?? []} isExplained />
                )
            }
        </Panel>
    );
};

const Changes = () => {
    const { number, label, language } = useReading();
    return (
        <Panel title={texts.changes} document={LatestChangesDocument} variables={{}}>
            {({ changes }) => (
                <table>
                    <Headings of={[texts.change, texts.recordedAt, texts.kind, ofNumbers(texts.rows)]} />
                    <tbody>
                        {changes?.nodes?.map(({ sequence, recordedAt, kind, rowCount }) => (
                            <tr key={sequence}>
                                <th scope="row">
                                    <a href={rowsAddress('changes', { sequence: { eq: sequence } })}>{number(sequence)}</a>
                                </th>
                                <td>
                                    <time dateTime={recordedAt}>{instantIn(recordedAt, language)}</time>
                                </td>
                                <td>{label('ChangeKind', kind)}</td>
                                <td class="number">
                                    <a href={rowsAddress('changed-rows', { change: { sequence: { eq: sequence } } })}>{number(rowCount)}</a>
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            )}
        </Panel>
    );
};

const Registers = ({ county }: { readonly county: string }) => {
    const ofCounty = { county: { code: { eq: county } } };
    const tasks = { ...ofCounty, kind: { eq: 'TASK' } };
    const byLevel = useGroups('risk-villages', ofCounty, 'RiskLevel', 'level');
    const byMethod = useGroups('asset-handovers', ofCounty, 'HandoverMethod', 'method');
    const byType = useGroups('facility-consolidations', ofCounty, 'FacilityType', 'type');
    const byStatus = useGroups('reform-tasks', tasks, 'TaskStatus', 'status');
    const byTheme = useGroups('reform-tasks', tasks, 'Theme', 'theme');
    const variables = { county };
    return (
        <div class="columns">
            <Panel title={texts.byLevel} document={RiskVillagesByLevelDocument} variables={variables}>
                {(data) => <Distribution of={texts.level} {...byLevel(data.riskVillages)} />}
            </Panel>
            <Panel title={texts.byMethod} document={AssetsByMethodDocument} variables={variables}>
                {(data) => <Distribution of={texts.method} {...byMethod(data.assetHandovers)} />}
            </Panel>
            <Panel title={texts.byType} document={FacilitiesByTypeDocument} variables={variables}>
                {(data) => <Distribution of={texts.type} {...byType(data.facilityConsolidations)} />}
            </Panel>
            <Panel title={texts.byStatus} document={TasksByStatusDocument} variables={variables}>
                {(data) => <Distribution of={texts.status} {...byStatus(data.reformTasks)} />}
            </Panel>
            <Panel title={texts.byTheme} document={TasksByThemeDocument} variables={variables}>
                {(data) => <Distribution of={texts.theme} {...byTheme(data.reformTasks)} />}
            </Panel>
            <Changes />
        </div>
    );
};

/** A county's report at a glance. */
export const Overview = ({ county, report }: Chosen) => (
    <div class="panels">
        <Totals county={county} report={report} />
        {report === '' ? null : <BeforeAndAfter report={report} />}
        <Registers county={county} />
        {report === '' ? null : <Checks report={report} />}
        {report === '' ? null : <FiguresByTheme report={report} />}
    </div>
);
