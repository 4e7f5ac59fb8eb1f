import { useEffect, useState } from 'preact/hooks';
import { withParameters } from '../app/address';
import { CheckTable, noContradiction } from '../app/checks';
import { useReading } from '../app/context';
import { queryOf, useAnswer } from '../app/data';
import { Facts, Hash } from '../app/facts';
import { hexOf } from '../app/hash';
import { instantIn } from '../app/numbers';
import { ErrorList, ShowQuery } from '../app/panel';
import { text } from '../language';
import { AuditSummaryDocument, ChangesDocument, type AuditSummaryQuery, type ChangesQuery } from '../operations';
import { ChangeTable } from './changes';
import { changes, type Checkpoint, type Finding } from './checkpoint';
import { TwoInstants } from './compared';
import type { Entity } from './entities';
import { chosenIn, conditionOf } from './period';

const texts = {
    title: text('Audit report', '审计报告'),
    print: text('Print, or save as PDF', '打印或另存为 PDF'),
    back: text('Back', '返回'),
    county: text('County', '县'),
    report: text('Report', '报告'),
    hash: text('SHA-256 of its text', '报告全文 SHA-256'),
    period: text('Period', '时段'),
    all: text('everything that was recorded', '全部记录'),
    after: text('after', '晚于'),
    upTo: text('up to', '截至'),
    figures: text('Figures', '数据'),
    asOf: text('As of change', '截至变更'),
    log: text('Log', '日志'),
    root: text('Root', '根'),
    schema: text('SHA-256 of the schema', '模式 SHA-256'),
    query: text('SHA-256 of the query', '查询 SHA-256'),
    version: text('Version of the server', '服务器版本'),
    printed: text('Made', '生成时间'),
    kept: text('Kept checkpoint', '保存的检查点'),
    notCompared: text('not compared', '未比较'),
    contradictions: text('Contradictions', '不一致之处'),
    checks: text('Checks', '勾稽'),
    semicolon: text('; ', '；'),
    changes: text('Changes of the period', '时段内的变更'),
    noChanges: text('Nothing was changed.', '没有变更。'),
    first: text('Only the latest 1,000 are listed; the period has', '仅列出最近 1,000 项；时段内共有'),
};

/** What identifies the state and the program that an answer comes from. */
interface Stamp {
    readonly sequence: number;
    readonly schemaHash: string;
    readonly queryHash: string;
    readonly version: string;
}

/** Puts a line at the foot of every printed page. The style sheets of the server cannot know it. */
const useFoot = (line: string) => {
    useEffect(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`@page { @bottom-left { content: ${JSON.stringify(line)}; } }`);
        document.adoptedStyleSheets.push(sheet);
        return () => {
            document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
        };
    }, [line]);
};

interface Props {
    readonly address: URL;
    readonly report: string;
    readonly author: boolean;
    readonly entities: readonly Entity[];
    readonly checkpoint: Checkpoint;
    readonly finding: Finding | null;
}

interface HeadProps extends Omit<Props, 'author' | 'entities' | 'report'> {
    readonly summary: AuditSummaryQuery;
    readonly stamp: Stamp | undefined;
}

const Head = ({ address, checkpoint, finding, summary, stamp }: HeadProps) => {
    const { say, number, language, nameOf, titleOf } = useReading();
    const { from, to } = chosenIn(address);
    const [made] = useState(() => new Date().toISOString());
    const { reportByCode: report } = summary;
    useFoot(`${checkpoint.origin} · ${stamp?.sequence ?? ''}/${checkpoint.size} · ${hexOf(checkpoint.root).slice(0, 16)}`);
    return (
        <Facts
            facts={[
                [texts.county, report === null ? '—' : nameOf(report.county)],
                [texts.report, report === null ? '—' : titleOf(report)],
                [texts.hash, <Hash of={report?.sha256} />],
                [
                    texts.period,
                    [from === '' ? '' : `${say(texts.after)} ${from}`, to === '' ? '' : `${say(texts.upTo)} ${to}`]
                        .filter((part) => part !== '')
                        .join(' ') || say(texts.all),
                ],
                [texts.figures, number(summary.figures?.totalCount ?? 0)],
                [texts.asOf, stamp === undefined ? null : number(stamp.sequence)],
                [texts.log, <Hash of={checkpoint.origin} />],
                [
                    texts.root,
                    <>
                        <Hash of={hexOf(checkpoint.root)} /> ({say(changes(checkpoint.size))}, {checkpoint.time})
                    </>,
                ],
                [
                    texts.kept,
                    finding === null ? (
                        say(texts.notCompared)
                    ) : (
                        <strong>
                            {finding.isRight ? '✓' : '✗'} {say(finding.said)}
                        </strong>
                    ),
                ],
                [texts.schema, <Hash of={stamp?.schemaHash} />],
                [texts.query, <Hash of={stamp?.queryHash} />],
                [texts.version, stamp?.version],
                [texts.printed, <time dateTime={made}>{instantIn(made, language)}</time>],
            ]}
        />
    );
};

const stamped = { 'Reproducibility-Stamp': 'true' };

/** The audit report: the stamp, the checks, and what changed in the period. It is made for paper. */
export const AuditReport = (props: Props) => {
    const { address, report, author, entities } = props;
    const { say, number, label } = useReading();
    const chosen = chosenIn(address);
    const summaryQuery = queryOf(AuditSummaryDocument, { report });
    const summary = useAnswer<AuditSummaryQuery>(summaryQuery, stamped);
    const changesQuery = queryOf(ChangesDocument, { author, where: conditionOf(chosen), first: 1000 });
    const changed = useAnswer<ChangesQuery>(changesQuery);
    const checks = summary.data?.checks?.nodes ?? [];
    const contradictions = checks.filter(({ status }) => status === 'NOT_RECONCILED');
    const { totalCount = 0, nodes } = changed.data?.changes ?? {};
    return (
        <article class="audit-report" aria-busy={summary.isReading || changed.isReading}>
            <p class="no-print">
                <button type="button" onClick={() => print()}>
                    {say(texts.print)}
                </button>{' '}
                <a href={withParameters(address, { view: '' }).href}>{say(texts.back)}</a>
            </p>
            <h2>{say(texts.title)}</h2>
            <ErrorList errors={[...summary.errors, ...changed.errors]} />
            {summary.data === null ? null : (
                <Head {...props} summary={summary.data} stamp={summary.extensions?.['stamp'] as Stamp | undefined} />
            )}
            <h3>{say(texts.contradictions)}</h3>
            {contradictions.length === 0 ? (
                <p>{say(noContradiction(checks.length))}</p>
            ) : (
                <CheckTable label={say(texts.contradictions)} report={report} checks={contradictions} isExplained />
            )}
            <h3>{say(texts.checks)}</h3>
            <p>
                {[...Map.groupBy(checks, ({ status }) => status)]
                    .map(([status, some]) => `${label('CheckStatus', status)}: ${number(some.length)}`)
                    .join(say(texts.semicolon))}
            </p>
            {checks.length === 0 ? null : <CheckTable label={say(texts.checks)} report={report} checks={checks} />}
            <h3>{say(texts.changes)}</h3>
            {totalCount === 0 ? <p>{say(texts.noChanges)}</p> : <ChangeTable address={address} author={author} changes={nodes ?? []} />}
            {totalCount > 1000 ? (
                <p>
                    {say(texts.first)} {number(totalCount)}.
                </p>
            ) : null}
            {chosen.from === '' ? null : <TwoInstants entities={entities} from={chosen.from} to={chosen.to} checkpoint={null} most={200} />}
            <ShowQuery query={summaryQuery} headers={stamped} />
            <ShowQuery query={changesQuery} />
        </article>
    );
};

/** The address of the audit report over what an address chooses. */
export const reportAddress = (address: URL) => withParameters(address, { view: 'report', change: '', after: '', before: '' }).href;
