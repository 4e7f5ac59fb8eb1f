// Uses the pages of a running server in Chromium as a reader does; of a second one, which is closed, with a key.
// node web.mjs http://localhost:5080 http://localhost:5081 KEY
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { loadCases } from './load.mjs';
import { registerCases } from './registers.mjs';

const [address, closed, key] = process.argv.slice(2);
if (!key) {
  console.error('usage: node web.mjs URL CLOSED_URL KEY');
  process.exit(2);
}

const executablePath = ['chromium', 'google-chrome'].map((name) => {
  try {
    return execFileSync('which', [name], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}).find((found) => found);

const pages = ['/', '/registers/risk-villages', '/registers/figures?order=[{"value":"DESC"}]', '/graphql'];
const languages = ['en', 'zh'];
/** What the API calls a register. */
const fieldOf = (register) => register.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());

const high = encodeURIComponent('{"level":{"eq":"HIGH"}}');

const graphql = async (query, server = address, headers = {}, variables = {}) => {
  const response = await fetch(`${server}/graphql`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
  return response.json();
};

/** The answer to a request that a page has copied as a command. */
const answerTo = (command) => JSON.parse(execFileSync('sh', ['-c', command], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));

let browser;

/** Opens a tab that fails what no page may do: messages of the browser, and requests to others. */
const inTab = async (use, options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en', permissions: ['clipboard-read', 'clipboard-write'], ...options });
  const tab = await context.newPage();
  const faults = [];
  const expected = options.expected ?? (() => false);
  tab.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  tab.on('console', (message) => ['error', 'warning'].includes(message.type()) && !expected(message.text()) && faults.push(`console: ${message.text()}`));
  tab.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const isOwn = [address, closed, ...(options.servers ?? [])].includes(origin) || ['data:', 'blob:'].includes(protocol);
    return isOwn || faults.push(`request: ${request.url()}`);
  });
  try {
    await use(tab);
    assert.deepEqual(faults, []);
    assert.deepEqual(await context.cookies(), []);
  } finally {
    await context.close();
  }
};

const withLanguage = (path, language) => `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;

const settled = async (tab) => {
  await tab.locator('main h2, main table, .bar').first().waitFor();
  await tab.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0);
};

const open = async (tab, path, server = address) => {
  const response = await tab.goto(server + path, { waitUntil: 'load' });
  await settled(tab);
  return response;
};

const openTable = async (tab, path) => {
  await open(tab, path);
  await tab.locator('.grid').waitFor();
};

// Without frames and without a report on what is right, it takes a third of the time.
const axe = async (tab, part) => {
  const { violations } = await new AxeBuilder({ page: tab }).include(part).options({ resultTypes: ['violations'] }).setLegacyMode(true).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`), []);
};

// All that the browser keeps beyond the page.
const stored = (tab) => tab.evaluate(() => JSON.stringify(Object.getOwnPropertyNames(window).filter((name) => name.endsWith('Storage')).flatMap((name) => Object.entries(window[name]))));

const rowsShown = async (tab) => Number((await tab.locator('[role="status"] strong').innerText()).replaceAll(',', ''));

const cases = {
  async 'every page opens in both languages, by day and by night, loads nothing from elsewhere, and passes axe'() {
    for (const language of languages) {
      for (const path of pages) {
        await inTab(async (tab) => {
          const response = await open(tab, withLanguage(path, language));
          assert.match(response.headers()['content-security-policy'], /^default-src 'none'; script-src 'self';/);
          assert.equal(await tab.locator('html').getAttribute('lang'), language === 'zh' ? 'zh-CN' : 'en');
          await axe(tab, path === '/graphql' ? '#bar' : 'body');
        }, { colorScheme: language === 'zh' ? 'dark' : 'light' });
      }
    }
  },

  async 'no page is wider than a phone'() {
    for (const path of pages.flatMap((page) => languages.map((language) => withLanguage(page, language)))) {
      await inTab(async (tab) => {
        await open(tab, path);
        assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth) <= 360, path);
      }, { viewport: { width: 360, height: 740 } });
    }
  },

  async 'the overview says what the API says, and its numbers lead to their rows'() {
    const { data } = await graphql('{ riskVillages { totalCount } high: riskVillages(where: { level: { eq: HIGH } }) { totalCount } }');
    await inTab(async (tab) => {
      await open(tab, '/');
      assert.equal(await tab.locator('dt:has-text("Villages at risk") + dd').innerText(), String(data.riskVillages.totalCount));
      const level = tab.locator('tr:has(th:text-is("high")) a');
      assert.equal(await level.innerText(), String(data.high.totalCount));
      await level.click();
      await settled(tab);
      await tab.locator('.grid').waitFor();
      assert.equal(await rowsShown(tab), data.high.totalCount);
      await tab.goBack();
      await settled(tab);
      await tab.locator('.source').first().click();
      await tab.locator('.grid').waitFor();
      assert.equal(await rowsShown(tab), 1);
      assert.match(tab.url(), /\/registers\/locators\?/);
    });
  },

  async 'every link of the overview to rows shows rows'() {
    await inTab(async (tab) => {
      await open(tab, '/');
      const links = await tab.locator('main a[href*="/registers/"]').evaluateAll((all) => all.map((link) => new URL(link.href)).map(({ pathname, searchParams }) => [pathname, searchParams.get('where')]));
      assert.ok(links.length > 100, links.length);
      const fields = links.map(([path, where], index) => `q${index}: ${fieldOf(path.split('/').at(-1))}(where: ${where.replaceAll(/"(\w+)":/g, '$1: ').replaceAll(/"([A-Z][A-Z_]+)"/g, '$1')}) { totalCount }`);
      for (let first = 0; first < fields.length; first += 20) {
        const { data, errors } = await graphql(`{ ${fields.slice(first, first + 20).join(' ')} }`);
        assert.equal(errors, undefined, JSON.stringify(errors));
        Object.entries(data).forEach(([name, { totalCount }]) => assert.ok(totalCount > 0, fields[Number(name.slice(1))]));
      }
    });
  },

  async 'a chart has a table that says the same, and its query is a curl command that works'() {
    await inTab(async (tab) => {
      await open(tab, '/');
      const panel = tab.locator('section', { has: tab.getByRole('heading', { name: 'Villages at risk, by level' }) });
      await panel.locator('canvas').waitFor();
      assert.deepEqual(await panel.locator('tbody th').allInnerTexts(), ['high', 'medium', 'low']);
      await panel.locator('summary').click();
      await panel.getByRole('button').click();
      const command = await tab.evaluate(() => navigator.clipboard.readText());
      const { data } = answerTo(command);
      assert.equal(data.riskVillages.groups.nodes.length, 3);
    });
  },

  async 'numbers are in 万 and 亿 if the reader chooses so'() {
    await inTab(async (tab) => {
      await open(tab, '/?lang=zh');
      await tab.getByRole('button', { name: '万、亿' }).click();
      await tab.getByText('23.09万').first().waitFor();
      await tab.getByText('1.5亿', { exact: true }).first().waitFor();
      assert.match(tab.url(), /numbers=wan/);
    });
  },

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
        assert.equal(await tab.locator('.errors').count(), 0, name);
      }
    });
  },

  async 'what there is not, and what the API refuses, is said where it belongs'() {
    await inTab(async (tab) => {
      await tab.goto(`${address}/?county=nowhere`);
      await tab.getByText('There is no such county').waitFor();
      await tab.goto(`${address}/?report=none`);
      await tab.getByText('This county has no such report').waitFor();
      await tab.goto(`${address}/?asOf=999`);
      await tab.locator('.errors code:text-is("AS_OF_UNKNOWN_CHANGE")').first().waitFor();
      await tab.goto(`${address}/registers/risk-villages?where=${encodeURIComponent('{"level":{"eq":"NONE"}}')}`);
      await tab.locator('.errors').first().waitFor();
      await tab.goto(`${address}/registers/nothing`);
      await tab.getByText('There is no such register for you.').waitFor();
    }, { expected: (text) => text.includes('status of 4') });
  },

  async 'the keyboard alone reaches everything, and sees where it is'() {
    await inTab(async (tab) => {
      await openTable(tab, `/registers/risk-villages?where=${high}&columns=code,level`);
      await tab.keyboard.press('Tab');
      assert.equal(await tab.evaluate(() => document.activeElement.textContent), 'Skip to the content');
      await tab.keyboard.press('Enter');
      const seen = new Set();
      for (let presses = 0; presses < 50; presses += 1) {
        await tab.keyboard.press('Tab');
        const [name, outline] = await tab.evaluate(() => [document.activeElement.outerHTML.slice(0, 120), getComputedStyle(document.activeElement).outlineStyle]);
        assert.ok(name.startsWith('<body') || outline !== 'none', name); // after the last, the browser's own parts have their turn
        seen.add(await tab.evaluate(() => (document.activeElement.textContent || document.activeElement.tagName).trim()));
      }

      ['Add', 'Code', 'CSV', 'XLSX', 'OData'].forEach((name) => assert.ok(seen.has(name), `${name} of ${[...seen].join(', ')}`));
    });
  },

  async 'a closed server asks for the key, which is kept in memory only'() {
    assert.equal((await graphql('{ counties { totalCount } }', closed)).errors[0].extensions.code, 'UNAUTHENTICATED');
    await inTab(async (tab) => {
      await tab.goto(closed);
      const field = tab.getByLabel('API key');
      await field.fill('rg_wrong');
      await field.press('Enter');
      await tab.getByText('This server does not know the API key.').waitFor();
      await field.fill(key);
      await field.press('Enter');
      await tab.locator('tr:has(th:text-is("high")) a').click();
      await tab.locator('.grid').waitFor();
      assert.equal(await rowsShown(tab), 13);
      const [file] = await Promise.all([tab.waitForEvent('download'), tab.getByRole('link', { name: 'CSV' }).click()]);
      assert.equal(file.suggestedFilename(), 'risk-villages.csv');
      assert.equal(await stored(tab), '[]');
      await tab.reload();
      await tab.getByLabel('API key').waitFor();
    }, { expected: (text) => text.includes('401') });
  },

  async 'GraphiQL runs a query, knows the schema, and takes an example, an instant and a key'() {
    await inTab(async (tab) => {
      await open(tab, '/graphql');
      await tab.locator('.graphiql-query-editor .view-line').first().waitFor();
      await tab.getByRole('button', { name: /Execute query/ }).click();
      await tab.locator('.graphiql-response .view-line', { hasText: 'totalCount' }).first().waitFor();
      await tab.getByLabel('Examples').selectOption({ label: 'Auditor: what changed' });
      await tab.getByLabel('As of').fill('1');
      await tab.getByRole('button', { name: /Execute query/ }).click();
      await tab.locator('.graphiql-response .view-line', { hasText: 'SEED' }).first().waitFor();
      await tab.getByRole('button', { name: 'Copy as curl' }).click();
      const command = await tab.evaluate(() => navigator.clipboard.readText());
      assert.match(command, /As-Of: 1/);
      assert.equal(answerTo(command).data.changes.nodes[0].kind, 'SEED');
      await tab.getByRole('button', { name: 'Show Documentation Explorer' }).click();
      await tab.locator('.graphiql-doc-explorer a', { hasText: 'Query' }).first().waitFor();
      await tab.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
      await tab.locator('.graphiql-explorer-root').getByText('riskVillages', { exact: true }).first().waitFor();
    }, { expected: (text) => text.startsWith('arg mismatch') }); // the explorer says so of a list that it shows all the same
    await inTab(async (tab) => {
      await open(tab, '/graphql', closed);
      await tab.getByText('This server requires a key.').waitFor();
      await tab.getByRole('textbox', { name: 'Key' }).fill(key);
      await tab.getByRole('button', { name: 'Use' }).click();
      await tab.getByRole('button', { name: /Execute query/ }).click();
      await tab.locator('.graphiql-response .view-line', { hasText: 'totalCount' }).first().waitFor();
      assert.ok(!(await stored(tab)).includes(key));
    }, { expected: (text) => text.includes('401') });
  },

  async 'every link of the navigation leads somewhere, whatever is chosen'() {
    await inTab(async (tab) => {
      for (const path of ['/?lang=zh&asOf=1&numbers=wan', '/registers/figures?lang=zh&asOf=1&where={}']) {
        await open(tab, path);
        for (const href of await tab.locator('header a').evaluateAll((links) => links.map((link) => link.href))) {
          assert.equal((await fetch(href, { headers: { Accept: 'text/html' } })).status, 200, href);
        }
      }
    });
  },

  async 'the skip link leads to the content and leaves nothing in the address'() {
    await inTab(async (tab) => {
      await open(tab, '/#content');
      await tab.evaluate(() => { window.isSamePage = true; });
      await tab.getByRole('link', { name: '中文' }).click();
      await tab.locator('html[lang="zh-CN"]').waitFor();
      await tab.locator('.skip').focus();
      await tab.keyboard.press('Enter');
      assert.equal(await tab.evaluate(() => document.activeElement.id), 'content');
      assert.ok(!tab.url().includes('#'), tab.url());
      assert.ok(await tab.evaluate(() => window.isSamePage), 'loaded anew');
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
      for (const { name, schema } of [...resources.filter((one) => !isOfVersions(one)), resources.find(isOfVersions)]) {
        await openTable(tab, `/registers/${name}?columns=${schema.fields.map((field) => field.name).join(',')}`);
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

  async 'a check is in the language of the page if it has words in it'() {
    const { data } = await graphql('{ checks(where: { status: { eq: NOT_RECONCILED } }, order: [{ id: ASC }]) { nodes { rule ruleZh } } }');
    for (const language of languages) {
      await inTab(async (tab) => {
        await open(tab, withLanguage('/', language));
        const links = tab.locator('a[href*="/registers/checks"] > [lang]');
        await links.first().waitFor();
        assert.deepEqual(await links.allInnerTexts(), data.checks.nodes.map(({ rule, ruleZh }) => language === 'zh' ? ruleZh ?? rule : rule));
        assert.equal(await links.first().getAttribute('lang'), language === 'zh' && data.checks.nodes[0].ruleZh !== null ? 'zh-CN' : 'en');
      });
    }
  },

  async 'a report without checks does not say that they agree'() {
    await inTab(async (tab) => {
      await tab.route('**/graphql', async (route) => {
        const response = await route.fetch();
        const body = await response.text();
        await route.fulfill({ response, body: route.request().postData().includes('query ChecksThatDoNotAgree') ? '{"data":{"all":{"totalCount":0},"checks":{"totalCount":0,"nodes":[]}}}' : body });
      });
      await open(tab, '/');
      await tab.getByText('The report has no checks yet.').waitFor();
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

  async 'no address leaves a blank page'() {
    const where = (value) => `/registers/risk-villages?where=${encodeURIComponent(value)}`;
    await inTab(async (tab) => {
      for (const [path, said] of [
        ['/registers/%', 'There is no such register for you.'],
        ['/registers', 'There is no such register for you.'],
        ['/Registers/nothing', 'There is no such register for you.'],
        [where('{"level":{"toString":1}}'), 'toString'],
        [where('{"level":{"constructor":{"eq":1}}}'), 'constructor'],
        [where('"HIGH"'), 'A parameter of this address'],
        [where('7'), 'A parameter of this address'],
        ['/registers/risk-villages?order=7', 'A parameter of this address'],
        ['/registers/risk-villages?order=[{"nothing":"ASC"}]', 'nothing'],
        ['/registers/risk-villages?columns=code,code,nothing', 'This register has no such columns for you'],
        [`/?asOf=${encodeURIComponent('昨天')}`, 'Only Latin letters'],
      ]) {
        await tab.goto(address + path);
        await tab.locator('main').getByText(said).filter({ visible: true }).first().waitFor({ timeout: 10_000 });
      }

      await openTable(tab, '/Registers/risk-villages?columns=');
      assert.ok(!(await tab.locator('.grid thead th').allInnerTexts()).includes('ID'));
    }, { expected: (text) => text.includes('status of 4') });
  },

  async 'a part that cannot be drawn says so, until the reader goes elsewhere'() {
    await inTab(async (tab) => {
      await tab.route('**/graphql', (route) => route.request().postData().includes('query Rows(') ? route.fulfill({ json: { data: { rows: { totalCount: 1, pageInfo: {}, nodes: [null] } } } }) : route.continue());
      await tab.goto(`${address}/registers/figures`);
      await tab.getByText('This page cannot be shown.').waitFor();
      await tab.getByRole('link', { name: 'Overview' }).click();
      await tab.locator('dt:has-text("Villages at risk")').waitFor();
    });
  },

  async 'what the county’s own request is refused is said'() {
    await inTab(async (tab) => {
      await tab.route('**/graphql', (route) => route.request().postData().includes('query County(') ? route.fulfill({ status: 502, contentType: 'text/html', body: '<html>Bad gateway</html>' }) : route.continue());
      await tab.goto(address);
      await tab.getByText('HTTP 502').waitFor();
    }, { expected: (text) => text.includes('status of 5') });
  },

  async 'counties that fill several pages are listed once, also as of another instant'() {
    await inTab(async (tab) => {
      await tab.route('**/graphql', async (route) => {
        const request = JSON.parse(route.request().postData());
        if (!request.query.startsWith('query Counties')) {
          return route.continue();
        }

        const codes = request.variables.after === null ? ['c1', 'c2'] : ['c3'];
        return route.fulfill({ json: { data: { counties: { pageInfo: { hasNextPage: codes.length === 2, endCursor: 'c2' }, nodes: codes.map((code) => ({ code, nameZh: code, nameEn: code, knownAs: null })) } } } });
      });
      await tab.goto(`${address}/?county=c1`);
      const options = tab.getByRole('combobox', { name: 'County' }).locator('option');
      await options.nth(2).waitFor({ state: 'attached' });
      await tab.getByLabel('As of').fill('1');
      await tab.getByLabel('As of').press('Enter');
      await tab.waitForURL(/asOf=1/);
      await tab.waitForLoadState('networkidle');
      assert.deepEqual(await options.allInnerTexts(), ['c1', 'c2', 'c3']);
    });
  },

  async 'without a clipboard, the command is shown'() {
    await inTab(async (tab) => {
      await tab.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
      await open(tab, '/');
      await tab.locator('.query summary').first().click();
      await tab.getByRole('button', { name: 'Copy as curl' }).first().click();
      assert.match(await tab.getByLabel('curl').innerText(), /^curl http/);
      await open(tab, '/graphql');
      await tab.locator('.graphiql-query-editor .view-line').first().waitFor();
      await tab.getByRole('button', { name: 'Copy as curl' }).click();
      assert.match(await tab.getByLabel('curl').innerText(), /^curl http/);
    });
    await inTab(async (tab) => {
      await open(tab, `/graphql#${new URLSearchParams({ request: '{ counties { totalCount } }', variables: '{ "county": ' })}`);
      await tab.locator('.graphiql-query-editor .view-line').first().waitFor();
      await tab.getByRole('button', { name: 'Copy as curl' }).click();
      await tab.getByText('The variables are not valid JSON.').waitFor();
    }, { permissions: [] });
  },

  async 'a key that no request can send is refused, and a key can be forgotten'() {
    await inTab(async (tab) => {
      for (const [path, name, button] of [['', 'API key', 'Open'], ['/graphql', 'Key', 'Use']]) {
        await tab.goto(closed + path);
        await tab.getByRole('alert').filter({ hasText: 'key' }).first().waitFor();
        await tab.getByLabel(name, { exact: true }).fill('密钥');
        await tab.getByRole('button', { name: button }).click();
        await tab.getByText('only Latin letters').or(tab.getByText('Only Latin letters')).waitFor();
      }

      await tab.goto(closed);
      await tab.getByLabel('API key').fill(key);
      await tab.getByRole('button', { name: 'Open' }).click();
      await tab.getByRole('button', { name: 'Forget the key' }).click();
      await tab.getByLabel('API key').waitFor();
    }, { expected: (text) => text.includes('401') });
  },

  async 'GraphiQL reads the schema once, however the instant is typed'() {
    await inTab(async (tab) => {
      const instants = [];
      tab.on('request', (request) => request.postData()?.includes('IntrospectionQuery') && instants.push(request.headers()['as-of']));
      await open(tab, '/graphql');
      await tab.locator('.graphiql-query-editor .view-line').first().waitFor();
      await tab.getByLabel('As of').pressSequentially('2026-01-01T00:00:00Z');
      await tab.getByLabel('As of').press('Enter');
      await tab.getByRole('button', { name: /Execute query/ }).click();
      await tab.locator('.graphiql-response .view-line', { hasText: 'AS_OF' }).or(tab.locator('.graphiql-response .view-line', { hasText: 'data' })).first().waitFor();
      assert.deepEqual(instants, [undefined]);
    }, { expected: (text) => text.includes('status of 4') });
  },
};

const tools = { address, closed, key, inTab, open, settled, withLanguage, axe, graphql, answerTo, rowsShown };
Object.assign(cases, registerCases(tools), loadCases(tools));

if (!executablePath) {
  console.log(`There is no chromium.\n0 passed, 0 failed, ${Object.keys(cases).length} skipped`);
  process.exit();
}

browser = await chromium.launch({ executablePath });
let failed = 0;
const chosen = Object.entries(cases).filter(([name]) => new RegExp(process.env.ONLY ?? '').test(name));
for (const [name, check] of chosen) {
  const begun = Date.now();
  try {
    await check();
  } catch (error) {
    failed += 1;
    console.log(`failed: ${name}: ${error.message}`);
  }

  if (process.env.VERBOSE) {
    console.log(`${((Date.now() - begun) / 1000).toFixed(1)} s ${name}`);
  }
}

await browser.close();
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
