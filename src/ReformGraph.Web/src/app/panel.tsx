import type { ComponentChildren } from 'preact';
import { addressOf, curlOf, type ApiError, type Query } from '../api';
import { text, type Text } from '../language';
import type { TypedDocumentString } from '../operations';
import { useReading } from './context';
import { CopyButton } from './copy';
import { queryOf, useAnswer, useDrawn } from './data';

const texts = {
    show: text('Show the query', '查看查询'),
    query: text('Query', '查询'),
    variables: text('Variables', '变量'),
    open: text('Open in GraphiQL', '在 GraphiQL 中打开'),
    reading: text('Reading …', '读取中……'),
    refused: text('The server did not answer this part:', '服务器未能回答此部分：'),
};

/** Errors where they belong, in the words of the API. */
export const ErrorList = ({ errors }: { readonly errors: readonly ApiError[] }) => {
    const { say } = useReading();
    return errors.length === 0 ? null : (
        <div class="errors" role="alert">
            <p>{say(texts.refused)}</p>
            <ul>
                {[...new Map(errors.map((error) => [error.message, error])).values()].map(({ message, extensions }) => (
                    <li key={message} {...(extensions?.code ? { lang: 'en' } : {})}>
                        {message}
                        {extensions?.code ? (
                            <>
                                {' '}
                                <code>{extensions.code}</code>
                            </>
                        ) : null}
                    </li>
                ))}
            </ul>
        </div>
    );
};

interface ShownQuery {
    readonly query: Query;
    readonly headers?: Readonly<Record<string, string>>;
}

/** The request behind what a page shows, for whoever wants to send it. */
export const ShowQuery = ({ query, headers = {} }: ShownQuery) => {
    const { say, asOf, language } = useReading();
    const variables = JSON.stringify(query.variables ?? {}, null, 2);
    const inGraphiQL = addressOf('graphql');
    inGraphiQL.searchParams.set('lang', language);
    inGraphiQL.hash = new URLSearchParams({ request: query.query, variables, asOf }).toString();
    return (
        <details class="query">
            <summary>{say(texts.show)}</summary>
            <pre tabIndex={0} aria-label={say(texts.query)}>
                <code>{query.query}</code>
            </pre>
            {variables === '{}' ? null : (
                <pre tabIndex={0} aria-label={say(texts.variables)}>
                    <code>{variables}</code>
                </pre>
            )}
            <p>
                <a href={inGraphiQL.href} target="_blank" rel="noreferrer">
                    {say(texts.open)}
                </a>
            </p>
            <CopyButton command={curlOf(query, asOf, headers)} />
        </details>
    );
};

interface QueryProps<Data> {
    readonly title: Text | string;
    readonly query: Query;
    readonly isWide?: boolean;
    readonly children: (data: Data) => ComponentChildren;
}

/** A part of a page: what one request gives, and the request itself. */
export const QueryPanel = <Data,>({ title, query, isWide = false, children }: QueryProps<Data>) => {
    const { say } = useReading();
    const { data, errors, isReading } = useAnswer<Data>(query);
    const draw = useDrawn(children, isReading);
    return (
        <section class={isWide ? 'panel wide' : 'panel'} aria-busy={isReading}>
            <h2>{typeof title === 'string' ? title : say(title)}</h2>
            {data === null ? errors.length > 0 ? null : <p class="quiet">{say(texts.reading)}</p> : draw(data)}
            <ErrorList errors={errors} />
            <ShowQuery query={query} />
        </section>
    );
};

interface Props<Data, Variables> extends Omit<QueryProps<Data>, 'query'> {
    readonly document: TypedDocumentString<Data, Variables>;
    readonly variables: Variables;
}

/** A part of a page that one of its own operations gives. */
export const Panel = <Data, Variables>({ document, variables, ...rest }: Props<Data, Variables>) => (
    <QueryPanel<Data> query={queryOf(document, variables)} {...rest} />
);
