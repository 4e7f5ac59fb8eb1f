/** @jsxImportSource react */
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef, useState, type FormEvent, type SyntheticEvent } from 'react';
import { addressOf, copy, curlOf, hasKey, isPlain, setKey } from '../api';
import { text, type Language } from '../language';
import { examples } from './examples';

const texts = {
    bar: text('Request settings', '请求设置'),
    overview: text('Overview', '概览'),
    catalog: text('Catalogue', '数据目录'),
    schema: text('Schema (SDL)', '模式（SDL）'),
    examples: text('Examples', '示例'),
    open: text('Open an example …', '打开示例……'),
    asOf: text('As of', '时点'),
    asOfHint: text('change number, or instant', '变更序号或时刻'),
    key: text('Key', '密钥'),
    keyKept: text('key in memory', '密钥仅存内存'),
    use: text('Use', '使用'),
    refused: text('This server requires a key. It stays in this page’s memory.', '本服务器要求密钥；密钥只保存在本页内存中。'),
    curl: text('Copy as curl', '复制为 curl'),
    copied: text('Copied', '已复制'),
    notPlain: text(
        'A key and an instant have only Latin letters, digits and ASCII signs.',
        '密钥和时点只能包含英文字母、数字和 ASCII 符号。',
    ),
    notJson: text('The variables are not valid JSON.', '变量不是有效的 JSON。'),
    other: text('中文', 'English'),
};

interface Props {
    readonly language: Language;
    readonly asOf: string;
    readonly onAsOf: (asOf: string) => void;
    readonly onKey: () => void;
    readonly isRefused: boolean;
}

/** What GraphiQL itself does not have: examples, the key, the instant, and the ways out of it. */
export const Bar = ({ language, asOf, onAsOf, onKey, isRefused }: Props) => {
    const say = (of: keyof typeof texts) => texts[of][language];
    const query = useGraphiQL((state) => state.queryEditor);
    const variables = useGraphiQL((state) => state.variableEditor);
    const { addTab, updateActiveTabValues } = useGraphiQLActions();
    const keyField = useRef<HTMLInputElement>(null);
    const [isCopied, setCopied] = useState(false);
    const [command, setCommand] = useState('');
    const [wrong, setWrong] = useState<'notPlain' | 'notJson' | null>(null);

    useEffect(() => {
        if (isRefused) {
            keyField.current?.focus();
        }
    }, [isRefused]);

    const open = (index: number) => {
        const example = examples[index];
        if (example !== undefined) {
            addTab();
            query?.setValue(example.query);
            variables?.setValue(example.variables);
            updateActiveTabValues({ query: example.query, variables: example.variables });
        }
    };
    const giveCommand = async () => {
        let given: Readonly<Record<string, unknown>> | undefined;
        try {
            given = JSON.parse(variables?.getValue().trim() || '{}');
        } catch {
            setWrong('notJson');
            return;
        }

        const made = curlOf(
            { query: query?.getValue() ?? '', ...(Object.keys(given ?? {}).length === 0 ? {} : { variables: given }) },
            asOf,
        );
        const succeeded = await copy(made);
        setWrong(null);
        setCommand(succeeded ? '' : made);
        setCopied(succeeded);
        setTimeout(() => setCopied(false), 2_000);
    };
    const accepts = (said: string) => {
        setWrong(isPlain(said) ? null : 'notPlain');
        return isPlain(said);
    };
    const giveKey = (event: FormEvent) => {
        event.preventDefault();
        const given = keyField.current?.value.trim() ?? '';
        if (accepts(given)) {
            setKey(given);
            onKey();
        }
    };
    const giveAsOf = ({ currentTarget }: SyntheticEvent<HTMLInputElement>) => {
        const given = currentTarget.value.trim();
        if (accepts(given)) {
            onAsOf(given);
        }
    };
    const other = language === 'zh' ? 'en' : 'zh';

    return (
        <div className="bar" role="region" aria-label={say('bar')}>
            <a className="brand" href={addressOf(`?lang=${language}`).href}>
                ReformGraph
            </a>
            <a href={addressOf('catalog').href}>{say('catalog')}</a>
            <a href={addressOf('graphql?sdl').href}>{say('schema')}</a>
            <select aria-label={say('examples')} value="" onChange={(event) => open(Number(event.target.value))}>
                <option value="" disabled>
                    {say('open')}
                </option>
                {examples.map(({ title }, index) => (
                    <option key={title.en} value={index}>
                        {title[language]}
                    </option>
                ))}
            </select>
            <label>
                {say('asOf')}
                <input
                    defaultValue={asOf}
                    placeholder={say('asOfHint')}
                    spellCheck={false}
                    onBlur={giveAsOf}
                    onKeyDown={(event) => {
                        if (event.key === 'Enter') {
                            giveAsOf(event);
                        }
                    }}
                />
            </label>
            <form onSubmit={giveKey}>
                <label>
                    {say('key')}
                    <input ref={keyField} type="password" autoComplete="off" placeholder={hasKey() ? say('keyKept') : 'rg_…'} />
                </label>
                <button type="submit">{say('use')}</button>
            </form>
            <button type="button" onClick={() => void giveCommand()}>
                {isCopied ? say('copied') : say('curl')}
            </button>
            <a href={addressOf(`graphql?lang=${other}`).href} lang={other} hrefLang={other}>
                {say('other')}
            </a>
            <p className="refused" role="alert">
                {wrong !== null ? say(wrong) : isRefused ? say('refused') : ''}
            </p>
            {command === '' ? null : (
                <pre tabIndex={0} aria-label="curl">
                    {command}
                </pre>
            )}
        </div>
    );
};
