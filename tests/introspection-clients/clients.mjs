// Learns the schema as clients do, by the introspection of graphql-js with each combination of its options, from a running server:
// node clients.mjs http://localhost:5080/graphql
import * as graphql16 from 'graphql-16';
import * as graphql17 from 'graphql-17';

const url = process.argv[2];
if (!url) {
  console.error('usage: node clients.mjs URL');
  process.exit(2);
}

const options = ['descriptions', 'specifiedByUrl', 'directiveIsRepeatable', 'schemaDescription', 'inputValueDeprecation', 'oneOf'];
const versions = [
  ['graphql 16', graphql16, options],
  ['graphql 17', graphql17, [...options, 'experimentalDirectiveDeprecation']],
];

let passed = 0;
let failed = 0;
const check = (name, fault) => {
  if (fault) {
    failed++;
    console.log(`failed: ${name}: ${fault}`);
  } else {
    passed++;
  }
};

const ask = async (query) => {
  const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query }) });
  return response.json();
};

const sdl = await fetch(`${url}?sdl`).then(
  (response) => response.text(),
  (error) => {
    console.error(`The server at ${url} cannot be reached: ${error.cause?.message ?? error.message}`);
    process.exit(1);
  },
);

for (const [version, graphql, names] of versions) {
  const printed = (schema) => graphql.printSchema(graphql.lexicographicSortSchema(schema));
  const asText = printed(graphql.buildSchema(sdl));
  for (let mask = 0; mask < 1 << names.length; mask++) {
    const chosen = Object.fromEntries(names.map((name, place) => [name, Boolean((mask >> place) & 1)]));
    const name = `${version} with ${names.filter((option) => chosen[option]).join(', ') || 'no options'}`;
    const { data, errors } = await ask(graphql.getIntrospectionQuery(chosen));
    check(name, errors?.[0].message);
    if (!data || !names.slice(0, 6).every((option) => chosen[option])) {
      continue;
    }

    // With all that is said of a schema it is the one that the text describes, and a valid one.
    const schema = graphql.buildClientSchema(data);
    check(`${name}: it is valid`, graphql.validateSchema(schema)[0]?.message);
    check(`${name}: it is what ?sdl says`, printed(schema) === asText ? null : 'they differ');
  }
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
