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

/** Opens a tab that fails what no page may do: messages of the browser, and requests to others. */
export const inTab = async (use, options = {}) => {
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

export const withLanguage = (path, language) => `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;

export const settled = async (tab) => {
  await tab.locator('main h2, main table, .bar').first().waitFor();
  await tab.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0);
};

export const open = async (tab, path, server = address) => {
  const response = await tab.goto(server + path, { waitUntil: 'load' });
  await settled(tab);
  return response;
};

export const openTable = async (tab, path) => {
  await open(tab, path);
  await tab.locator('.grid').waitFor();
};

// Without frames and without a report on what is right, it takes a third of the time.
export const axe = async (tab, part) => {
  const { violations } = await new AxeBuilder({ page: tab }).include(part).options({ resultTypes: ['violations'] }).setLegacyMode(true).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`), []);
};

// All that the browser keeps beyond the page.
export const stored = (tab) => tab.evaluate(() => JSON.stringify(Object.getOwnPropertyNames(window).filter((name) => name.endsWith('Storage')).flatMap((name) => Object.entries(window[name]))));

export const rowsShown = async (tab) => Number((await tab.locator('[role="status"] strong').innerText()).replaceAll(',', ''));
