// What the cases have in common: the servers, and tabs of the browser.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

export const [address, closed, key] = process.argv.slice(2);

const executablePath = ['chromium', 'google-chrome'].map((name) => {
  try {
    return execFileSync('which', [name], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}).find((found) => found);

export const languages = ['en', 'zh'];

/** What the API calls a register. */
export const fieldOf = (register) => register.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());

export const high = encodeURIComponent('{"level":{"eq":"HIGH"}}');

export const graphql = async (query, server = address, headers = {}, variables = {}) => {
  const response = await fetch(`${server}/graphql`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
  return response.json();
};

/** The answer to a request that a page has copied as a command. */
export const answerTo = (command) => JSON.parse(execFileSync('sh', ['-c', command], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));

export let browser = null;

/** Starts the browser; false if there is none. */
export const start = async () => {
  browser = executablePath ? await chromium.launch({ executablePath }) : null;
  return browser !== null;
};

/** Ends the browser. */
export const end = () => browser.close();

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 360, height: 740 };

const usual = { locale: 'en', permissions: ['clipboard-read', 'clipboard-write'] };
const newTab = async (options) => (await browser.newContext({ ...usual, ...options })).newPage();

// What is loaded and compiled once serves the cases that follow.
let shared = null;

/** Uses the tab, which fails what no page may do: messages of the browser, and requests to others. With options of a context, it is a
 * new one. */
export const inTab = async (use, { viewport = desktop, colorScheme = 'light', expected = () => false, servers = [], ...options } = {}) => {
  const isOwn = Object.keys(options).length > 0;
  const tab = isOwn ? await newTab(options) : (shared ??= await newTab());
  const faults = [];
  const origins = [address, closed, ...servers];
  const listeners = {
    pageerror: (error) => faults.push(`error: ${error.message}`),
    console: (message) =>
      ['error', 'warning'].includes(message.type()) && !expected(message.text()) && faults.push(`console: ${message.text()}`),
    request: (request) => {
      const { protocol, origin } = new URL(request.url());
      return origins.includes(origin) || ['data:', 'blob:', 'about:'].includes(protocol) || faults.push(`request: ${request.url()}`);
    },
  };
  try {
    await tab.setViewportSize(viewport);
    await tab.emulateMedia({ colorScheme });
    Object.entries(listeners).forEach(([name, listen]) => tab.on(name, listen));
    await use(tab);
    assert.deepEqual(faults, []);
    assert.deepEqual(await tab.context().cookies(), []);
    await leave(tab, listeners);
  } catch (error) {
    shared = isOwn ? shared : null;
    await tab.context().close();
    throw error;
  }

  if (isOwn) {
    await tab.context().close();
  }
};

/** Leaves the tab as if nothing had been opened in it. */
const leave = async (tab, listeners) => {
  Object.entries(listeners).forEach(([name, listen]) => tab.off(name, listen));
  tab.removeAllListeners('request');
  await tab.unrouteAll({ behavior: 'ignoreErrors' });
  await tab.evaluate(() => localStorage.clear());
  await tab.goto('about:blank');
};

export const withLanguage = (path, language) => `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;

export const settled = async (tab) => {
  await tab.locator('main h2, main table, main .drop, .bar').first().waitFor();
  await tab.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0);
};

export const open = async (tab, path, server = address) => {
  const response = await tab.goto(server + path, { waitUntil: 'load' });
  await settled(tab);
  return response;
};

/** Opens another page of the same server as a link does: without loading anything anew. */
export const visit = async (tab, path) => {
  await tab.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
    return new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  }, path);
  await settled(tab);
};

/** Whether the page is no wider than a phone; on its screen. */
export const fitsPhone = async (tab) => {
  await tab.setViewportSize(phone);
  await tab.waitForFunction((width) => document.documentElement.scrollWidth <= width, phone.width, { timeout: 5_000 });
};

export const openTable = async (tab, path) => {
  await open(tab, path);
  await tab.locator('.grid').waitFor();
};

/** The parts of GraphiQL in which axe finds faults: its tabs have the buttons that close them (nested-interactive), and what the explorer
 * lets one enter has no name (label, select-name). */
export const faultyInGraphiQL = ['.graphiql-tabs', '.graphiql-explorer-root'];

// Without frames and without a report on what is right, it takes a third of the time.
export const axe = async (tab, part, except = []) => {
  const builder = except.reduce((all, one) => all.exclude(one), new AxeBuilder({ page: tab }).include(part));
  const { violations } = await builder.options({ resultTypes: ['violations'] }).setLegacyMode(true).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`), []);
};

// All that the browser keeps beyond the page.
export const stored = (tab) => tab.evaluate(() => JSON.stringify(Object.getOwnPropertyNames(window).filter((name) => name.endsWith('Storage')).flatMap((name) => Object.entries(window[name]))));

export const rowsShown = async (tab) => Number((await tab.locator('[role="status"] strong').innerText()).replaceAll(',', ''));
