// The report.
import assert from 'node:assert/strict';
import { axe, closed, graphql, inTab, key, languages, open, settled, withLanguage } from './browser.mjs';
import { ownServer } from './server.mjs';

// The first character has two code units.
const text = '𠮷县总结\n一、主要成效\n全年办理事项5.6万件，其中网上办理1.2万件，窗口12个。\n';
const stated = [
  ['5.6万件', 'matters', 'FLOW'],
  ['1.2万件', 'online-matters', 'FLOW'],
  ['12个', 'windows', 'LEVEL'],
].map(([wording, indicator, role]) => ({ start: [...text.slice(0, text.indexOf(wording))].length, length: [...wording].length, wording, indicator, role }));

let added = null;

/** A server with a report whose text is kept; its county comes last. */
const serverWithText = () => (added ??= (async () => {
  const server = await ownServer();
  const input = { change: { kind: 'CORRECTION', reason: 'A report.' }, county: 'zhi', countyNameZh: '𠮷县', text, figures: stated };
  const { data, errors } = await graphql(
    'mutation($input: AddReportInput!) { addReport(input: $input) { report { code } errors { ... on Error { message } } } }', server, {}, { input });
  assert.equal(errors, undefined, JSON.stringify(errors));
  assert.deepEqual(data.addReport.errors, null);
  return server;
})());

/** Answers the page's question for the figures with other places, by their indicators. */
const movePlaces = (tab, move) => tab.route('**/graphql', async (route) => {
  const response = await route.fetch();
  const answer = await response.json();
  if (route.request().postData().includes('StatedFigures')) {
    const { nodes } = answer.data.figures;
    const places = move(Object.fromEntries(nodes.map(({ indicator, locator }) => [indicator.nameEn, locator])));
    nodes.forEach((figure) => { figure.locator = places[figure.indicator.nameEn]; });
  }

  await route.fulfill({ response, json: answer });
});

const facts = (tab) => tab.locator('.details');

export default {
  async 'from a number of the overview to its place in the text, and from there to all that is known of it'() {
    const server = await serverWithText();
    await inTab(async (tab) => {
      await open(tab, '/?county=zhi', server);
      await tab.locator('tr:has(th:text-is("matters")) .source').click();
      await tab.locator('.mark[aria-current]').waitFor();
      assert.deepEqual(await tab.locator('.mark').allInnerTexts(), ['5.6万件', '1.2万件', '12个']);
      assert.equal(await tab.evaluate(() => document.activeElement.textContent), '5.6万件');
      await facts(tab).getByText('≥ 55,500, < 56,500').waitFor();
      await tab.getByText('The text below has this hash').waitFor();
      await tab.keyboard.press('Tab');
      await tab.keyboard.press('Enter');
      await facts(tab).getByText('12,000').first().waitFor();
      assert.match(tab.url(), /figure=zhi-report-1-online-matters/);
      await tab.reload();
      await tab.locator('.mark[aria-current]:text-is("1.2万件")').waitFor();
      assert.equal(await tab.evaluate(() => document.activeElement.textContent), '1.2万件');
      await tab.getByRole('button', { name: 'Close' }).click();
      await facts(tab).waitFor({ state: 'detached' });
      assert.equal(await tab.evaluate(() => document.activeElement.textContent), '1.2万件');
    }, { servers: [server] });
  },

  async 'figures at one place are one mark, which leads to each of them'() {
    const server = await serverWithText();
    await inTab(async (tab) => {
      await movePlaces(tab, (places) => ({ ...places, 'online-matters': places.windows }));
      await open(tab, '/report?county=zhi&lang=zh', server);
      assert.deepEqual(await tab.locator('.mark').allInnerTexts(), ['5.6万件', '12个']);
      await tab.locator('.mark[data-figures="2"]').click();
      await facts(tab).getByText('同处数据').waitFor();
      const first = tab.url();
      await facts(tab).locator('dt:text-is("同处数据") + dd a').click();
      await tab.waitForURL((url) => url.href !== first);
      await settled(tab);
      assert.equal(await tab.locator('.mark[aria-current]').innerText(), '12个');
      await axe(tab, 'body');
    }, { servers: [server] });
  },

  async 'where a figure is stated within the words of another, both have their mark'() {
    const server = await serverWithText();
    await inTab(async (tab) => {
      await movePlaces(tab, (places) => ({
        ...places,
        'online-matters': { ...places['online-matters'], start: places['online-matters'].start - 4, length: 11 }, // 网上办理1.2万件，窗
        matters: { ...places['online-matters'] },
      }));
      await open(tab, '/report?county=zhi', server);
      assert.deepEqual(await tab.locator('.mark').allInnerTexts(), ['网上办理', '1.2万件', '，窗', '12个']);
      assert.deepEqual(await tab.locator('.mark').evaluateAll((marks) => marks.map(({ tabIndex, dataset }) => [tabIndex, dataset.figures ?? 1])), [[0, 1], [0, '2'], [-1, 1], [0, 1]]);
      assert.equal((await tab.locator('.text').innerText()).replaceAll(/\s/g, ''), text.replaceAll(/\s/g, ''));
    }, { servers: [server] });
  },

  async 'a text that is not that of the figures is not taken for it'() {
    const server = await serverWithText();
    await inTab(async (tab) => {
      await tab.route('**/graphql', async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace('𠮷县总结\\n', '某县总结\\n');
        await route.fulfill({ response, body });
      });
      await open(tab, '/report?county=zhi', server);
      await tab.locator('[role="alert"]', { hasText: 'does not have this hash' }).waitFor();
    }, { servers: [server] });
  },

  async 'as of a time before the report there is none'() {
    const server = await serverWithText();
    await inTab(async (tab) => {
      await open(tab, '/report?county=zhi&report=zhi-report-1', server);
      await tab.locator('.mark').first().waitFor();
      const field = tab.getByLabel('As of');
      await field.fill('1');
      await field.press('Enter');
      await tab.getByText('There is no such county').waitFor();
    }, { servers: [server] });
  },

  async 'without the text, the figures are listed with their places and hashes'() {
    const { data } = await graphql('{ locators(where: { figures: { some: {} } }) { totalCount } figureByCode(code: "villages-assessed") { locator { sentenceSha256 } } }');
    for (const [server, said] of [[closed, 'Your key may not read the text'], [await ownServer(), 'does not keep this text']]) {
      await inTab(async (tab) => {
        await tab.goto(`${server}/report?county=county&figure=villages-assessed`);
        if (server === closed) {
          await tab.getByLabel('API key').fill(key);
          await tab.getByRole('button', { name: 'Open' }).click();
        }

        await tab.getByText(said).waitFor();
        assert.equal(await tab.locator('.places tbody tr').count(), data.locators.totalCount);
        assert.match(await tab.locator('.places tr:has([aria-current])').innerText(), new RegExp(data.figureByCode.locator.sentenceSha256));
        await facts(tab).getByText('Checks that use it').waitFor();
        assert.equal(await tab.evaluate(() => document.activeElement.textContent), await tab.locator('.places [aria-current]').innerText());
      }, { servers: [server], expected: (message) => message.includes('401') });
    }
  },

  async 'a derived figure leads to what it is derived from'() {
    for (const language of languages) {
      await inTab(async (tab) => {
        const { data } = await graphql('{ figures(where: { derivation: { neq: null } }, first: 1) { nodes { code inputs { nodes { input { code } } } } } }');
        const [{ code, inputs }] = data.figures.nodes;
        await open(tab, withLanguage(`/report?figure=${code}`, language));
        await facts(tab).locator(`a[title="${inputs.nodes[0].input.code}"]`).first().click();
        await tab.waitForURL((url) => url.searchParams.get('figure') === inputs.nodes[0].input.code);
        await tab.locator('.places [aria-current]').waitFor();
      });
    }
  },
};
