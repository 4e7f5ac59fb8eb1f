// What holds for every page, and how it is reached.
import assert from 'node:assert/strict';
import {
  address, axe, closed, desktop, faultyInGraphiQL, fitsPhone, graphql, high, inTab, key, languages, open, openTable, rowsShown,
  stored, visit, withLanguage,
} from './browser.mjs';

const pages = ['/', '/report?figure=villages-assessed', '/audit', '/registers/figures?order=[{"value":"DESC"}]', '/graphql'];

export default {
  async 'every page opens in both languages, by day and by night, loads nothing from elsewhere, passes axe and fits a phone'() {
    for (const language of languages) {
      await inTab(async (tab) => {
        for (const path of pages) {
          await tab.setViewportSize(desktop);
          const response = await open(tab, withLanguage(path, language));
          assert.match(response.headers()['content-security-policy'], /^default-src 'none'; script-src 'self';/);
          assert.equal(await tab.locator('html').getAttribute('lang'), language === 'zh' ? 'zh-CN' : 'en');
          await axe(tab, 'body', path === '/graphql' ? faultyInGraphiQL : []);
          await fitsPhone(tab);
        }
      }, { colorScheme: language === 'zh' ? 'dark' : 'light' });
    }
  },

  async 'the style sheet of a page applies to no other page'() {
    await inTab(async (tab) => {
      await open(tab, '/');
      const own = await tab.evaluate(() => document.styleSheets.length);
      for (const path of ['/report', '/audit', '/load', '/registers/figures']) {
        await visit(tab, path);
        await tab.locator(`main${path === '/load' ? ' .drop' : ' .panel, main .grid'}`).first().waitFor();
      }

      await visit(tab, '/');
      const others = await tab.evaluate((first) => {
        const selectorsOf = (rules) => [...rules].flatMap((rule) => rule.selectorText?.split(/, */) ?? selectorsOf(rule.cssRules ?? []));
        return [...document.styleSheets].slice(first).flatMap((sheet) => selectorsOf(sheet.cssRules));
      }, own);
      const pagesOf = new Set(others.map((selector) => selector.split(' ')[0].replace(/:.*/, '')));
      assert.deepEqual([...pagesOf].sort(), ['main.audit', 'main.load', 'main.registers', 'main.report']);
    });
  },

  async 'the catalogue has the navigation and the look of the other pages, and runs no script'() {
    await inTab(async (tab) => {
      const look = () => tab.evaluate(() => {
        const styleOf = (part) => ['backgroundColor', 'fontFamily', 'paddingLeft', 'color'].map((name) => getComputedStyle(part)[name]);
        const styles = ['header', 'main', 'h1', 'th'].map((name) => styleOf(document.querySelector(name)));
        return [...[...document.querySelectorAll('header nav a')].map(({ pathname }) => pathname), styles];
      });
      await open(tab, '/');
      const expected = await look();
      const response = await open(tab, '/catalog');
      assert.match(response.headers()['content-security-policy'], /^default-src 'none'; style-src 'self'; /);
      assert.deepEqual(await look(), expected);
      await axe(tab, 'body');
      await tab.emulateMedia({ colorScheme: 'dark' });
      await axe(tab, '#counties');
      await fitsPhone(tab);
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

  async 'every link of the navigation leads somewhere, whatever is chosen'() {
    await inTab(async (tab) => {
      for (const path of ['/?lang=zh&asOf=1&numbers=wan', '/registers/figures?lang=zh&asOf=1&where={}', '/catalog']) {
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

  async 'without a clipboard, the command is shown'() {
    await inTab(async (tab) => {
      await tab.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
      await open(tab, '/');
      await tab.locator('.query summary').first().click();
      await tab.getByRole('button', { name: 'Copy as curl' }).first().click();
      assert.match(await tab.getByLabel('curl').innerText(), /^curl 'http/);
      await open(tab, '/graphql');
      await tab.locator('.graphiql-query-editor .view-line').first().waitFor();
      await tab.getByRole('button', { name: 'Copy as curl' }).click();
      assert.match(await tab.getByLabel('curl').innerText(), /^curl 'http/);
    }, { permissions: [] });
    await inTab(async (tab) => {
      await open(tab, `/graphql#${new URLSearchParams({ request: '{ counties { totalCount } }', variables: '{ "county": ' })}`);
      await tab.locator('.graphiql-query-editor .view-line').first().waitFor();
      await tab.getByRole('button', { name: 'Copy as curl' }).click();
      await tab.getByText('The variables are not valid JSON.').waitFor();
    });
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
};
