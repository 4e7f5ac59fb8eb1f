// The overview.
import assert from 'node:assert/strict';
import { address, answerTo, fieldOf, graphql, high, inTab, languages, open, rowsShown, settled, withLanguage } from './browser.mjs';

export default {
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
      await tab.waitForURL((url) => url.pathname === '/report');
      await tab.locator('.places [aria-current]').waitFor();
    });
  },

  async 'a county whose name the source masks is called what the source says of it'() {
    await inTab(async (tab) => {
      await open(tab, withLanguage('/', 'zh'));
      assert.equal(await tab.locator('form.choice select').first().locator('option').first().innerText(), '报告所述的县，原文隐去名称');
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
};
