// Compares what a running server refuses with what graphql-js refuses: node compare.mjs http://localhost:5080/graphql [COUNT] [SEED]
import { buildSchema } from 'graphql';
import { beyondTheSchema, differences } from './differences.mjs';
import { Requests } from './documents.mjs';
import { Random } from './random.mjs';
import { decide, misplaced, teach } from './reference.mjs';

const [, , url, count = '1500', seed = '16'] = process.argv;
if (!url) {
  console.error('usage: node compare.mjs URL [COUNT] [SEED]');
  process.exit(2);
}

/** The codes by which the server refuses what does not parse, is not valid, or does not coerce. */
const ofTheSpecification = new Set([
  'GRAPHQL_PARSE_FAILED', 'DEFINITION_NOT_EXECUTABLE', 'FRAGMENT_NAME_NOT_UNIQUE', 'FRAGMENT_CIRCULAR', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_NOT_FOUND', 'VARIABLE_INVALID',
]);

const ask = async ({ query, operationName, variablesText }) => {
  const named = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: `{"query":${JSON.stringify(query)}${named},"variables":${variablesText}}`,
  });
  const { errors = [], data } = await response.json();
  return { status: response.status, errors, data, codes: errors.map((error) => error.extensions.code) };
};

/** What is wrong with the server's answer, as graphql-js sees it; undefined where they agree. */
const complaint = (reference, answer) => {
  if (answer.status >= 500 || answer.codes.includes('INTERNAL')) {
    return 'the server failed';
  }

  const refusal = answer.codes.find((code) => ofTheSpecification.has(code));
  if (reference.stage === 'accepted') {
    return answer.codes.every((code) => beyondTheSchema.has(code)) ? undefined : 'only the server refuses it';
  }

  if (reference.stage === 'execute') {
    return answer.codes.length > 0 ? undefined : 'only graphql-js refuses it'; // other fields may be refused first, for what no schema says
  }

  if (!refusal) {
    return answer.codes.includes('DOCUMENT_LIMIT_EXCEEDED') ? undefined : 'only graphql-js refuses it';
  }

  return reference.stage === 'coerce' ? misplaced(reference.errors, answer.errors) : undefined;
};

const sdl = await fetch(`${url}?sdl`).then((response) => response.text()).catch((error) => {
  console.error(`The server at ${url} cannot be reached: ${error.cause?.message ?? error.message}`);
  process.exit(1);
});
const schema = buildSchema(sdl);
teach(schema);

let passed = 0;
let failed = 0;
const met = {};
const report = (request, reference, answer, why) => {
  failed += 1;
  if (failed <= 40) {
    console.log(`${why}\n  ${request.query.replaceAll('\n', '\n  ')}\n  variables: ${request.variablesText}`);
    console.log(`  graphql-js: ${reference.stage}: ${reference.errors.map(({ message }) => message).slice(0, 3).join(' | ')}\n  server: ${JSON.stringify(answer.errors.slice(0, 3))}`);
  }
};

const compare = async (request) => {
  const reference = decide(schema, request);
  const answer = await ask(request);
  const why = complaint(reference, answer);
  const known = why && differences.find((difference) => difference.is(request, reference, answer));
  const outcome = known ? known.name : `${reference.stage} : ${answer.codes[0] ?? 'answered'}`;
  met[outcome] = (met[outcome] ?? 0) + 1;
  if (why && !known) {
    report(request, reference, answer, why);
  } else {
    passed += 1;
  }
};

const requests = new Requests(schema, new Random(Number(seed)));
const drawn = Array.from({ length: Number(count) }, () => requests.next());
await Promise.all(Array.from({ length: 6 }, async () => {
  for (let request = drawn.pop(); request; request = drawn.pop()) {
    await compare(request);
  }
}));

// A difference that is listed and is none any more would hide another.
for (const { name, example, is } of differences) {
  const request = { variablesText: '{}', variables: JSON.parse(example.variablesText ?? '{}'), ...example };
  const reference = decide(schema, request);
  const answer = await ask(request);
  if (complaint(reference, answer) && is(request, reference, answer)) {
    passed += 1;
  } else {
    report(request, reference, answer, `${name}: this is no such difference`);
  }
}

Object.entries(met).sort(([, one], [, other]) => other - one).forEach(([outcome, times]) => console.log(`${times}  ${outcome}`));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
