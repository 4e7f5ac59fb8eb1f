// The files that docs/clients.md shows: a block is named by the comment in its first line, and JSON, which has none, by the line above it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const document = readFileSync(new URL('../../docs/clients.md', import.meta.url), 'utf8');

/** The packages in the table of versions. */
export const versions = [...document.matchAll(/^\| `([^`]+)` \| (\S+) \|$/gm)].map(([, name, version]) => [name, version]);

/** How many blocks the document has, named or not. */
export const written = document.match(/^```\w+$/gm).length;

export const blocks = [...document.matchAll(/(?:^`(?<above>[^`\s]+)`[^\n]*\n\n)?^```\w+\n(?<text>(?:(?:\/\/|#) (?<name>\S+)\n)?.*?)^```$/gms)]
  .map(({ groups }) => ({ name: groups.above ?? groups.name, text: groups.text }))
  .filter(({ name }) => name);

/** Writes the files whose names end so, with the address of a server in the place of that in the document. */
export const write = (folder, ending = '', address = 'http://localhost:5080/graphql') => {
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of blocks.filter((block) => block.name.endsWith(ending))) {
    writeFileSync(join(folder, name), text.replaceAll('http://localhost:5080/graphql', address));
  }
};
