// Compiles what docs/clients.md shows, and reads a running server by it: node clients.mjs http://localhost:5080/graphql
// The server has the documents of that page as its trusted ones: node documents.mjs FOLDER writes them.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { buildSchema, isObjectType, parse, validate } from 'graphql';
import relay from 'relay-runtime';
import { filter, firstValueFrom } from 'rxjs';
import { blocks, versions, write, written } from './blocks.mjs';
import { generate } from './generate.mjs';

const url = process.argv[2];
if (!url) {
  console.error('usage: node clients.mjs URL');
  process.exit(2);
}

const clear = () => rmSync('made', { recursive: true, force: true });
const made = (name) => import(`./made/js/${name}.js`);
// Asynchronous, as the server closes connections that nobody uses, and Node must see that before the next request.
const run = async (folder, program, ...options) => (await promisify(execFile)(`${import.meta.dirname}/node_modules/.bin/${program}`, options, { cwd: folder })).stdout;
const post = async (query, variables) => {
  const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query, variables }) });
  return (await response.json()).data;
};

// Rows of two types with the same ids, and aggregates that count equally many ids: what a cache must tell apart.
const rows = '{ riskVillages(first: 1) { nodes { id code } } townships(first: 1) { nodes { id code } } }';
const counts = `{
  alike: riskVillages(where: { code: { in: ["RV-H-001", "RV-H-002"] } }) { aggregate { countDistinct { id level } } }
  mixed: riskVillages(where: { code: { in: ["RV-H-001", "RV-L-001"] } }) { aggregate { countDistinct { id level } } }
}`;
const nodes = 'query ($after: String) { reformTasks(first: 2, after: $after) { pageInfo { endCursor } nodes { id code } } }';
const plain = (answer) => JSON.parse(JSON.stringify(answer, (name, value) => (name === '__typename' ? undefined : value)));
const warningsOf = async (run) => {
  const warnings = [];
  const { warn, error } = console;
  console.warn = console.error = (text) => warnings.push(text);
  try {
    await run();
  } finally {
    Object.assign(console, { warn, error });
  }

  return warnings;
};
const codes = (list) => list.map((row) => row.code);

const sdl = await (await fetch(`${url}?sdl`)).text();
const expected = {
  rows: await post(rows),
  counts: await post(counts),
  villages: codes((await post('{ riskVillages(first: 4, order: [{ code: ASC }]) { nodes { code } } }')).riskVillages.nodes),
  tasks: codes((await post('{ reformTasks(first: 4) { nodes { code } } }')).reformTasks.nodes),
};
const high = { level: { eq: 'HIGH' } };

const cases = {
  'every block has a name, and each its own'() {
    assert.equal(blocks.length, written);
    assert.equal(new Set(blocks.map(({ name }) => name)).size, blocks.length);
  },

  'the versions are those that are tested'() {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.ok(versions.length > 5);
    versions.forEach(([name, version]) => assert.equal(version, dependencies[name], name));
  },

  async 'the types are generated, and every block compiles'() {
    write('made', '', url);
    writeFileSync('made/schema.graphql', sdl);
    await generate('made', sdl);
    assert.match(await run('made', 'relay-compiler', 'relay.config.json'), /Done/);
    await run('.', 'tsc');
  },

  async 'the documents are valid by the core of the schema as well'() {
    const core = buildSchema(await (await fetch(`${url}?sdl=core`)).text());
    const documents = blocks.filter(({ name }) => name.endsWith('.graphql'));
    assert.ok(documents.length > 0);
    documents.forEach(({ name, text }) => assert.deepEqual(validate(core, parse(text)), [], name));
    assert.equal(core.getType('RiskVillageAggregate'), undefined);
  },

  async 'fetch reads by a typed document, and throws what the server refuses'() {
    const { ask } = await made('ask');
    const { VillagesDocument } = await made('generated');
    const { riskVillages } = await ask(VillagesDocument, { first: 2, where: high });
    assert.deepEqual(codes(riskVillages.edges.map(({ node }) => node)), expected.villages.slice(0, 2));
    assert.equal(riskVillages.totalCount, 13);
    await assert.rejects(ask(VillagesDocument, { first: 100_000 }), /^Error: PAGE_SIZE_OUT_OF_RANGE: /);
  },

  async 'a trusted document is read by GET, which needs the header and can be asked for again'() {
    const { villages } = await made('trusted');
    const { riskVillages } = await villages({ first: 2 });
    assert.deepEqual(codes(riskVillages.edges.map(({ node }) => node)), expected.villages.slice(0, 2));
    const address = `${url}?documentId=villages`;
    const refused = await fetch(address);
    assert.equal((await refused.json()).errors[0].extensions.code, 'PREFLIGHT_REQUIRED');
    const headers = { 'GraphQL-Require-Preflight': '1' };
    const tag = (await fetch(address, { headers })).headers.get('ETag');
    assert.equal((await fetch(address, { headers: { ...headers, 'If-None-Match': tag } })).status, 304);
  },

  async 'rows are the types that are found by their id alone'() {
    const { isRow } = await made('identity');
    const schema = buildSchema(sdl);
    const found = Object.values(schema.getQueryType().getFields()).filter(({ name, args }) => name.endsWith('ById') && args.every(({ name }) => name !== 'from')).map(({ type }) => `${type}`);
    const types = Object.values(schema.getTypeMap()).filter(isObjectType).filter((type) => type.getFields().id);
    assert.deepEqual(types.map(({ name }) => name).filter(isRow), found.sort());
  },

  async 'Apollo joins edges and replaces nodes, or joins nodes by the policy shown'() {
    const { connect } = await made('apollo');
    const { VillagesDocument } = await made('generated');
    const twoPages = async (query) => {
      const client = connect();
      const variables = { first: 2 };
      const pages = client.watchQuery({ query, variables });
      const shown = pages.subscribe(() => {});
      const { data } = await firstValueFrom(pages.pipe(filter(({ loading }) => !loading)));
      await pages.fetchMore({ variables: { after: Object.values(data)[0].pageInfo.endCursor } });
      shown.unsubscribe();
      return Object.values(client.readQuery({ query, variables }))[0];
    };
    const typed = await twoPages(VillagesDocument);
    assert.deepEqual(codes(typed.edges.map(({ node }) => node)), expected.villages);
    const both = await twoPages(gql`query ($after: String) { riskVillages(first: 2, after: $after, order: [{ code: ASC }]) { pageInfo { endCursor } nodes { id code } edges { node { id code } } } }`);
    assert.deepEqual(codes(both.edges.map(({ node }) => node)), expected.villages);
    assert.deepEqual(codes(both.nodes), expected.villages.slice(2));
    assert.deepEqual(codes((await twoPages(gql(nodes))).nodes), expected.tasks);
    const untold = await twoPages(gql`query ($after: String) { checks(first: 2, after: $after) { pageInfo { endCursor } nodes { id code } } }`);
    assert.equal(untold.nodes.length, 2);
  },

  async 'Apollo tells rows of two types apart, and mixes counts where it is told nothing'() {
    const client = (await made('apollo')).connect();
    assert.deepEqual(plain((await client.query({ query: gql(rows) })).data), expected.rows);
    assert.deepEqual(plain((await client.query({ query: gql(counts) })).data), expected.counts);
    const untold = new ApolloClient({ link: new HttpLink({ uri: url }), cache: new InMemoryCache() });
    const mixed = plain((await untold.query({ query: gql(counts) })).data);
    assert.notDeepEqual(mixed, expected.counts);
    assert.deepEqual(mixed.alike, mixed.mixed);
  },

  async 'Graphcache joins edges and nodes, and warns of no type'() {
    const { connect } = await made('urql');
    const { VillagesDocument } = await made('generated');
    const warnings = await warningsOf(async () => {
      const client = connect();
      const ask = async (query, variables) => {
        const { data, error } = await client.query(query, variables).toPromise();
        assert.equal(error, undefined);
        return data;
      };
      const first = await ask(VillagesDocument, { first: 2 });
      const second = await ask(VillagesDocument, { first: 2, after: first.riskVillages.pageInfo.endCursor });
      assert.deepEqual(codes(second.riskVillages.edges.map(({ node }) => node)), expected.villages);
      assert.equal(second.riskVillages.totalCount, 118);
      const list = (paging) => `{ riskVillages(${paging}, order: [{ code: ASC }], where: {}) { pageInfo { endCursor } nodes { id code } } }`;
      const { riskVillages } = await ask(list('first: 2'));
      assert.deepEqual(codes((await ask(list(`first: 2, after: "${riskVillages.pageInfo.endCursor}"`))).riskVillages.nodes), expected.villages);
      assert.deepEqual(codes((await ask(list('first: 1'))).riskVillages.nodes), expected.villages);
    });
    assert.deepEqual(warnings, []);
  },

  async 'Graphcache tells rows of two types apart, and mixes counts where it is told nothing'() {
    const client = (await made('urql')).connect();
    assert.deepEqual(plain((await client.query(rows).toPromise()).data), expected.rows);
    assert.deepEqual(plain((await client.query(counts).toPromise()).data), expected.counts);
    const untold = new Client({ url, preferGetMethod: false, exchanges: [cacheExchange(), fetchExchange] });
    const warnings = await warningsOf(async () => {
      const mixed = plain((await untold.query(counts).toPromise()).data);
      assert.notDeepEqual(mixed, expected.counts);
      assert.deepEqual(mixed.alike, mixed.mixed);
    });
    assert.match(warnings[0], /RiskVillageAggregate/);
  },

  async 'Relay joins edges, and mixes rows of two types where it is told nothing'() {
    const { connect } = await made('relay');
    const { default: query } = await made('__generated__/registerQuery.graphql');
    const environment = connect();
    const ask = (variables, from = environment) => relay.fetchQuery(from, query, variables).toPromise();
    const { riskVillages } = await ask({ first: 2 });
    const joined = await ask({ first: 2, after: riskVillages.pageInfo.endCursor });
    assert.deepEqual(codes(joined.riskVillages.edges.map(({ node }) => node)), expected.villages);
    const proofs = ({ riskVillages }) => riskVillages.edges.map(({ node }) => `${node.code} ${node.provenBy.code}`);
    const all = (await post('{ riskVillages(first: 118, order: [{ code: ASC }]) { edges { node { code provenBy { code } } } } }'));
    assert.deepEqual(proofs(await ask({ first: 118 }, connect())), proofs(all));
    await warningsOf(async () => {
      const untold = new relay.Environment({ network: environment.getNetwork(), store: new relay.Store(new relay.RecordSource()) });
      assert.notDeepEqual(proofs(await ask({ first: 118 }, untold)), proofs(all));
    });
  },

  async 'a client of the past sends As-Of'() {
    const past = '0'; // there is no change 0, which the refusal says
    const { default: query } = await made('__generated__/registerQuery.graphql');
    await assert.rejects((await made('apollo')).connect(past).query({ query: gql(rows) }), /There is no change 0/);
    assert.match((await (await made('urql')).connect(past).query(rows).toPromise()).error.message, /There is no change 0/);
    await assert.rejects(relay.fetchQuery((await made('relay')).connect(past), query, {}).toPromise(), /There is no change 0/);
  },

  async 'what a mutation refuses is read through the interface'() {
    const mutation = `mutation {
      updateRiskVillage(input: { code: "RV-H-001", version: 99, change: { kind: CORRECTION, reason: "a test that writes nothing" } }) {
        errors { __typename ... on Error { message } }
      }
    }`;
    const told = [
      (await (await made('apollo')).connect().mutate({ mutation: gql(mutation) })).data,
      (await (await made('urql')).connect().mutation(mutation).toPromise()).data,
    ];
    for (const { updateRiskVillage } of told) {
      assert.match(updateRiskVillage.errors[0].message, /not 99/);
    }
  },
};

let failed = 0;
clear();
for (const [name, check] of Object.entries(cases)) {
  try {
    await check();
  } catch (error) {
    failed += 1;
    console.log(`failed: ${name}: ${error.message} ${error.cause?.message ?? ''}\n${error.stdout ?? ''}`);
  }
}

clear();
console.log(`${Object.keys(cases).length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
