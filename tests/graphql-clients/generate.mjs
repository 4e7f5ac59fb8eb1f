// What the command line of graphql-codegen does with codegen.ts, without the 240 packages that it would bring.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as fragmentMatcher from '@graphql-codegen/fragment-matcher';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';
import typescript from 'typescript';
import { blocks } from './blocks.mjs';

const known = { 'fragment-matcher': fragmentMatcher, 'typed-document-node': typedDocumentNode, 'typescript-operations': typescriptOperations };

export const generate = async (folder, sdl) => {
  const { outputText } = typescript.transpileModule(readFileSync(join(folder, 'codegen.ts'), 'utf8'), { compilerOptions: { module: 'esnext', target: 'es2022' } });
  writeFileSync(join(folder, 'codegen.js'), outputText);
  const { default: { generates } } = await import(pathToFileURL(join(folder, 'codegen.js')));
  const schema = parse(sdl);
  const documents = blocks.filter(({ name }) => name.endsWith('.graphql')).map(({ name, text }) => ({ location: name, document: parse(text) }));
  for (const [filename, { plugins, config }] of Object.entries(generates)) {
    const pluginMap = Object.fromEntries(plugins.map((name) => [name, known[name]]));
    writeFileSync(join(folder, filename), await codegen({ filename, schema, documents, plugins: plugins.map((name) => ({ [name]: {} })), pluginMap, config }));
  }
};
