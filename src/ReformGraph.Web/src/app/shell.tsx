import type { ComponentChildren } from 'preact';
import { useEffect, useErrorBoundary, useRef, useState } from 'preact/hooks';
import { addressOf, hasKey, isPlain, post, setKey } from '../api';
import { declareLanguage, languageOf, text, type Text } from '../language';
import { CountiesDocument, CountyDocument, LabelsDocument, type CountiesQuery, type CountyQuery, type LabelsQuery } from '../operations';
import { go, isLoad, pageAddress, registerAt, withParameters } from './address';
import { ReadingContext, useReading, type Reading } from './context';
import { notPlain, queryOf, useAnswer } from './data';
import { ErrorList } from './panel';

const texts = {
    skip: text('Skip to the content', '跳到正文'),
    pages: text('ReformGraph', 'ReformGraph 页面'),
    overview: text('Overview', '概览'),
    registers: text('Registers', '台账'),
    load: text('Load', '录入'),
    catalog: text('Catalogue', '数据目录'),
    county: text('County', '县'),
    report: text('Report', '报告'),
    asOf: text('As of', '时点'),
    asOfHint: text('now; or change 12, or 2026-11-30T08:00:00+08:00', '现在；或变更序号 12，或 2026-11-30T08:00:00+08:00'),
    choice: text('What the page shows', '显示范围'),
    other: text('中文', 'English'),
    wan: text('万, 亿', '万、亿'),
    noCounty: text('There is no county yet. docs/your-county.md says how to add one.', '尚无县级数据；添加方法见 docs/your-county.md。'),
    unknownCounty: text('There is no such county; choose one above.', '没有该县；请在上方选择。'),
    unknownReport: text('This county has no such report; choose one above.', '该县没有该报告；请在上方选择。'),
    noReport: text('This county has no report yet; its registers are shown.', '该县尚无报告，仅显示台账。'),
    synthetic: text('Synthetic data: generated, and about no real place.', '合成数据：由程序生成，不涉及任何真实地方。'),
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

/** The field of the instant as of which a page reads. */
export const AsOf = ({ onAsOf }: { readonly onAsOf: (asOf: string) => void }) => {
    const { say, asOf } = useReading();
    const give = (field: HTMLInputElement) => {
        const given = field.value.trim();
        field.setCustomValidity(isPlain(given) ? '' : say(notPlain));
        if (field.reportValidity()) {
            onAsOf(given);
        }
    };
    return (
        <label>
            {say(texts.asOf)}
            <input value={asOf} placeholder={say(texts.asOfHint)} spellcheck={false} onChange={(event) => give(event.currentTarget)} />
        </label>
    );
};

/** The counties, page by page: a country has more than one page of them. */
export const useCounties = () => {
    const { asOf, generation } = useReading();
    const reading = `${generation} ${asOf}`;
    const [counties, setCounties] = useState<NonNullable<NonNullable<CountiesQuery['counties']>['nodes']>>([]);
    const [turned, setTurned] = useState<{ readonly reading: string; readonly to: string | null }>({ reading, to: null });
    const after = turned.reading === reading ? turned.to : null;
    const { data, errors, isReading } = useAnswer<CountiesQuery>(queryOf(CountiesDocument, { after }));
    useEffect(() => {
        if (data?.counties && !isReading) {
            const { nodes, pageInfo } = data.counties;
            setCounties(after === null ? (nodes ?? []) : [...counties, ...(nodes ?? [])]);
            if (pageInfo.hasNextPage) {
                setTurned({ reading, to: pageInfo.endCursor });
            }
        }
    }, [data, isReading]);
    return { counties, errors, areNone: data?.counties?.nodes?.length === 0 && after === null };
};

interface ChoiceProps {
    readonly address: URL;
    readonly children: (county: string, report: string) => ComponentChildren;
}

/** The county, the report and the instant, at the top of a page; they are kept in its address. */
export const Choice = ({ address, children }: ChoiceProps) => {
    const { say, language } = useReading();
    const { counties, errors, areNone } = useCounties();
    const county = address.searchParams.get('county') ?? counties[0]?.code ?? '';
    const chosen = useAnswer<CountyQuery>(queryOf(CountyDocument, { county }));
    const reports = chosen.data?.countyByCode?.reports?.nodes ?? [];
    const wanted = address.searchParams.get('report');
    const report = reports.find(({ code }) => wanted === null || code === wanted)?.code ?? '';
    const choose = (parameters: Readonly<Record<string, string>>) => go(withParameters(address, parameters));
    const nameOf = ({ nameZh, nameEn, knownAs, code }: (typeof counties)[number]) =>
        (language === 'zh' ? (nameZh ?? knownAs) : (nameEn ?? knownAs)) || code;
    const isRead = county !== '' && !chosen.isReading && chosen.data !== null;
    const isKnown = isRead && chosen.data.countyByCode !== null;
    const notice =
        chosen.errors.length > 0
            ? null
            : areNone
              ? texts.noCounty
              : isRead && !isKnown
                ? texts.unknownCounty
                : isKnown && report === ''
                  ? reports.length === 0
                      ? texts.noReport
                      : texts.unknownReport
                  : null;
    return (
        <>
            <form class="choice" role="search" aria-label={say(texts.choice)} onSubmit={(event) => event.preventDefault()}>
                <label>
                    {say(texts.county)}
                    <select value={county} onChange={(event) => choose({ county: event.currentTarget.value, report: '' })}>
                        {counties.map((one) => (
                            <option key={one.code} value={one.code}>
                                {nameOf(one)}
                            </option>
                        ))}
                    </select>
                </label>
                <label class="grows">
                    {say(texts.report)}
                    <select value={report} onChange={(event) => choose({ report: event.currentTarget.value })}>
                        {reports.map((one) => (
                            <option key={one.code} value={one.code}>
                                {language === 'zh' ? one.titleZh : one.titleEn}
                                {one.year === null ? '' : ` (${one.year})`}
                            </option>
                        ))}
                    </select>
                </label>
                <AsOf onAsOf={(to) => choose({ asOf: to })} />
            </form>
            <ErrorList errors={[...errors, ...chosen.errors]} />
            {chosen.data?.countyByCode?.synthetic ? <p class="notice">{say(texts.synthetic)}</p> : null}
            {notice === null ? null : <p class="notice">{say(notice)}</p>}
            {isKnown ? children(county, report) : null}
        </>
    );
};

const Masthead = ({ address, onForget }: { readonly address: URL; readonly onForget: () => void }) => {
    const { say, language, inWan } = useReading();
    const other = language === 'zh' ? 'en' : 'zh';
    const links = [
        [texts.overview, pageAddress(''), address.pathname === addressOf('').pathname],
        [texts.registers, pageAddress('registers/figures'), registerAt(address) !== null],
        [texts.load, pageAddress('load'), isLoad(address)],
        [texts.catalog, addressOf('catalog').href, false],
    ] as const;
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
                {links.map(([title, href, isHere]) => (
                    <a key={title.en} href={href} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
                        {say(title)}
                    </a>
                ))}
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
    readonly title: Text;
    readonly children: ComponentChildren;
}

/** What surrounds every page: its head, the key if the server asks for one, and what every part knows. */
export const Shell = ({ address, title, children }: Props) => {
    const language = languageOf(address);
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
                onForget={() => {
                    setKey('');
                    onKey();
                }}
            />
            <main id="content" tabIndex={-1}>
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
