/** @jsxImportSource react */
import 'graphiql/setup-workers/vite';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import '@graphiql/plugin-explorer/style.css';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL } from 'graphiql';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import { useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { post, type Query } from '../api';
import { declareLanguage, languageOf } from '../language';
import '../theme.css';
import { Bar } from './bar';
import { examples } from './examples';
import './graphiql.css';
import { storage } from './storage';

const plugins = [HISTORY_PLUGIN, explorerPlugin()];

// A page that shows its query leads here with it.
const given = new URLSearchParams(location.hash.slice(1));
const request = given.get('request');
const initial = request === null ? {} : { initialQuery: request, initialVariables: given.get('variables') ?? '' };

// The schema has no history.
const isOfSchema = ({ operationName }: Query) => operationName === 'IntrospectionQuery';

const Page = () => {
    const language = languageOf(new URL(location.href));
    const [asOf, setAsOf] = useState(given.get('asOf') ?? '');
    const instant = useRef(asOf); // the fetcher stays the same: GraphiQL reads the schema again with another one
    instant.current = asOf;
    const [isRefused, setRefused] = useState(false);
    const [generation, setGeneration] = useState(0);
    const kept = useMemo(storage, []);

    // A key changes the schema: GraphiQL begins anew with it, and keeps the tabs.
    const onKey = () => {
        setRefused(false);
        setGeneration(generation + 1);
    };
    const fetcher = useMemo(
        () => async (query: Query, options?: { headers?: Record<string, string> }) => {
            const answer = await post<Record<string, unknown>>(query, isOfSchema(query) ? '' : instant.current, options?.headers);
            setRefused(answer.errors?.some((error) => error.extensions?.code === 'UNAUTHENTICATED') ?? false);
            return answer;
        },
        [generation],
    );

    return (
        <GraphiQL
            key={generation}
            fetcher={fetcher as never}
            plugins={plugins}
            storage={kept}
            shouldPersistHeaders={false}
            showPersistHeadersSettings={false}
            inputValueDeprecation
            schemaDescription
            {...initial}
            defaultTabs={examples.slice(0, 3).map(({ query, variables }) => ({ query, variables }))}
        >
            <GraphiQL.Logo>
                {/* It stands above, and knows the editors. */}
                {createPortal(
                    <Bar language={language} asOf={asOf} onAsOf={setAsOf} onKey={onKey} isRefused={isRefused} />,
                    document.querySelector('#bar')!,
                )}
            </GraphiQL.Logo>
        </GraphiQL>
    );
};

declareLanguage(languageOf(new URL(location.href)));
createRoot(document.querySelector('#page')!).render(<Page />);
