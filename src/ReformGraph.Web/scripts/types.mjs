// Writes src/operations.ts: the operations of the pages with the types of their variables and answers, from the schema in the repository.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as documents from '@graphql-codegen/typed-document-node';
import * as types from '@graphql-codegen/typescript-operations';
import { buildASTSchema, parse, validate } from 'graphql';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const folder = '../src/operations/';
const definitions = parse(read('../../../schema/schema.graphql'));
const schema = buildASTSchema(definitions);
// The examples of GraphiQL are no operations of the pages, but must be right, too.
const examples = '../src/examples/';
const faults = readdirSync(new URL(examples, import.meta.url))
    .filter((file) => file.endsWith('.graphql'))
    .flatMap((file) => validate(schema, parse(read(examples + file))).map(({ message }) => `${file}: ${message}`));
if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exit(1);
}

const scalars = { Decimal: 'number', LocalDate: 'string', DateTime: 'string', Long: 'number', ID: 'string' };

writeFileSync(
    new URL('../src/operations.ts', import.meta.url),
    await codegen({
        filename: 'operations.ts',
        schema: definitions,
        schemaAst: schema,
        documents: readdirSync(new URL(folder, import.meta.url))
            .sort()
            .map((file) => ({ location: file, document: parse(read(folder + file)) })),
        config: {
            scalars,
            documentMode: 'string',
            enumsAsTypes: true,
            useTypeImports: true,
            skipTypename: true,
            defaultScalarType: 'unknown',
        },
        plugins: [{ types: {} }, { documents: {} }],
        pluginMap: { types, documents },
    }),
);
