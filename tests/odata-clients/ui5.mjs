// UI5 as it runs in a page, with its own loader; the page is jsdom's, which takes seconds where a browser would first have to be installed.
import { createRequire } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { JSDOM, VirtualConsole } from 'jsdom';

const files = path.join(path.dirname(createRequire(import.meta.url).resolve('@openui5/sap.ui.core/package.json')), 'src');

/** Opens a page with UI5 at a server: what loads its modules, and all that they sent to the server. */
export const open = async (address) => {
  const sent = [];
  const worker = new Worker(new URL('ui5-site.mjs', import.meta.url), { workerData: { files, address } });
  const origin = await new Promise((opened) => worker.on('message', (message) => (message.origin ? opened(message.origin) : sent.push(message.sent))));
  const dom = new JSDOM('<script src="/ui5loader.js"></script><script id="sap-ui-bootstrap" src="/ui5loader-autoconfig.js" data-sap-ui-async="true"></script>', {
    url: `${origin}/index.html`,
    runScripts: 'dangerously',
    resources: 'usable',
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole(), // UI5 tells much of itself
    beforeParse(window) {
      // What jsdom lacks of a browser, and UI5 asks for when it begins.
      window.matchMedia = () => ({ matches: false, addListener() {}, removeListener() {} });
      window.fetch = (url, options) => fetch(new URL(url, origin), options);
    },
  });
  await new Promise((loaded) => dom.window.addEventListener('load', loaded));
  return {
    sent,
    require: (...names) => new Promise((done, fail) => dom.window.sap.ui.require(names, (...modules) => done(modules), fail)),
    async close() {
      dom.window.close();
      await worker.terminate();
    },
  };
};
