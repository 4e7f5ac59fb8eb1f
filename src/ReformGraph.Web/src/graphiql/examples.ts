import { text, type Text } from '../language';
import analyst from '../examples/analyst.graphql?raw';
import analystVariables from '../examples/analyst.json?raw';
import auditor from '../examples/auditor.graphql?raw';
import dashboard from '../examples/dashboard.graphql?raw';
import editor from '../examples/editor.graphql?raw';
import editorVariables from '../examples/editor.json?raw';
import history from '../examples/history.graphql?raw';

/** A request to begin with. */
interface Example {
    readonly title: Text;
    readonly query: string;
    readonly variables: string;
}

/** One for each kind of user. */
export const examples: readonly [Example, ...Example[]] = [
    { title: text('Dashboard: villages at risk by level', '看板：风险村按等级统计'), query: dashboard, variables: '' },
    { title: text('Analyst: a register, page by page', '分析：逐页读取台账'), query: analyst, variables: analystVariables },
    { title: text('Auditor: what does not agree, and where', '审计：不一致的勾稽及其出处'), query: auditor, variables: '' },
    { title: text('Auditor: what changed', '审计：变更与历史版本'), query: history, variables: '' },
    { title: text('Editor: a correction', '编辑：更正一行数据'), query: editor, variables: editorVariables },
];
