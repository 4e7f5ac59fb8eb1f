import { defineConfig } from 'vite';

// `npm run dev` shows the pages with the answers of a server that runs.
const server = process.env.REFORMGRAPH_URL ?? 'http://localhost:5080';

export default defineConfig({
    base: './',
    plugins: [
        {
            name: 'pages',
            configureServer: ({ middlewares }) => {
                middlewares.use((request, _response, next) => {
                    const path = request.url?.split('?')[0] ?? '/';
                    if (request.headers.accept?.includes('text/html')) {
                        request.url = path === '/graphql' ? '/graphiql.html' : path === '/catalog' ? path : '/app.html';
                    }

                    next();
                });
            },
        },
    ],
    server: {
        proxy: Object.fromEntries(
            ['/assets', '/graphql', '/catalog', '/checkpoint', '/export', '/extract', '/import', '/odata', '/proofs', '/reports'].map(
                (path) => [path, server],
            ),
        ),
    },
    optimizeDeps: { entries: ['app.html'] },
    worker: { format: 'es' },
    build: {
        outDir: 'obj',
        target: 'es2024',
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 8_000,
        license: { fileName: 'licenses.txt' },
        manifest: true,
        modulePreload: { polyfill: false },
        rolldownOptions: {
            input: ['app.html', 'catalog.html', 'graphiql.html'],
            // `use client` is for rendering on a server, which nothing does here.
            onLog: (level, log, handle) => log.code === 'MODULE_LEVEL_DIRECTIVE' || handle(level, log),
        },
    },
});
