// Uses the pages of a running server in Chromium as a reader does; of a second one, which is closed, with a key. Cases that write have a
// server of their own.
// node web.mjs http://localhost:5080 http://localhost:5081 KEY
import audit from './audit.mjs';
import { end, key, start } from './browser.mjs';
import graphiql from './graphiql.mjs';
import load from './load.mjs';
import overview from './overview.mjs';
import pages from './pages.mjs';
import registers from './registers.mjs';
import report from './report.mjs';
import table from './table.mjs';

if (!key) {
  console.error('usage: node web.mjs URL CLOSED_URL KEY');
  process.exit(2);
}

const cases = { ...pages, ...overview, ...table, ...registers, ...report, ...audit, ...load, ...graphiql };

if (!(await start())) {
  console.log(`There is no chromium.\n0 passed, 0 failed, ${Object.keys(cases).length} skipped`);
  process.exit();
}

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

await end();
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
