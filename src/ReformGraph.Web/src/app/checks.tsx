import { text } from '../language';
import type { ChecksThatDoNotAgreeQuery } from '../operations';
import { rowsAddress } from './address';
import { useReading } from './context';
import type { Connected } from './data';
import { ofNumbers, ScrolledTable } from './table';

const texts = {
    check: text('Check', '勾稽'),
    status: text('Result', '结果'),
    expected: text('Expected', '应为'),
    actual: text('Actual', '实为'),
    difference: text('Difference', '差额'),
    none: text('The report has no checks yet.', '该报告暂无勾稽。'),
    agree: text('All checks that can be decided agree.', '可判定的勾稽均一致。'),
};

/** What is said where none of a number of checks disagrees. */
export const noContradiction = (checks: number) => (checks === 0 ? texts.none : texts.agree);

type Check = Connected<ChecksThatDoNotAgreeQuery['checks']>;

/** The rule of a check, which leads to its row; in Chinese if it has words in it. */
export const Rule = ({ check, report }: { readonly check: Pick<Check, 'code' | 'rule' | 'ruleZh'>; readonly report: string }) => {
    const { language } = useReading();
    const { code, rule, ruleZh } = check;
    return (
        <a href={rowsAddress('checks', { code: { eq: code }, report: { code: { eq: report } } })}>
            {language === 'zh' && ruleZh !== null ? <span lang="zh-CN">{ruleZh}</span> : <span lang="en">{rule}</span>}
        </a>
    );
};

interface Props {
    readonly label: string;
    readonly report: string;
    readonly checks: readonly Check[];
    readonly isExplained?: boolean;
}

/** The checks of a report with their two sides; with their results, unless all have the same. */
export const CheckTable = ({ label: title, report, checks, isExplained = false }: Props) => {
    const { number, label } = useReading();
    const hasStatus = checks.some(({ status }) => status !== checks[0]!.status);
    const quantity = (value: number | null, unit: string) => (value === null ? '—' : `${number(value)} ${label('Unit', unit)}`);
    return (
        <ScrolledTable
            label={title}
            kind="comparison"
            headings={[
                texts.check,
                ...(hasStatus ? [texts.status] : []),
                ...[texts.expected, texts.actual, texts.difference].map((one) => ofNumbers(one)),
            ]}
        >
            <tbody>
                {checks.map((check) => (
                    <tr key={check.code}>
                        <th scope="row">
                            <Rule check={check} report={report} />
                            {isExplained ? (
                                <p class="quiet" lang="en">
                                    {check.explanation}
                                </p>
                            ) : null}
                        </th>
                        {hasStatus ? <td>{label('CheckStatus', check.status)}</td> : null}
                        {[check.expected, check.actual, check.difference].map((value, index) => (
                            <td class="number" key={index}>
                                {quantity(value, check.unit)}
                            </td>
                        ))}
                    </tr>
                ))}
            </tbody>
        </ScrolledTable>
    );
};
