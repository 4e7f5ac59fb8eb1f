// The audit.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { address, axe, closed, fitsPhone, graphql, inTab, key, languages, open, phone, settled, visit, withLanguage } from './browser.mjs';
import { ownServer } from './server.mjs';

const update = 'mutation($input: UpdateRiskVillageInput!) { updateRiskVillage(input: $input) { change { sequence } errors { ... on Error { message } } } }';

const changeLevel = async (server, code, level, reason) => {
  const { id, version } = (await graphql(`{ riskVillageByCode(code: "${code}", county: "county") { id version } }`, server)).data.riskVillageByCode;
  const input = { change: { kind: 'CORRECTION', reason, evidence: { reference: 'minutes 9/2026' } }, id, version, level };
  const { data, errors } = await graphql(update, server, {}, { input });
  assert.equal(errors, undefined, JSON.stringify(errors));
  assert.equal(data.updateRiskVillage.errors, null);
  return data.updateRiskVillage.change.sequence;
};

let changed = null;

const checkpointOf = async (server) => (await fetch(`${server}/checkpoint`)).text();

/** A server with changes of rows, a checkpoint before each, and the numbers of the last two. */
const changedServer = () => (changed ??= (async () => {
  const server = await ownServer();
  const earlier = [];
  for (const level of ['LOW', 'HIGH', 'MEDIUM', 'HIGH', 'LOW', 'HIGH', 'MEDIUM']) {
    earlier.push(await checkpointOf(server));
    await changeLevel(server, 'RV-H-001', level, 'Reviewed.');
  }

  const kept = await checkpointOf(server);
  const first = await changeLevel(server, 'RV-H-002', 'LOW', 'The landslide was secured.');
  const second = await changeLevel(server, 'RV-H-003', 'MEDIUM', '复核后调整。');
  return { server, earlier, kept, first, second };
})());

const openAudit = async (tab, server, parameters = '') => {
  await open(tab, `/audit?county=county${parameters}`, server);
  await tab.locator('.ledger').waitFor();
  await settled(tab);
};

/** Gives the page a kept checkpoint. */
const give = (tab, content) => tab.getByLabel('Compare with a kept checkpoint').setInputFiles({ name: 'checkpoint', mimeType: 'text/plain', buffer: Buffer.from(content) });

const withLine = (note, number, change) => note.split('\n').map((line, index) => (index === number ? change(line) : line)).join('\n');

const otherLetter = (line) => (line.startsWith('A') ? 'B' : 'A') + line.slice(1);

export default {
  async 'an auditor goes from a number to its sentence, compares two instants, verifies and prints'() {
    const { server, kept, first } = await changedServer();
    await inTab(async (tab) => {
      await open(tab, '/?county=county', server);
      await tab.locator('.source').first().click();
      await tab.locator('.places [aria-current]').waitFor();
      await tab.getByRole('link', { name: 'Audit', exact: true }).click();
      await tab.locator(`tr:has(th a:text-is("${first}"))`).getByText('minutes 9/2026').waitFor();
      await tab.locator(`tr:has(th a:text-is("${first - 1}"))`).getByRole('link', { name: 'compare since' }).click();
      const row = tab.locator('tbody:has(a:text-is("RV-H-002"))');
      await row.getByText('low', { exact: true }).waitFor();
      assert.deepEqual((await row.locator('td').allInnerTexts()).slice(-2), ['high', 'low']);
      await row.getByRole('button', { name: 'Prove' }).click();
      await row.getByText('The landslide was secured.').waitFor();
      assert.match(await row.locator('.proved').innerText(), /Level=LOW/);
      await give(tab, kept);
      await tab.locator('.right', { hasText: 'Proved' }).waitFor();
      await tab.getByRole('link', { name: 'Audit report for printing' }).click();
      await tab.locator('.audit-report .facts', { hasText: 'Proved' }).waitFor();
      await tab.locator('.audit-report').getByText('RV-H-002').waitFor();
      await settled(tab);
      const pdf = (await tab.pdf({ preferCSSPageSize: true })).toString('latin1');
      assert.ok((pdf.match(/\/Type \/Page\b/g) ?? []).length >= 3);
      assert.match(pdf, /\/MediaBox \[0 0 59\d\.\d+ 84\d\.\d+\]/); // A4
    }, { servers: [server] });
  },

  async 'the browser finds out what a kept checkpoint proves, and says loudly if it proves nothing'() {
    const { server, earlier, kept } = await changedServer();
    const now = await checkpointOf(server);
    await inTab(async (tab) => {
      await openAudit(tab, server);
      for (const one of earlier) { // complete trees and others
        await give(tab, one);
        await tab.locator('.right', { hasText: new RegExp(`the ${one.split('\n')[1]} changes? of the kept checkpoint`) }).waitFor();
      }

      for (const [content, said] of [
        [withLine(kept, 2, otherLetter), 'NOT PROVED'],
        [withLine(now, 2, otherLetter), 'NOT PROVED'],
        [withLine(now, 1, (size) => String(Number(size) + 1)), 'The log was truncated'],
        [withLine(kept, 0, () => 'reformgraph/another'), 'belongs to another log'],
        ['{}', 'not a checkpoint'],
      ]) {
        await give(tab, content);
        await tab.locator('.wrong[role="alert"]', { hasText: said }).waitFor();
        await give(tab, now);
        await tab.locator('.right').waitFor();
      }

      const [file] = await Promise.all([tab.waitForEvent('download'), tab.getByRole('button', { name: 'Keep the checkpoint' }).click()]);
      assert.equal(await readFile(await file.path(), 'utf8'), now);
    }, { servers: [server] });
  },

  async 'a proof that a server has made up does not hold'() {
    const { server, kept, first } = await changedServer();
    await inTab(async (tab) => {
      const forge = (pattern, change) => tab.route(pattern, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: change(await response.json()) });
      });
      await forge('**/proofs/consistency**', (proof) => ({ ...proof, path: proof.path.map(otherLetter) }));
      let forged = (proof) => ({ ...proof, change: { ...proof.change, reason: 'Another reason.' } });
      await forge('**/proofs/inclusion**', (proof) => forged(proof));
      await openAudit(tab, server, `&change=${first}`);
      await give(tab, kept);
      await tab.locator('.wrong').waitFor();
      const row = tab.locator('tbody:has(a:text-is("RV-H-002"))');
      for (const forge of [
        forged,
        (proof) => ({ ...proof, row: { ...proof.row, values: proof.row.values.map((value) => (value.name === 'Level' ? { ...value, value: 'HIGH' } : value)) } }),
        (proof) => ({ ...proof, row: { ...proof.row, id: proof.row.id + 1 } }),
        (proof) => ({ ...proof, path: [] }),
        (proof) => ({ ...proof, change: null }),
      ]) {
        forged = forge;
        await tab.reload();
        await row.getByRole('button', { name: 'Prove' }).click();
        await row.locator('.errors[role="alert"]', { hasText: 'NOT PROVED' }).waitFor();
      }
    }, { servers: [server] });
  },

  async 'a proof of a change from before there were salts holds'() {
    const proof = JSON.parse(await readFile(new URL('proof-without-salt.json', import.meta.url), 'utf8'));
    await inTab(async (tab) => {
      await tab.route('**/checkpoint', (route) => route.fulfill({
        body: `${proof.origin}\n${proof.size}\n${Buffer.from(proof.root, 'hex').toString('base64')}\ntime 2026-11-29T21:00:00Z\n`, contentType: 'text/plain',
      }));
      let value = proof.row.values[0].integer;
      await tab.route('**/proofs/inclusion**', (route) => route.fulfill({
        json: { ...proof, row: { ...proof.row, values: [{ ...proof.row.values[0], integer: value }, ...proof.row.values.slice(1)] } },
      }));
      await openAudit(tab, address, '&change=1');
      const rows = tab.locator('.panel', { has: tab.getByRole('heading', { name: 'Asset handovers' }) });
      await rows.getByRole('button', { name: 'Prove' }).first().click();
      await rows.locator('.proved', { hasText: 'Code=AH-S-001' }).waitFor();
      await rows.getByRole('button', { name: 'Prove' }).first().click(); // of the second row, whose proof this is not
      await rows.locator('.errors', { hasText: 'NOT PROVED' }).waitFor();
      value = '9';
      await tab.reload();
      await rows.getByRole('button', { name: 'Prove' }).first().click();
      await rows.locator('.errors', { hasText: 'NOT PROVED' }).waitFor();
    });
  },

  async 'changes are found by time, author and rows, and the slider sets the instant of all pages'() {
    const { server, first, second } = await changedServer();
    await inTab(async (tab) => {
      await openAudit(tab, server);
      const numbers = () => tab.locator('.changes tbody th').allInnerTexts();
      const until = (expected) => tab.waitForFunction((wanted) => [...document.querySelectorAll('.changes tbody th')].map((cell) => cell.textContent).join() === wanted, expected.join());
      assert.deepEqual((await numbers()).slice(0, 2), [second, first].map(String));
      await tab.getByLabel('After').fill(String(first - 1));
      await tab.getByLabel('Up to').fill(String(first));
      await tab.keyboard.press('Tab');
      await until([first]);
      await tab.getByLabel('By').selectOption('local');
      await tab.getByLabel('Rows of').selectOption('Township');
      await tab.getByText('No change meets these conditions.').waitFor();
      await openAudit(tab, server);
      const slider = tab.getByRole('slider');
      await slider.focus();
      await tab.keyboard.press('ArrowLeft');
      await tab.waitForURL((url) => url.searchParams.get('asOf') === String(first));
      await until(Array.from({ length: first }, (_, index) => first - index));
      await tab.getByRole('link', { name: 'Overview' }).click();
      await tab.waitForURL((url) => url.pathname === '/' && url.searchParams.get('asOf') === String(first));
    }, { servers: [server] });
  },

  async 'what a change did is shown and hidden by the keyboard'() {
    const { server, second } = await changedServer();
    await inTab(async (tab) => {
      await openAudit(tab, server, '&lang=zh');
      await tab.locator('.changes tbody th a').first().focus();
      await tab.keyboard.press('Enter');
      await tab.locator(`.changes a[aria-expanded="true"]:text-is("${second}")`).waitFor();
      await tab.locator('.differences').getByText('RV-H-003').waitFor();
      await settled(tab);
      await axe(tab, 'body');
      await tab.keyboard.press('Enter');
      await tab.locator('.differences').first().waitFor({ state: 'detached' });
    }, { servers: [server] });
  },

  async 'readers see the changes without their authors, and what an instant that is none would be'() {
    await inTab(async (tab) => {
      await tab.goto(`${closed}/audit?county=county&from=0`);
      await tab.getByLabel('API key').fill(key);
      await tab.getByRole('button', { name: 'Open' }).click();
      await tab.getByText('Your key may not see who made a change').waitFor();
      await tab.locator('.differences').first().waitFor();
      assert.equal(await tab.getByRole('button', { name: 'Prove' }).count(), 0);
      await tab.getByLabel('After').fill('yesterday');
      await tab.keyboard.press('Tab');
      await tab.locator('.errors').first().waitFor();
      await tab.getByLabel('After').fill('');
      await tab.keyboard.press('Tab');
      await tab.locator('.errors').first().waitFor({ state: 'detached' });
    }, { expected: (message) => /status of 4/.test(message) });
  },

  async 'the audit report passes axe and fits a phone, in both languages'() {
    const { server, first } = await changedServer();
    await inTab(async (tab) => {
      for (const language of languages) {
        await open(tab, withLanguage(`/audit?county=county&view=report&from=${first - 1}`, language), server);
        await tab.locator('.audit-report').getByText('RV-H-002').waitFor();
        await settled(tab);
        await axe(tab, 'body');
        await fitsPhone(tab);
      }
    }, { viewport: phone, servers: [server] });
  },

  async 'a page asks each question once, and none before it knows what to ask'() {
    await inTab(async (tab) => {
      const asked = [];
      tab.on('request', (request) => request.postData() && asked.push(JSON.parse(request.postData())));
      await openAudit(tab, address);
      await visit(tab, '/audit?view=report');
      await tab.locator('.audit-report .facts', { hasText: 'SHA-256 of the query' }).waitFor();
      await settled(tab);
      await visit(tab, '/report');
      await tab.locator('.places').waitFor();
      await visit(tab, '/registers/risk-villages?row=1');
      await tab.locator('.versions').waitFor();
      await settled(tab);
      const of = (name) => asked.filter(({ query }) => query.includes(`query ${name}(`)).length;
      assert.deepEqual([of('AuditSummary'), of('ReportFacts')], [1, 1]);
      assert.deepEqual(asked.filter(({ query, variables }) => query.includes('__typename }') || variables?.county === ''), []);
    });
  },
};
