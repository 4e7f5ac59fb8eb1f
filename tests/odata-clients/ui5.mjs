// UI5 as it runs in a page of a browser, with its own loader.
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';

const files = path.join(path.dirname(createRequire(import.meta.url).resolve('@openui5/sap.ui.core/package.json')), 'src');
const types = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.properties': 'text/plain' };
const page = '<!DOCTYPE html><script id="sap-ui-bootstrap" src="/ui5loader.js"></script><script src="/ui5loader-autoconfig.js" data-sap-ui-async="true"></script>';
const modules = ['sap/ui/model/odata/v4/ODataModel', 'sap/ui/model/Filter', 'sap/ui/model/FilterOperator', 'sap/ui/model/Sorter'];

/** The browser, or null if it is not installed. */
export const browser = ['chromium', 'google-chrome'].map((name) => {
  try {
    return execFileSync('which', [name], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}).find((found) => found) ?? null;

const passOn = async (request, response, address, sent) => {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }

  const body = Buffer.concat(chunks);
  sent.push(`${request.method} ${request.url}\n${body}`);
  const { accept, 'content-type': type, prefer } = request.headers;
  const headers = Object.fromEntries(Object.entries({ accept, 'content-type': type, prefer }).filter(([, value]) => value !== undefined));
  const answer = await fetch(new URL(request.url, address), { method: request.method, headers, body: body.length > 0 ? body : undefined });
  response.writeHead(answer.status, Object.fromEntries(['content-type', 'odata-version'].map((name) => [name, answer.headers.get(name) ?? ''])));
  response.end(Buffer.from(await answer.arrayBuffer()));
};

// The page's site: UI5's own files, and the server below /odata.
const open = (address, sent) => http.createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://site');
  if (pathname.startsWith('/odata')) {
    await passOn(request, response, address, sent);
  } else if (pathname === '/') {
    response.writeHead(200, { 'Content-Type': types['.html'] }).end(page);
  } else {
    try {
      const content = await readFile(path.join(files, pathname));
      response.writeHead(200, { 'Content-Type': types[path.extname(pathname)] ?? 'application/octet-stream' }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  }
});

/**
 * Runs a function in a page with UI5, whose model reads a server.
 * @param address The server.
 * @param read The function, which sees nothing but the page. It gets the model, the modules by their last names, and the argument.
 * @param argument What it gets besides.
 * @returns What the function returns, and all requests that the page sent to the server.
 */
export const inPage = async (address, read, argument) => {
  const sent = [];
  const site = open(address, sent).listen(0, '127.0.0.1');
  const started = await chromium.launch({ executablePath: browser });
  try {
    const tab = await started.newPage();
    await tab.goto(`http://127.0.0.1:${site.address().port}/`);
    const result = await tab.evaluate(
      async ({ text, names, given }) => {
        const loaded = await new Promise((done, fail) => sap.ui.require(names, (...all) => done(all), fail));
        const ui5 = Object.fromEntries(names.map((name, index) => [name.split('/').at(-1), loaded[index]]));
        return (0, eval)(text)(new ui5.ODataModel({ serviceUrl: '/odata/', operationMode: 'Server' }), ui5, given);
      },
      { text: `(${read})`, names: modules, given: argument },
    );
    return { result, sent };
  } finally {
    await started.close();
    site.close();
  }
};
