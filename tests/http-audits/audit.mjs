// Runs the audits of the package graphql-http against a running server: node audit.mjs http://localhost:5080/graphql
import { auditServer } from 'graphql-http';

const url = process.argv[2];
if (!url) {
  console.error('usage: node audit.mjs URL');
  process.exit(2);
}

// The audits do not know the rule against cross-site requests; a client that means to send a GET does.
const fetchFn = (input, init = {}) =>
  fetch(input, { ...init, headers: { ...init.headers, 'GraphQL-Require-Preflight': '1' } });

const results = await auditServer({ url, fetchFn }).catch((error) => {
  console.error(`The server at ${url} cannot be reached: ${error.cause?.message ?? error.message}`);
  process.exit(1);
});
const failed = results.filter((result) => result.status !== 'ok');
for (const { id, name, status, reason } of failed) {
  console.log(`${status}: ${id} ${name}: ${reason}`);
}

console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length === 0 && results.length > 0 ? 0 : 1);
