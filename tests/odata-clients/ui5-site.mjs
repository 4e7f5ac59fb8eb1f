// The site of the page in which UI5 runs: UI5's own files, and the server below /odata. It has a thread of its own, as UI5 also reads while its thread waits.
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

const types = { '.js': 'text/javascript', '.json': 'application/json', '.properties': 'text/plain' };

const passOn = async (request, response) => {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }

  const body = Buffer.concat(chunks);
  parentPort.postMessage({ sent: `${request.method} ${request.url}\n${body}` });
  const { accept, 'content-type': type, prefer } = request.headers;
  const headers = Object.fromEntries(Object.entries({ accept, 'content-type': type, prefer }).filter(([, value]) => value !== undefined));
  const answer = await fetch(new URL(request.url, workerData.address), { method: request.method, headers, body: body.length > 0 ? body : undefined });
  response.writeHead(answer.status, Object.fromEntries(['content-type', 'odata-version'].map((name) => [name, answer.headers.get(name) ?? ''])));
  response.end(Buffer.from(await answer.arrayBuffer()));
};

const site = http.createServer(async (request, response) => {
  if (request.url.startsWith('/odata')) {
    await passOn(request, response);
    return;
  }

  try {
    const file = path.join(workerData.files, new URL(request.url, 'http://site').pathname);
    response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream' }).end(await readFile(file));
  } catch {
    response.writeHead(404).end();
  }
});

site.listen(0, '127.0.0.1', () => parentPort.postMessage({ origin: `http://127.0.0.1:${site.address().port}` }));
