// Reads a running server by OData clients that others wrote: node clients.mjs http://localhost:5080/odata
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { OData } from '@odata/client';

const address = process.argv[2];
if (!address) {
  console.error('usage: node clients.mjs URL');
  process.exit(2);
}

const get = async (path) => (await fetch(`${address}/${path}`)).json();

// What the clients must find, by the API's other surface.
const graphql = async (query) => {
  const response = await fetch(new URL('/graphql', address), { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query }) });
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
};

let failed = 0;
for (const [name, check] of Object.entries(cases)) {
  try {
    await check();
  } catch (error) {
    failed += 1;
    console.log(`failed: ${name}: ${error.message}\n${error.stdout ?? ''}`);
  }
}

['metadata.xml', 'generated', 'made'].forEach((made) => rmSync(made, { recursive: true, force: true }));
console.log(`${Object.keys(cases).length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
