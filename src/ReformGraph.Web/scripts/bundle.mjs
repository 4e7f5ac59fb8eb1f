// Puts what `vite build` made into bundle/, which the program embeds: the pages as they are, everything else as Brotli.
// With --check it compares instead.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

const budget = 250 * 1024; // of everything but GraphiQL, in Brotli
const made = new URL('../obj/', import.meta.url);
const bundle = new URL('../bundle/', import.meta.url);

const smallest = (content) =>
    brotliCompressSync(content, {
        params: {
            [constants.BROTLI_PARAM_LGWIN]: 24,
            [constants.BROTLI_PARAM_QUALITY]: 11,
            [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        },
    });

const files = new Map(
    [
        'app.html',
        'catalog.html',
        'graphiql.html',
        ...readdirSync(new URL('assets/', made)).map((name) => `assets/${name}`),
        'licenses.txt',
    ].map((path) => [basename(path), readFileSync(new URL(path, made))]),
);
const nameIn = (name) => (name.endsWith('.html') ? name : `${name}.br`);

// A check compares what the files contain: versions of Brotli may encode the same content in other ways.
if (process.argv.includes('--check')) {
    const kept = readdirSync(bundle).sort();
    const different = [...files]
        .filter(([name, content]) => {
            const file = nameIn(name);
            return (
                !kept.includes(file) ||
                !content.equals(
                    file.endsWith('.br') ? brotliDecompressSync(readFileSync(new URL(file, bundle))) : readFileSync(new URL(file, bundle)),
                )
            );
        })
        .map(([name]) => name);
    const surplus = kept.filter((file) => ![...files.keys()].map(nameIn).includes(file));
    if (different.length + surplus.length > 0) {
        console.error(`The bundle is not what its sources make: run npm run build. ${[...different, ...surplus].join(', ')}`);
        process.exit(1);
    }

    console.log(`The bundle is what its sources make: ${kept.length} files.`);
    process.exit();
}

rmSync(bundle, { recursive: true, force: true });
mkdirSync(bundle);
const sizes = new Map(
    [...files].map(([name, content]) => {
        const kept = name.endsWith('.html') ? content : smallest(content);
        writeFileSync(new URL(nameIn(name), bundle), kept);
        return [name, kept.length];
    }),
);

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', made)));
const reached = new Set();
const reach = (key) => {
    const chunk = manifest[key];
    if (!reached.has(chunk.file)) {
        [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])].forEach((file) => reached.add(file));
        [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])].forEach(reach);
    }
};
['app.html', 'catalog.html'].forEach(reach);
const total = (names) => names.map((name) => sizes.get(name) ?? 0).reduce((sum, size) => sum + size, 0);
const pages = total(['app.html', 'catalog.html', ...[...reached].map((file) => basename(file))]);
console.log(`pages ${(pages / 1024).toFixed(1)} KB br, all ${(total([...sizes.keys()]) / 1024).toFixed(1)} KB br`);
if (pages > budget) {
    console.error(`The pages exceed ${budget / 1024} KB.`);
    process.exit(1);
}
