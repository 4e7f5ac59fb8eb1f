// Registers in Chromium: groups, pivots, and the history of a row.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  answerTo, axe, closed, fitsPhone, graphql, inTab, key, languages, open, phone, rowsShown, settled, visit, withLanguage,
} from './browser.mjs';
import { ownServer } from './server.mjs';

const parameters = (said) => new URLSearchParams(said).toString();

const grouped = (register, by, more = {}) => `/registers/${register}?${parameters({ by: JSON.stringify(by), ...more })}`;

/** The cells of a table, line by line. */
const cells = (tab, part = 'tbody') =>
  tab.locator(`.groups ${part} tr`).evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));

const pages = [
  grouped('facility-consolidations', [{ type: {} }], { sort: 'count desc' }),
  grouped('facility-consolidations', [{ type: {} }, { action: {} }]),
  grouped('facility-consolidations', [{ type: {} }, { action: {} }], { view: 'pivot' }),
  grouped('figures', [{ role: {} }], { measures: 'quantity.sum,avg.year' }),
  '/registers/risk-villages?row=1',
];

let added;

/** Rows with days, for groups by periods: some in one month, one in the next, one in another year, and many without. */
const writeDays = async (server) => {
  const days = [['RV-H-001', '2025-01-31', 'T-1'], ['RV-H-002', '2025-01-01', 'T-1'], ['RV-H-003', '2025-02-01', null], ['RV-M-001', '2024-12-31', 'T-1']];
  const operations = days.map(([code, day, township]) => `{ updateRiskVillage: { code: "${code}", version: 1, assessedOn: "${day}", township: ${JSON.stringify(township)} } }`);
  const { data, errors } = await graphql(`mutation { batch(input: { change: { kind: CORRECTION, reason: "普查。", evidence: { reference: "minutes 7" } } operations: [
    { createTownship: { code: "T-1", nameZh: "一号镇", knownAs: "一号镇", county: "county" } } ${operations.join(' ')}] }) { change { sequence } errors { ... on Error { message } } } }`, server);
  assert.deepEqual(errors ?? data.batch.errors, null);
};

const addDays = (server) => (added ??= writeDays(server));

export default {
  async 'groups and histories are in both languages, fit a phone, and pass axe'() {
    for (const [number, language] of languages.entries()) {
      await inTab(async (tab) => {
        for (const [index, path] of pages.entries()) {
          await (index === 0 ? open : visit)(tab, withLanguage(path, language));
          await tab.locator('.groups, .versions').waitFor();
          await fitsPhone(tab);
          if (index % 2 === number) { // axe takes its time
            await axe(tab, 'main');
          }
        }
      }, { viewport: phone, colorScheme: language === 'zh' ? 'dark' : 'light' });
    }
  },

  async 'a dashboard developer groups, copies the query as curl, and gets the numbers of the table'() {
    await inTab(async (tab) => {
      await open(tab, '/registers/facility-consolidations');
      await tab.getByRole('combobox', { name: 'Group by' }).selectOption('type');
      await tab.getByRole('combobox', { name: 'Then by' }).selectOption('action');
      await tab.locator('.groups').waitFor();
      await tab.getByRole('columnheader', { name: 'Rows' }).getByRole('button').click();
      await tab.waitForURL(/sort=count\+desc/);
      await settled(tab);
      const lines = await cells(tab);
      await tab.locator('.query summary').click();
      await tab.getByRole('button', { name: 'Copy as curl' }).click();
      const { data } = answerTo(await tab.evaluate(() => navigator.clipboard.readText()));
      const subtotals = lines.filter((line) => line[1] === 'Subtotal');
      const { groups, outer, total } = data.rows;
      assert.ok(groups.nodes.length > 5);
      assert.deepEqual(subtotals.map((line) => Number(line[2])), outer.nodes.map(({ aggregate }) => aggregate.count));
      assert.deepEqual(lines.filter((line) => line[1] !== 'Subtotal').map((line) => Number(line[2])).sort(), groups.nodes.map(({ aggregate }) => aggregate.count).sort());
      assert.deepEqual((await cells(tab, 'tfoot'))[0].slice(0, 2), ['Total', String(total.count)]);
      assert.deepEqual(subtotals[0].slice(0, 4), ['village service room', 'Subtotal', '462', '78.3%']);
    });
  },

  async 'an analyst filters, groups and downloads what the table shows'() {
    await inTab(async (tab) => {
      await open(tab, '/registers/risk-villages');
      await tab.getByRole('combobox', { name: 'Value' }).selectOption('LOW');
      await tab.getByRole('combobox', { name: 'Condition' }).selectOption('neq');
      await tab.getByRole('button', { name: 'Add' }).click();
      await tab.getByRole('combobox', { name: 'Group by' }).selectOption('level');
      await tab.locator('.groups').waitFor();
      assert.deepEqual(await cells(tab), [['medium', '58', '81.7%'], ['high', '13', '18.3%']]);
      await tab.locator('canvas').waitFor();
      const [file] = await Promise.all([tab.waitForEvent('download'), tab.getByRole('button', { name: 'CSV' }).click()]);
      assert.equal(readFileSync(await file.path(), 'utf8'), '\uFEFFLevel,Rows,Share\r\nmedium,58,0.816901\r\nhigh,13,0.183099\r\n');
      for (const [format, magic] of [['XLSX', 'PK'], ['Parquet', 'PAR1']]) {
        const [served] = await Promise.all([tab.waitForEvent('download'), tab.getByRole('button', { name: format }).click()]);
        assert.equal(served.suggestedFilename(), `risk-villages-groups.${format.toLowerCase()}`);
        assert.ok(readFileSync(await served.path(), 'latin1').startsWith(magic), format);
      }
      const { value } = await (await fetch(await tab.getByRole('link', { name: 'OData' }).first().getAttribute('href'))).json();
      assert.deepEqual(value.map(({ level, rows }) => [level, rows]).sort(), [['HIGH', 13], ['MEDIUM', 58]]);
      const rows = await (await fetch(await tab.getByRole('link', { name: 'CSV' }).getAttribute('href'))).text();
      assert.equal(rows.split('\n').filter((line) => line.startsWith('RV-')).length, 71);
    });
  },

  async 'every group leads to its rows: of a period, of a reference, and of what is not known'() {
    const server = await ownServer();
    await addDays(server);
    await inTab(async (tab) => {
      for (const [by, more, first] of [
        [[{ assessedOn: { truncate: 'MONTH' } }, { level: {} }], { lang: 'zh' }, '未知'],
        [[{ assessedOn: { truncate: 'YEAR' } }, { assessedOn: { truncate: 'MONTH' } }], { lang: 'zh', sort: 'assessedOn.year desc', where: '{"level":{"eq":"HIGH"}}' }, '2025年'],
        [[{ township: { nameZh: {} } }], { where: '{"assessedOn":{"gte":"2025-01-15"}}' }, 'not known'],
        [[{ assessedOn: { truncate: 'QUARTER' } }], { where: '{"assessedOn":{"gte":"2025-01-15"}}' }, '2025 Q1'],
        [[{ level: {} }], { where: '{"level":{"neq":"LOW"},"or":[{"township":{"code":{"eq":null}}}]}' }, 'medium'],
      ]) {
        await open(tab, grouped('risk-villages', by, more), server);
        await tab.locator('.groups').waitFor();
        assert.equal((await cells(tab))[0][0], first);
        const links = await tab.locator('.groups a').evaluateAll((all) => all.map((link) => [link.href, Number(link.innerText)]));
        assert.ok(links.length >= 2);
        const variables = Object.fromEntries(links.map(([href], index) => [`w${index}`, JSON.parse(new URL(href).searchParams.get('where') ?? '{}')]));
        const query = `query (${Object.keys(variables).map((name) => `$${name}: RiskVillageFilterInput`)}) { ${Object.keys(variables).map((name) => `${name}: riskVillages(where: $${name}) { totalCount }`).join(' ')} }`;
        const { data } = await graphql(query, server, {}, variables);
        assert.deepEqual(Object.values(data).map(({ totalCount }) => totalCount), links.map(([, count]) => count));
        await tab.locator('.groups a').first().click();
        await tab.locator('.grid:not(.groups)').waitFor();
        await settled(tab);
        assert.equal(await rowsShown(tab), links[0][1]);
      }
    }, { servers: [server] });
  },

  async 'a pivot has the totals of the API, and each cell leads to its rows'() {
    const { data } = await graphql('{ facilityConsolidations { groups(by: [{ action: {} }], order: [{ key: { action: ASC } }]) { nodes { aggregate { count } } } totalCount } }');
    await inTab(async (tab) => {
      await open(tab, pages[1]);
      await tab.getByRole('button', { name: 'Pivot' }).click();
      await tab.locator('.pivot').waitFor();
      assert.deepEqual((await cells(tab, 'tfoot'))[0].slice(1).map(Number), [...data.facilityConsolidations.groups.nodes.map(({ aggregate }) => aggregate.count), data.facilityConsolidations.totalCount]);
      const [file] = await Promise.all([tab.waitForEvent('download'), tab.getByRole('button', { name: 'CSV' }).click()]);
      const lines = readFileSync(await file.path(), 'utf8').trim().split('\r\n').map((line) => line.split(','));
      assert.deepEqual(lines.slice(1), [...await cells(tab), ...await cells(tab, 'tfoot')]);
      const cell = tab.locator('.pivot tbody a').first();
      const count = Number(await cell.innerText());
      await cell.click();
      await tab.locator('.grid:not(.groups)').waitFor();
      await settled(tab);
      assert.equal(await rowsShown(tab), count);
    });
  },

  async 'numbers that cannot be combined are not, and sums say on how many values they are based'() {
    await inTab(async (tab) => {
      await open(tab, grouped('figures', [{ role: {} }], { measures: 'quantity.sum' }));
      await tab.locator('.groups').waitFor();
      const sums = Object.fromEntries((await cells(tab)).map(([role, , sum]) => [role, sum]));
      assert.equal(sums.level, 'cannot be combined');
      assert.equal(sums.change, '1.89 percentage points');
      await tab.locator('.errors code:text-is("QUANTITIES_DIFFER")').first().waitFor();
    });
    const server = await ownServer();
    const { data } = await graphql('mutation { batch(input: { change: { kind: CORRECTION, reason: "x" }, operations: [{ createAssetHandover: { code: "AH-1", county: "county", assetClass: OTHER, method: REASSIGNMENT, bookValue: 120000.5 } }] }) { errors { ... on Error { message } } } }', server);
    assert.equal(data.batch.errors, null);
    await inTab(async (tab) => {
      await open(tab, grouped('asset-handovers', [{ method: {} }], { measures: 'sum.bookValue', value: 'sum.bookValue', sort: 'sum.bookValue desc', numbers: 'wan' }), server);
      await tab.locator('.groups').waitFor();
      const lines = await cells(tab);
      assert.match(lines[0].join('|'), /\|31\|12\.00005万 .*of 1 value\|100%$/);
      assert.equal(lines[1][2], '—');
    }, { servers: [server] });
  },

  async 'a page of groups says so and turns, and its file has all of them'() {
    await inTab(async (tab) => {
      await open(tab, grouped('risk-villages', [{ code: {} }]));
      await tab.getByText('This page shows some of the groups.').waitFor();
      await tab.getByRole('link', { name: 'Next page' }).click();
      await tab.waitForURL(/after=/);
      await settled(tab);
      assert.equal((await cells(tab))[0][0], 'RV-L-038');
      const [file] = await Promise.all([tab.waitForEvent('download'), tab.getByRole('button', { name: 'CSV' }).click()]);
      assert.equal(readFileSync(await file.path(), 'utf8').trim().split('\r\n').length, 119);
    });
  },

  async 'what an address asks of groups and the API does not have is said'() {
    await inTab(async (tab) => {
      for (const [by, more, bad] of [
        [[{ nothing: {} }], {}, 'by'],
        [[{ level: { truncate: 'MONTH' } }], {}, 'by'],
        [[{ level: {} }, { level: {} }], {}, 'by'],
        [[{ level: {} }, { code: {} }, { status: {} }], {}, 'by'],
        [[{ level: {} }], { measures: 'sum.nothing', sort: 'constructor', value: 'toString' }, 'measures, value, sort'],
      ]) {
        await open(tab, grouped('risk-villages', by, more));
        await tab.locator('.notice code').filter({ hasText: new RegExp(`^${bad}$`) }).waitFor();
        await tab.locator('.grid').waitFor();
      }
    });
  },

  async 'by keyboard, a row leads to its history with who, why and what differs, and back to the row'() {
    const server = await ownServer();
    await addDays(server);
    await inTab(async (tab) => {
      await open(tab, '/registers/risk-villages?columns=code,level', server);
      await tab.locator('.grid').waitFor();
      await tab.getByRole('link', { name: 'History: RV-H-002' }).focus();
      await tab.keyboard.press('Enter');
      await tab.locator('.differences td', { hasText: 'T-1' }).waitFor();
      await settled(tab);
      assert.deepEqual(await tab.locator('.versions h3').allInnerTexts(), ['Version 2', 'Version 1']);
      assert.deepEqual(await tab.locator('.differences').first().locator('tbody tr').allInnerTexts(), ['Assessed on\t—\t2025-01-01', 'Township code\t—\tT-1']);
      assert.deepEqual(await tab.locator('.versions .facts').first().locator('dd').allInnerTexts(), ['local', '普查。', 'minutes 7']);
      await tab.getByRole('link', { name: 'Back to the table' }).focus();
      await tab.keyboard.press('Enter');
      await tab.waitForFunction(() => document.activeElement.getAttribute('aria-label') === 'History: RV-H-002');
      await open(tab, '/registers/risk-villages?row=99999', server);
      await tab.getByText('There is no such row').waitFor();
    }, { servers: [server] });
  },

  async 'who may not read who made a change is told so by the API, and sees the versions'() {
    await inTab(async (tab) => {
      await tab.goto(`${closed}/registers/risk-villages?row=1`);
      await tab.getByLabel('API key').fill(key);
      await tab.getByLabel('API key').press('Enter');
      await tab.locator('.versions').waitFor();
      await tab.locator('.errors code:text-is("FORBIDDEN")').waitFor();
      assert.equal(await tab.locator('.versions .facts').count(), 0);
      await tab.getByRole('link', { name: 'Back to the table' }).click();
      await tab.getByRole('combobox', { name: 'Group by' }).selectOption('level');
      await tab.locator('.groups').waitFor();
      await tab.getByRole('button', { name: 'CSV' }).waitFor();
    }, { expected: (text) => text.includes('status of 40') });
  },

  async 'an editor edits a row: what is wrong is said at its field, and a conflict says what changed meanwhile'() {
    const server = await ownServer();
    const { data } = await graphql('{ riskVillageByCode(code: "RV-L-010", county: "county") { id } }', server);
    await inTab(async (tab) => {
      await open(tab, `/registers/risk-villages?row=${data.riskVillageByCode.id}`, server);
      await tab.getByText('Edit this row').click();
      await tab.getByLabel('Lead official').fill('王某');
      await tab.getByLabel('Township code').fill('nowhere');
      await tab.getByLabel('Reason').fill('核实。');
      await tab.getByLabel('Kind of change').selectOption('EVENT');
      const save = tab.getByRole('button', { name: 'Save' });
      await save.click();
      await tab.locator('label:has-text("Township code") + .wrong').waitFor();
      assert.equal(await tab.getByLabel('Township code').getAttribute('aria-invalid'), 'true');
      await tab.locator('label:has-text("Effective on") .wrong').waitFor();
      await axe(tab, 'main');
      const said = ['township', 'township', 'change reason', 'change', 'level x'].map((place) => ['input', ...place.split(' ')]);
      const errors = said.map((path, index) => ({ message: `Wrong ${index}.`, path }));
      await tab.route('**/graphql', (route) => route.request().postData().includes('mutation Edit')
        ? route.fulfill({ json: { data: { update: { change: null, errors } } } })
        : route.continue());
      await save.click();
      await tab.locator('label:has-text("Township code") + .wrong:text-is("Wrong 0. Wrong 1.")').waitFor();
      await tab.locator('label:has-text("Reason") .wrong:text-is("Wrong 2.")').waitFor();
      await tab.locator('label:has-text("Level") + .wrong:text-is("Wrong 4.")').waitFor();
      assert.deepEqual(await tab.locator('.edit .errors li').allInnerTexts(), ['Wrong 3.']);
      await tab.unroute('**/graphql');

      const other = await graphql('mutation { updateRiskVillage(input: { change: { kind: CORRECTION, reason: "x" }, code: "RV-L-010", county: "county", version: 1, level: MEDIUM }) { change { sequence } errors { ... on Error { message } } } }', server);
      assert.deepEqual(other.data.updateRiskVillage.errors, null);
      await tab.getByLabel('Township code').fill('');
      await tab.getByLabel('Kind of change').selectOption('CORRECTION');
      await save.click();
      const conflict = tab.getByRole('alert').filter({ hasText: 'The row was changed meanwhile' });
      await conflict.waitFor();
      assert.deepEqual(await conflict.locator('tbody tr').allInnerTexts(), ['Level\tlow\tmedium\t—', 'Lead official\t—\t—\t王某']);
      await conflict.getByRole('button').click();
      await save.click();
      await tab.getByText(/Stored as change \d+/).waitFor();
      await tab.locator('.versions h3', { hasText: 'Version 3' }).waitFor();
      const { data: now } = await graphql('{ riskVillageByCode(code: "RV-L-010", county: "county") { level leadOfficial version } }', server);
      assert.deepEqual(now.riskVillageByCode, { level: 'MEDIUM', leadOfficial: '王某', version: 3 });
    }, { servers: [server] });
    await inTab(async (tab) => {
      await tab.goto(`${closed}/registers/risk-villages?row=1`);
      await tab.getByLabel('API key').fill(key);
      await tab.getByLabel('API key').press('Enter');
      await tab.locator('.versions').waitFor();
      await settled(tab);
      assert.equal(await tab.getByText('Edit this row').count(), 0);
    }, { expected: (text) => text.includes('status of 40') });
  },
};
