import type { ComponentChildren } from 'preact';
import { useEffect, useErrorBoundary, useRef, useState } from 'preact/hooks';
import { addressOf, hasKey, isPlain, post, setKey } from '../api';
import { declareLanguage, languageOf, text, type Text } from '../language';
import { LabelsDocument, type LabelsQuery } from '../operations';
import { go, pageAddress, withParameters } from './address';
import { ReadingContext, useReading, type Reading } from './context';
import { notPlain, queryOf } from './data';
import { pages, type PageName } from './site';

const texts = {
    skip: text('Skip to the content', '跳到正文'),
    pages: text('ReformGraph', 'ReformGraph 页面'),
    catalog: text('Catalogue', '数据目录'),
    other: text('中文', 'English'),
    wan: text('万, 亿', '万、亿'),
    key: text('This server requires a key', '本服务器要求密钥'),
    keyHint: text(
        'It is kept in the memory of this page only, and gone when you close or reload it.',
        '密钥只保存在本页内存中，关闭或刷新页面后即清除。',
    ),
    open: text('Open', '进入'),
    forget: text('Forget the key', '清除密钥'),
    broken: text('This page cannot be shown. Its address may be wrong:', '无法显示此页面，地址可能有误：'),
    privacy: text('The figures come from the public API; each part shows its query.', '数据均来自公开 API，各部分可查看其查询。'),
    licences: text('Licences of the parts', '所用组件许可'),
};

const KeyForm = ({ said, onKey }: { readonly said: string; readonly onKey: () => void }) => {
    const { say } = useReading();
    const field = useRef<HTMLInputElement>(null);
    const [isWrong, setWrong] = useState(false);
    useEffect(() => field.current?.focus(), []);
    const give = (event: Event) => {
        event.preventDefault();
        const given = field.current!.value.trim();
        if (isPlain(given)) {
            setKey(given);
            onKey();
        } else {
            setWrong(true);
        }
    };
    return (
        <form class="key" onSubmit={give}>
            <h2>{say(texts.key)}</h2>
            <p role="alert">{isWrong ? say(notPlain) : <span lang="en">{said}</span>}</p>
            <label>
                API key <input ref={field} type="password" autoComplete="off" required />
            </label>{' '}
            <button type="submit">{say(texts.open)}</button>
            <p class="quiet">{say(texts.keyHint)}</p>
        </form>
    );
};

interface MastheadProps {
    readonly address: URL;
    readonly page: PageName;
    readonly onForget: () => void;
}

const Masthead = ({ address, page, onForget }: MastheadProps) => {
    const { say, language, inWan } = useReading();
    const other = language === 'zh' ? 'en' : 'zh';
    return (
        <header>
            <a
                class="skip"
                href={`${address.pathname}${address.search}#content`}
                onClick={(event) => {
                    event.preventDefault();
                    document.querySelector<HTMLElement>('#content')?.focus();
                }}
            >
                {say(texts.skip)}
            </a>
            <a class="brand" href={pageAddress('')}>
                ReformGraph
            </a>
            <nav aria-label={say(texts.pages)}>
                {Object.entries(pages).map(([name, one]) => (
                    <a key={name} href={pageAddress(one.path)} {...(name === page ? { 'aria-current': 'page' as const } : {})}>
                        {say(one.title)}
                    </a>
                ))}
                <a href={addressOf('catalog').href}>{say(texts.catalog)}</a>
                <a href={withParameters(addressOf('graphql'), { lang: language }).href}>GraphQL</a>
            </nav>
            <button type="button" aria-pressed={inWan} onClick={() => go(withParameters(address, { numbers: inWan ? '' : 'wan' }))}>
                {say(texts.wan)}
            </button>
            {hasKey() ? (
                <button type="button" onClick={onForget}>
                    {say(texts.forget)}
                </button>
            ) : null}
            <a href={withParameters(address, { lang: other }).href} lang={other} hrefLang={other}>
                {say(texts.other)}
            </a>
        </header>
    );
};

/** Shows what went wrong instead of a part that failed, until the reader goes elsewhere. */
const Boundary = ({ address, children }: { readonly address: string; readonly children: ComponentChildren }) => {
    const { say } = useReading();
    const [failure, reset] = useErrorBoundary();
    useEffect(reset, [address]);
    return failure === undefined ? (
        <>{children}</>
    ) : (
        <div class="errors" role="alert">
            <p>{say(texts.broken)}</p>
            <p lang="en">{String(failure)}</p>
        </div>
    );
};

interface Props {
    readonly address: URL;
    readonly page: PageName;
    readonly children: ComponentChildren;
}

/** What surrounds every page: its head, the key if the server asks for one, and what every part knows. */
export const Shell = ({ address, page, children }: Props) => {
    const language = languageOf(address);
    const { title } = pages[page];
    const [generation, setGeneration] = useState(0);
    const [keyNeeded, setKeyNeeded] = useState<string | null>(null);
    const [labels, setLabels] = useState<ReadonlyMap<string, Text>>(new Map());
    useEffect(() => {
        void post<LabelsQuery>(queryOf(LabelsDocument, {})).then(
            ({ data }) =>
                setLabels(
                    new Map(
                        data?.codeLists.flatMap(({ code, values }) =>
                            values.map(({ value, labelEn, labelZh }) => [`${code} ${value}`, text(labelEn, labelZh)] as const),
                        ),
                    ),
                ),
            () => undefined,
        );
    }, [generation]);
    useEffect(() => {
        declareLanguage(language);
        document.title = `${title[language]} · ReformGraph`;
    }, [language, title]);
    const inWan = address.searchParams.get('numbers') === 'wan';
    const reading: Reading = {
        language,
        inWan,
        generation,
        labels,
        asOf: address.searchParams.get('asOf') ?? '',
        onKeyNeeded: setKeyNeeded,
    };
    const onKey = () => {
        setKeyNeeded(null);
        setGeneration(generation + 1);
    };
    return (
        <ReadingContext.Provider value={reading}>
            <Masthead
                address={address}
                page={page}
                onForget={() => {
                    setKey('');
                    onKey();
                }}
            />
            <main id="content" class={page} tabIndex={-1}>
                <h1 tabIndex={-1}>{title[language]}</h1>
                {keyNeeded === null ? <Boundary address={address.href}>{children}</Boundary> : <KeyForm said={keyNeeded} onKey={onKey} />}
            </main>
            <footer>
                <p>
                    {texts.privacy[language]} <a href={addressOf('assets/licenses.txt').href}>{texts.licences[language]}</a>
                </p>
            </footer>
        </ReadingContext.Provider>
    );
};
