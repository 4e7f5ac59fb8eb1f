import { useEffect, useState } from 'preact/hooks';
import { post } from '../api';
import { withParameters } from '../app/address';
import { useReading } from '../app/context';
import { queryOf, useAnswer } from '../app/data';
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
    noContradictions: text('All checks that can be decided agree.', '可判定的勾稽均一致。'),
    noChecks: text('The report has no checks yet.', '该报告暂无勾稽。'),
    checks: text('Checks', '勾稽'),
    check: text('Check', '勾稽'),
    status: text('Result', '结果'),
    expected: text('Expected', '应为'),
    actual: text('Actual', '实为'),
    difference: text('Difference', '差额'),
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

const useStamp = (report: string) => {
    const { asOf, generation } = useReading();
    const [stamp, setStamp] = useState<Stamp | null>(null);
    useEffect(() => {
        const stop = new AbortController();
        post(queryOf(AuditSummaryDocument, { report }), asOf, { 'Reproducibility-Stamp': 'true' }, stop.signal).then(
            ({ extensions }) => setStamp((extensions?.['stamp'] as Stamp | undefined) ?? null),
            () => undefined, // the summary says what is wrong
        );
        return () => stop.abort();
    }, [report, asOf, generation]);
    return stamp;
};

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

type Check = NonNullable<NonNullable<AuditSummaryQuery['checks']>['nodes']>[number];

const CheckTable = ({ checks, isExplained }: { readonly checks: readonly Check[]; readonly isExplained: boolean }) => {
    const { say, number, label, language } = useReading();
    return (
        <div class="scroll" tabIndex={0} role="region" aria-label={say(isExplained ? texts.contradictions : texts.checks)}>
            <table class="comparison">
                <thead>
                    <tr>
                        <th scope="col">{say(texts.check)}</th>
                        <th scope="col">{say(texts.status)}</th>
                        {[texts.expected, texts.actual, texts.difference].map((title) => (
                            <th scope="col" class="number" key={title.en}>
                                {say(title)}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {checks.map((check) => (
                        <tr key={check.code}>
                            <th scope="row">
                                {language === 'zh' && check.ruleZh !== null ? (
                                    <span lang="zh-CN">{check.ruleZh}</span>
                                ) : (
                                    <span lang="en">{check.rule}</span>
                                )}
                                {isExplained ? (
                                    <p class="quiet" lang="en">
                                        {check.explanation}
                                    </p>
                                ) : null}
                            </th>
                            <td>{label('CheckStatus', check.status)}</td>
                            {[check.expected, check.actual, check.difference].map((value, index) => (
                                <td class="number" key={index}>
                                    {value === null ? '—' : `${number(value)} ${label('Unit', check.unit)}`}
                                </td>
                            ))}
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
};

interface Props {
    readonly address: URL;
    readonly report: string;
    readonly author: boolean;
    readonly entities: readonly Entity[];
    readonly checkpoint: Checkpoint;
    readonly finding: Finding | null;
}

const Head = ({
    address,
    report,
    checkpoint,
    finding,
    summary,
}: Omit<Props, 'author' | 'entities'> & { readonly summary: AuditSummaryQuery }) => {
    const { say, number, language } = useReading();
    const stamp = useStamp(report);
    const { from, to } = chosenIn(address);
    const [made] = useState(() => new Date().toISOString());
    const hash = (value: string | undefined) => (value === undefined ? '…' : <code class="hash">{value}</code>);
    const { reportByCode } = summary;
    const county = reportByCode?.county;
    const countyName = (language === 'zh' ? county?.nameZh : county?.nameEn) ?? county?.knownAs;
    useFoot(`${checkpoint.origin} · ${stamp?.sequence ?? ''}/${checkpoint.size} · ${hexOf(checkpoint.root).slice(0, 16)}`);
    return (
        <dl class="facts">
            {(
                [
                    [texts.county, countyName ?? '—'],
                    [texts.report, reportByCode === null ? '—' : language === 'zh' ? reportByCode.titleZh : reportByCode.titleEn],
                    [texts.hash, hash(reportByCode?.sha256)],
                    [
                        texts.period,
                        [from === '' ? '' : `${say(texts.after)} ${from}`, to === '' ? '' : `${say(texts.upTo)} ${to}`]
                            .filter((part) => part !== '')
                            .join(' ') || say(texts.all),
                    ],
                    [texts.figures, number(summary.figures?.totalCount ?? 0)],
                    [texts.asOf, stamp === null ? '…' : number(stamp.sequence)],
                    [texts.log, hash(checkpoint.origin)],
                    [
                        texts.root,
                        <>
                            {hash(hexOf(checkpoint.root))} ({say(changes(checkpoint.size))}, {checkpoint.time})
                        </>,
                    ],
                    [
                        texts.kept,
                        finding === null ? (
                            say(texts.notCompared)
                        ) : (
                            <strong>{`${finding.isRight ? '✓' : '✗'} ${say(finding.said)}`}</strong>
                        ),
                    ],
                    [texts.schema, hash(stamp?.schemaHash)],
                    [texts.query, hash(stamp?.queryHash)],
                    [texts.version, stamp?.version ?? '…'],
                    [texts.printed, <time dateTime={made}>{instantIn(made, language)}</time>],
                ] as const
            ).map(([name, value]) => (
                <div key={name.en}>
                    <dt>{say(name)}</dt>
                    <dd>{value}</dd>
                </div>
            ))}
        </dl>
    );
};

/** The audit report: the stamp, the checks, and what changed in the period. It is made for paper. */
export const AuditReport = (props: Props) => {
    const { address, report, author, entities } = props;
    const { say, number, label } = useReading();
    const chosen = chosenIn(address);
    const summary = useAnswer<AuditSummaryQuery>(queryOf(AuditSummaryDocument, { report }));
    const changed = useAnswer<ChangesQuery>(queryOf(ChangesDocument, { author, where: conditionOf(chosen), first: 1000 }));
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
            {summary.data === null ? null : <Head {...props} summary={summary.data} />}
            <h3>{say(texts.contradictions)}</h3>
            {contradictions.length === 0 ? (
                <p>{say(checks.length === 0 ? texts.noChecks : texts.noContradictions)}</p>
            ) : (
                <CheckTable checks={contradictions} isExplained />
            )}
            <h3>{say(texts.checks)}</h3>
            <p>
                {[...Map.groupBy(checks, ({ status }) => status)]
                    .map(([status, some]) => `${label('CheckStatus', status)}: ${number(some.length)}`)
                    .join('; ')}
            </p>
            {checks.length === 0 ? null : <CheckTable checks={checks} isExplained={false} />}
            <h3>{say(texts.changes)}</h3>
            {totalCount === 0 ? <p>{say(texts.noChanges)}</p> : <ChangeTable address={address} author={author} changes={nodes ?? []} />}
            {totalCount > 1000 ? (
                <p>
                    {say(texts.first)} {number(totalCount)}.
                </p>
            ) : null}
            {chosen.from === '' ? null : <TwoInstants entities={entities} from={chosen.from} to={chosen.to} checkpoint={null} most={200} />}
            <ShowQuery query={summary.query} />
            <ShowQuery query={changed.query} />
        </article>
    );
};

/** The address of the audit report over what an address chooses. */
export const reportAddress = (address: URL) => withParameters(address, { view: 'report', change: '', after: '', before: '' }).href;
