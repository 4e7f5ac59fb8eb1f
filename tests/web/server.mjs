// A server for the cases that write: other programs ask the given servers for the rows that are seeded.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../src/ReformGraph/bin/Debug/net10.0/ReformGraph.dll', import.meta.url));

const start = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'web-'));
  const child = spawn('dotnet', [program, '--Url', 'http://127.0.0.1:0', '--Database:File', join(folder, 'own.db')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout);
  process.once('exit', () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => line.startsWith('Listening on ') && resolve(new URL(line.slice('Listening on '.length)).origin));
    child.once('close', (code) => reject(new Error(`The server ended with ${code}.`)));
  });
};

let started;

/** The address of an open server with the seeded rows, which the cases that write share. */
export const ownServer = () => (started ??= start());
