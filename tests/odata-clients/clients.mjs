// Reads running servers by OData clients that others wrote: one with the seeded rows, and one with more rows of a set than a page has.
// node clients.mjs http://localhost:5080/odata http://localhost:5081/odata
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { OData } from '@odata/client';
import { JSDOM } from 'jsdom';
import { o } from 'o.js';
import odataQuery from 'odata-query';
import { browser, inPage } from './ui5.mjs';

const [address, larger] = process.argv.slice(2);
if (!larger) {
  console.error('usage: node clients.mjs URL URL');
  process.exit(2);
}

const get = async (path) => (await fetch(`${address}/${path}`)).json();

// What the clients must find, by the API's other surface.
const graphql = async (query, server = address) => {
  const response = await fetch(new URL('/graphql', server), { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query }) });
  return (await response.json()).data;
};

const cases = {
  async 'a typed client is made of $metadata, and reads'() {
    writeFileSync('metadata.xml', await (await fetch(`${address}/$metadata`)).text());
    execFileSync('npx', ['odata2ts', '--source', 'metadata.xml', '--output', 'generated', '--mode', 'service', '--emit-mode', 'ts'], { stdio: 'pipe' });
    execFileSync('npx', ['tsc'], { stdio: 'pipe' });
    const { read } = await import('./made/typed.js');
    const client = {
      async get(url) {
        const response = await fetch(url, { headers: { Accept: 'application/json' } });
        assert.equal(response.status, 200, url);
        return { status: response.status, statusText: response.statusText, headers: {}, data: await response.json() };
      },
    };
    const { riskVillages, riskVillageById, figures } = await graphql(`{
      riskVillages(where: { level: { eq: HIGH } }, order: [{ code: DESC }], first: 5) { totalCount nodes { code level county { code } } }
      riskVillageById(id: 7) { code level }
      figures(where: { value: { gt: 1000 }, year: { eq: null } }, first: 1000) { nodes { code value } }
    }`);
    const found = await read(address, client);
    assert.deepEqual(found.high, riskVillages.nodes.map((village) => `${village.code} ${village.level} ${village.county.code}`));
    assert.equal(found.count, riskVillages.totalCount);
    assert.equal(found.one, `${riskVillageById.code} ${riskVillageById.level}`);
    assert.deepEqual(found.figures, figures.nodes.map((figure) => figure.code));
    assert.equal(found.value, figures.nodes[0].value);
  },

  async 'a client walks all pages of every set'() {
    for (const { url: set } of (await get('')).value) {
      const client = OData.New4({ serviceEndpoint: `${address}/`, processCsrfToken: false });
      const rows = client.getEntitySet(set);
      const count = await rows.count();
      const ids = new Set();
      for (let skip = 0; skip === 0 || skip < count; skip += 97) {
        const page = await rows.query(client.newOptions().orderby('id').top(97).skip(skip));
        page.forEach((row) => ids.add(row.id));
      }

      assert.equal(ids.size, count, set);
    }
  },

  async 'a client filters'() {
    const client = OData.New4({ serviceEndpoint: `${address}/`, processCsrfToken: false });
    const villages = client.getEntitySet('riskVillages');
    const { high, some } = await graphql(`{
      high: riskVillages(where: { level: { eq: HIGH } }, first: 1000) { nodes { id code } }
      some: riskVillages(where: { level: { neq: LOW }, code: { neq: "RV-M-007" } }) { totalCount }
    }`);
    assert.deepEqual((await villages.query(client.newFilter().property('level').eqString('HIGH'))).map((row) => row.code), high.nodes.map((row) => row.code));
    assert.equal((await villages.retrieve(high.nodes[3].id)).code, high.nodes[3].code);
    assert.equal(await villages.count(client.newFilter().property('level').neString('LOW').property('code').neString('RV-M-007')), some.totalCount);
  },

  async 'the list of UI5 filters, sorts, searches and pages in its default group'() {
    const { villages, figure } = await graphql(`{
      villages: riskVillages(where: { code: { startsWith: "RV-M" } }, order: [{ code: DESC }], first: 1000) { nodes { code provenBy { value } } }
      figure: figureById(id: 1) { code value }
    }`);
    const { result, sent } = await inPage(
      address,
      async (model, { Filter, FilterOperator, Sorter }, count) => {
        const search = new Filter({ path: 'code', operator: FilterOperator.Contains, value1: 'rv-M', caseSensitive: false });
        const medium = new Filter('level', FilterOperator.EQ, 'MEDIUM');
        const list = model.bindList('/riskVillages', undefined, [new Sorter('code', true)], [search, medium], { $count: true, $expand: 'provenBy' });
        const found = [];
        for (let start = 0; start < count; start += 20) {
          found.push(...(await list.requestContexts(start, 20)));
        }

        const one = model.bindContext("/figures('1')").getBoundContext();
        const wrong = model.bindList('/riskVillages', undefined, [], [new Filter('level', FilterOperator.GT, 'HIGH')]);
        return {
          found: found.map((row) => [row.getProperty('code'), Number(row.getProperty('provenBy/value'))]),
          length: list.getLength(),
          one: [await one.requestProperty('code'), await one.requestProperty('value')],
          all: await model.bindProperty('/riskVillages/$count').requestValue(),
          refused: await wrong.requestContexts(0, 5).then(() => null, (error) => error.message),
        };
      },
      villages.nodes.length,
    );
    assert.deepEqual(result.found, villages.nodes.map((row) => [row.code, row.provenBy.value]));
    assert.equal(result.length, villages.nodes.length);
    assert.deepEqual(result.one, [figure.code, `${figure.value}`]);
    assert.equal(result.all, 118);
    assert.match(result.refused, /does not support gt/);
    assert.ok(sent.length > 3 && sent.every((request) => request.startsWith('GET /odata/$metadata') || request.startsWith('POST /odata/$batch')), sent.join('\n'));
  },

  async 'the list of UI5 has as many rows as it asks for'() {
    const { result } = await inPage(larger, async (model) => {
      const list = model.bindList('/facilityConsolidations', undefined, [], [], { $count: true });
      const rows = await list.requestContexts(0, 1180);
      return [rows.length, list.getLength(), new Set(rows.map((row) => row.getProperty('code'))).size];
    });
    assert.deepEqual(result, [1180, 1180, 1180]);
  },

  async 'the store of DevExtreme searches, filters by days, sorts and pages'() {
    const { window } = new JSDOM('', { url: larger });
    Object.assign(globalThis, { window, document: window.document, XMLHttpRequest: window.XMLHttpRequest });
    try {
      const { default: ODataStore } = createRequire(import.meta.url)('devextreme/cjs/common/data/odata/store');
      const store = (set) => new ODataStore({ url: `${larger}/${set}`, key: 'id', keyType: 'String', version: 4 });
      const villages = store('riskVillages');
      const { high, medium, tasks } = await graphql(`{
        high: riskVillages(where: { level: { eq: HIGH } }, order: [{ code: DESC }], first: 1000) { totalCount nodes { id code } }
        medium: riskVillages(where: { level: { eq: MEDIUM } }) { totalCount }
        tasks: reformTasks(where: { dueOn: { neq: null } }, first: 1000) { nodes { dueOn } }
      }`, larger);
      const search = [['code', 'contains', 'rv-h'], 'or', ['level', 'contains', 'gh']]; // of a grid: every column of text
      const options = { filter: search, sort: [{ selector: 'code', desc: true }], skip: 2, take: 3, requireTotalCount: true, select: ['code', 'level'], expand: ['county'] };
      const page = await new Promise((done, fail) => villages.load(options).done((data, { totalCount }) => done([data.map((row) => row.code), totalCount])).fail(fail));
      assert.deepEqual(page, [high.nodes.slice(2, 5).map((row) => row.code), high.totalCount]);
      assert.equal(await villages.totalCount({ filter: [['code', 'notcontains', 'rv-h'], 'and', ['level', '<>', 'LOW']] }), medium.totalCount);
      assert.equal((await villages.byKey(high.nodes[4].id)).code, high.nodes[4].code);
      const day = tasks.nodes[0].dueOn;
      const next = new Date(new Date(`${day}T12:00:00`).getTime() + 24 * 3600 * 1000);
      next.setHours(0, 0, 0, 0);
      const count = (test) => tasks.nodes.filter((task) => test(task.dueOn)).length;
      assert.equal(await store('reformTasks').totalCount({ filter: [['dueOn', '>=', new Date(`${day}T00:00:00`)], 'and', ['dueOn', '<', next]] }), count((due) => due === day));
      assert.equal(await store('reformTasks').totalCount({ filter: ['dueOn', '>', new Date(`${day}T00:00:00`)] }), count((due) => due > day));
    } finally {
      ['window', 'document', 'XMLHttpRequest'].forEach((name) => delete globalThis[name]); // the others would take this for a page
    }
  },

  async 'o.js reads, and sends a batch'() {
    const { high } = await graphql('{ high: riskVillages(where: { level: { eq: HIGH } }, first: 1000) { nodes { code } } }');
    const codes = high.nodes.map((row) => row.code);
    const service = () => o(`${address}/`, { headers: { Accept: 'application/json' } });
    assert.deepEqual((await service().get('riskVillages').query({ $filter: "level eq 'HIGH'", $select: 'code' })).map((row) => row.code), codes);
    assert.equal((await service().get("riskVillages('7')").query()).code, 'RV-H-007');
    const [some, figures] = await service().get('riskVillages').get('figures').batch({ $top: 2, $orderby: 'code' });
    assert.deepEqual([some, figures].map((part) => [part.status, part.body.length]), [[200, 2], [200, 2]]);
  },

  async 'what odata-query builds is read'() {
    const buildQuery = odataQuery.default ?? odataQuery;
    const count = async (filter) => Number(await (await fetch(`${address}/riskVillages/$count${buildQuery({ filter })}`)).text());
    assert.equal(await count({ 'tolower(code)': { startswith: 'rv-h' }, level: { in: ['HIGH', 'LOW'] } }), 13);
    assert.equal(await count({ 'length(code)': 8, or: [{ level: 'HIGH' }, { level: 'LOW' }], not: { synthetic: true } }), 60);
    assert.equal(await count({ assessedOn: { lt: new Date('2026-01-01T00:00:00Z') } }), 0);
    assert.equal(await count({ provenBy: { riskVillages: { any: { level: 'MEDIUM' } } } }), 58);
    const query = buildQuery({ filter: { code: { contains: 'M-00' } }, select: ['code'], orderBy: ['code desc'], top: 2, skip: 1, count: true, expand: { county: { select: ['code'] } } });
    const page = await get(`riskVillages${query}`);
    assert.deepEqual([page['@odata.count'], page.value], [9, ['8', '7'].map((last) => ({ code: `RV-M-00${last}`, county: { code: 'county' } }))]);
    const groups = await get(`riskVillages${buildQuery({ transform: [{ groupBy: { properties: ['level'], transform: [{ aggregate: [{ id: { with: 'countdistinct', as: 'villages' } }] }] } }, { filter: { villages: { gt: 13 } } }] })}`);
    assert.deepEqual(groups.value, [{ level: 'LOW', villages: 47 }, { level: 'MEDIUM', villages: 58 }]);
  },
};

let failed = 0;
let skipped = 0;
for (const [name, check] of Object.entries(cases)) {
  if (name.includes('UI5') && !browser) {
    skipped += 1;
    console.log(`skipped: ${name}: there is no chromium`);
    continue;
  }

  try {
    await check();
  } catch (error) {
    failed += 1;
    console.log(`failed: ${name}: ${error.message}\n${error.stdout ?? ''}`);
  }
}

['metadata.xml', 'generated', 'made'].forEach((made) => rmSync(made, { recursive: true, force: true }));
console.log(`${Object.keys(cases).length - failed - skipped} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
