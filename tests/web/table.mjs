// The table of a register.
import assert from 'node:assert/strict';
import { address, fieldOf, graphql, high, inTab, open, openTable, rowsShown, settled, visit } from './browser.mjs';

export default {
  async 'an address gives the same page again: conditions, order, columns and instant'() {
    await inTab(async (tab) => {
      await openTable(tab, `/registers/risk-villages?where=${high}&order=${encodeURIComponent('[{"code":"DESC"}]')}&columns=code,level&asOf=1&lang=zh`);
      const shown = async () => [await rowsShown(tab), await tab.locator('.grid thead').innerText(), await tab.locator('.grid tbody tr').first().innerText()];
      const before = await shown();
      assert.deepEqual([before[0], before[2]], [13, 'RV-H-013\t高风险\t历史']);
      await tab.reload();
      await tab.locator('.grid').waitFor();
      await settled(tab);
      assert.deepEqual(await shown(), before);
    });
  },

  async 'a reader filters, sorts, turns pages and downloads what the table shows'() {
    await inTab(async (tab) => {
      await openTable(tab, '/registers/risk-villages');
      await tab.getByRole('link', { name: 'Next page' }).click();
      await tab.getByRole('link', { name: 'Previous page' }).waitFor();
      await tab.getByRole('combobox', { name: 'Column', exact: true }).selectOption('level');
      await tab.getByRole('combobox', { name: 'Value' }).selectOption('HIGH');
      await tab.getByRole('button', { name: 'Add' }).click();
      await tab.waitForFunction(() => document.querySelector('[role="status"] strong')?.textContent === '13');
      await tab.getByRole('columnheader', { name: 'Code', exact: true }).getByRole('button').click();
      await tab.locator('th[aria-sort="ascending"]').waitFor();
      await settled(tab);
      for (const [format, type] of [['CSV', 'text/csv'], ['XLSX', 'application/vnd'], ['Parquet', 'application/vnd.apache.parquet'], ['OData', 'application/json']]) {
        const response = await fetch(await tab.getByRole('link', { name: format }).getAttribute('href'));
        assert.equal(response.status, 200, format);
        assert.ok(response.headers.get('content-type').startsWith(type), format);
        const content = await response.text();
        if (format === 'CSV') {
          assert.equal(content.split('\n').filter((line) => /^(\d+,)?RV-/.test(line)).length, 13); // a text may have lines
        } else if (format === 'OData') {
          assert.equal(JSON.parse(content)['@odata.count'], 13);
        }
      }
    });
  },

  async 'every data set of the catalogue has its register'() {
    const { resources } = await (await fetch(`${address}/catalog/datapackage.json`)).json();
    await inTab(async (tab) => {
      await open(tab, '/registers/figures');
      for (const { name, rows, title } of resources) {
        await tab.getByRole('combobox', { name: 'Register', exact: true }).selectOption(name);
        await tab.locator(`.scroll[aria-label="${title}"]`).waitFor();
        await settled(tab);
        assert.equal(await rowsShown(tab), rows, name);
        assert.equal(await tab.getByRole('heading', { name: title, exact: true }).count(), 1, name);
        assert.equal(await tab.locator('.errors').count(), 0, name);
      }
    });
  },

  async 'a register is described in English on an English page, and named in Chinese on a Chinese one'() {
    const { resources } = await (await fetch(`${address}/catalog/datapackage.json`)).json();
    const { titleZh, description } = resources.find(({ name }) => name === 'risk-villages');
    await inTab(async (tab) => {
      await openTable(tab, '/registers/risk-villages');
      await tab.getByText(description).waitFor();
      assert.ok(await tab.locator('.grid th button:not([title=""])').count() > 5);
      await visit(tab, '/registers/risk-villages?lang=zh');
      await tab.getByRole('heading', { name: titleZh }).waitFor();
      assert.equal(await tab.getByText(description).count(), 0);
      assert.equal(await tab.locator('.grid th button[title]:not([title=""])').count(), 0);
    });
  },

  async 'a code leads to its row, by the path of its own register to the county'() {
    await inTab(async (tab) => {
      for (const [register, column] of [['figures', 'locator.code'], ['figures', 'initiative.code'], ['facility-consolidations', 'village.code'], ['check-inputs', 'check.code'], ['checks', 'report.code'], ['figures', 'indicator.code'], ['reform-tasks', 'plan.code']]) {
        const path = column.split('.').reduceRight((inner, name) => ({ [name]: inner }), { neq: null });
        await openTable(tab, `/registers/${register}?columns=${column}&where=${encodeURIComponent(JSON.stringify(path))}`);
        const { data } = await graphql(`{ ${fieldOf(register)}(where: { ${column.replace('.', ': { ')}: { neq: null } } }) { totalCount } }`);
        if (Object.values(data)[0].totalCount > 0) {
          const code = await tab.locator('.grid td a').first().innerText();
          await tab.locator('.grid td a').first().click();
          await tab.waitForURL((url) => !url.pathname.endsWith(register) || url.searchParams.get('where').includes(code));
          await tab.waitForFunction(() => document.querySelector('[role="status"] strong')?.textContent === '1');
          assert.equal(await tab.locator('.errors').count(), 0);
          assert.ok(/"county"/.test(new URL(tab.url()).searchParams.get('where')) === !column.startsWith('indicator'), tab.url());
        }
      }
    });
  },

  async 'a link to OData says what the table shows, and is there only where OData can say it'() {
    const { resources } = await (await fetch(`${address}/catalog/datapackage.json`)).json();
    const { value } = await (await fetch(`${address}/odata`)).json();
    const { data } = await graphql('{ riskVillages(first: 1) { nodes { id } } }');
    const id = encodeURIComponent(JSON.stringify({ id: { eq: Number(data.riskVillages.nodes[0].id) } }));
    const link = (tab) => tab.getByRole('link', { name: 'OData' });
    await inTab(async (tab) => {
      const isOfVersions = ({ name }) => name.endsWith('-versions');
      await openTable(tab, '/registers/figures');
      for (const { name, schema } of [...resources.filter((one) => !isOfVersions(one)), resources.find(isOfVersions)]) {
        await visit(tab, `/registers/${name}?columns=${schema.fields.map((field) => field.name).join(',')}`);
        const isServed = value.some((set) => set.name === fieldOf(name));
        assert.equal(await link(tab).count(), isServed ? 1 : 0, name);
        if (isServed) {
          assert.equal((await fetch(await link(tab).getAttribute('href'))).status, 200, name);
        }
      }

      await openTable(tab, `/registers/risk-villages?where=${id}&asOf=1&order=${encodeURIComponent('[{"level":"ASC"},{"code":"DESC"}]')}`);
      const href = await link(tab).getAttribute('href');
      assert.equal(new URL(href).searchParams.get('asOf'), '1');
      assert.equal(new URL(href).searchParams.get('$orderby'), 'level asc,code desc');
      assert.equal((await (await fetch(href)).json())['@odata.count'], 1);
    });
  },

  async 'an order of several keys is kept, and so is its file'() {
    const order = '[{"level":"DESC"},{"code":"DESC"}]';
    await inTab(async (tab) => {
      await openTable(tab, `/registers/risk-villages?columns=code,level&order=${encodeURIComponent(order)}`);
      assert.equal(await tab.locator('.grid tbody td').first().innerText(), 'RV-H-013');
      assert.deepEqual(await tab.locator('th[aria-sort="descending"]').count(), 2);
      const file = await (await fetch(await tab.getByRole('link', { name: 'CSV' }).getAttribute('href'))).text();
      assert.match(file.split('\n')[1], /^RV-H-013,/);
    });
  },

  async 'while an answer is on its way, the table is that of the last question'() {
    await inTab(async (tab) => {
      await openTable(tab, '/registers/risk-villages?columns=code');
      let answer;
      const isAnswered = new Promise((resolve) => { answer = resolve; });
      await tab.route('**/graphql', async (route) => { await isAnswered; await route.continue(); });
      await tab.locator('summary', { hasText: 'Columns' }).click();
      await tab.getByRole('checkbox', { name: /Level|level/ }).first().check();
      await tab.waitForFunction(() => document.querySelector('[aria-busy="true"]') !== null);
      assert.equal(await tab.locator('.grid thead th').count(), 2);
      assert.ok(await tab.locator('[aria-busy="true"] > .scroll').evaluate((table) => Number(getComputedStyle(table).opacity)) < 1);
      answer();
      await tab.locator('.grid thead th').nth(2).waitFor();
      assert.notEqual(await tab.locator('.grid tbody td').nth(1).innerText(), '—');
    });
  },

  async 'a condition without a value asks for what is not known, or is refused'() {
    await inTab(async (tab) => {
      await open(tab, '/registers/risk-villages');
      await tab.getByRole('combobox', { name: 'Column', exact: true }).selectOption('code');
      await tab.getByRole('combobox', { name: 'Condition' }).selectOption('contains');
      await tab.getByRole('button', { name: 'Add' }).click();
      assert.ok(!tab.url().includes('where='), tab.url());
      await tab.getByRole('combobox', { name: 'Condition' }).selectOption('neq');
      await tab.getByRole('button', { name: 'Add' }).click();
      assert.equal(new URL(tab.url()).searchParams.get('where'), '{"code":{"neq":null}}');
    });
  },
};
