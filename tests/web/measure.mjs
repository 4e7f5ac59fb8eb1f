// How long a reader waits for the first view, and for the pages of a register: medians, in ms, next to an empty page in the same run.
// node measure.mjs http://localhost:5080 [REGISTER]
import assert from 'node:assert/strict';
import { address, browser, desktop, end, fieldOf, graphql, start } from './browser.mjs';

const [, , , register = 'facility-consolidations'] = process.argv;
const runs = 5;

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** From the start of the navigation to the frame after that in which a part is there, as the trace of the browser has it. */
const firstView = async (path, part) => {
  const context = await browser.newContext({ viewport: desktop, locale: 'en' });
  const tab = await context.newPage();
  await tab.route('**/empty', (route) => route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>Empty</title><p>Empty' }));
  await tab.addInitScript((selector) => {
    const mark = () => performance.mark('first view');
    const look = () => requestAnimationFrame(document.querySelector(selector) === null ? look : mark);
    look();
  }, part);
  await browser.startTracing(tab, { categories: ['blink.user_timing', 'loading'] });
  await tab.goto(address + path);
  await tab.waitForFunction(() => performance.getEntriesByName('first view').length > 0, undefined, { timeout: 120_000 });
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  await context.close();
  const mark = traceEvents.findLast(({ name }) => name === 'first view');
  const isBegin = ({ name, ts, args }) =>
    name === 'navigationStart' && ts < mark.ts && (args.data?.documentLoaderURL ?? '').startsWith(address);
  const begun = traceEvents.findLast(isBegin);
  return (mark.ts - begun.ts) / 1000;
};

const medianView = async (path, part) => {
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    times.push(await firstView(path, part));
  }

  return median(times);
};

const json = (value) => encodeURIComponent(JSON.stringify(value));

assert.ok(await start(), 'There is no chromium.');
const field = fieldOf(register);
const { data } = await graphql(`{ ${field}(last: 50) { totalCount pageInfo { startCursor } } }`);
const { totalCount, pageInfo } = data[field];
const views = [
  ['an empty page', '/empty', 'p'],
  ['/', '/', '.totals dd a'],
  ['/report', '/report', '.places, .text, main > .notice'],
  [`/registers/${register} (${totalCount} rows)`, `/registers/${register}`, '.grid tbody td'],
  ['  filtered', `/registers/${register}?where=${json({ type: { eq: 'HEALTH_CENTRE' } })}`, '.grid tbody td'],
  ['  sorted', `/registers/${register}?order=${json([{ type: 'DESC' }])}`, '.grid tbody td'],
  ['  the page before the last', `/registers/${register}?before=${encodeURIComponent(pageInfo.startCursor)}`, '.grid tbody td'],
  ['  grouped', `/registers/${register}?by=${json([{ type: {} }])}`, '.groups tbody td'],
  ['  grouped twice, as a pivot', `/registers/${register}?by=${json([{ type: {} }, { action: {} }])}&view=pivot`, '.pivot tbody td'],
];
let empty = null;
for (const [title, path, part] of views) {
  const time = await medianView(path, part);
  empty ??= time;
  console.log(`${time.toFixed(0).padStart(6)} ms, ${(time / empty).toFixed(1).padStart(5)} times an empty page: ${title}`);
}

await end();
