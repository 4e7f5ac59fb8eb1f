// Every difference from graphql-js that is meant to be, with a request that shows it; docs/graphql.md tells users of them.

import { misplaced } from './reference.mjs';

const first = (answer) => answer.errors[0]?.message ?? '';
const unplanned = 'unplanned: reports(first: -1) { totalCount }';

/** The codes by which a valid request is refused all the same: for what no schema can say. */
export const beyondTheSchema = new Set([
  'PAGE_SIZE_OUT_OF_RANGE', 'FIRST_AND_LAST', 'CURSOR_MALFORMED', 'CURSOR_OF_ANOTHER_ORDER', 'NULL_OPERAND', 'ID_MALFORMED', 'TOO_MANY_CONDITIONS', 'TOO_MANY_REFERENCES',
  'GROUP_KEY_COUNT', 'GROUP_KEY_TWICE', 'GROUP_KEY_UNKNOWN', 'BOUNDARIES_NOT_ASCENDING', 'TIME_ZONE_INVALID', 'GAPS_NOT_FILLABLE', 'TIMELINE_OUT_OF_RANGE', 'CUMULATIVE_FROM_THE_END',
  'OPERATION_NOT_SUPPORTED', 'AS_OF_IN_FUTURE', 'AS_OF_BEFORE_FIRST_CHANGE', 'AS_OF_UNKNOWN_CHANGE', 'QUANTITIES_DIFFER', 'CHANGE_AMBIGUOUS', 'TOO_MANY_GROUPS_WITH_ROWS', 'SUM_OVERFLOW',
]);

export const differences = [
  {
    name: 'a document beyond a limit is refused before it is validated',
    is: (_, reference, { codes }) => reference.stage === 'accepted' && codes[0] === 'DOCUMENT_LIMIT_EXCEEDED',
    example: { query: `{ ${Array.from({ length: 31 }, (_, number) => `a${number}: __typename`).join(' ')} }` },
  },
  {
    name: 'an escape of the form \\u{...} is not read',
    is: (_, reference, answer) => reference.stage !== 'parse' && first(answer).includes('Invalid character escape sequence: \\u{'),
    example: { query: `{ riskVillageByCode(code: "\\u{1F600}") { id } ${unplanned} }` },
  },
  {
    name: 'a control character in a text is written as an escape',
    is: (_, reference, answer) => reference.stage !== 'parse' && /Invalid character within (block string|String): \\u00[01]/.test(first(answer)),
    example: { query: `{ riskVillageByCode(code: "a\u0001b") { id } ${unplanned} }` },
  },
  {
    name: 'no text holds U+0000',
    is: (_, reference, { errors }) => reference.stage === 'accepted' && errors.every(({ message }) => message.includes('it must not contain U+0000')),
    example: { query: `query ($code: String!) { riskVillageByCode(code: $code) { id } ${unplanned} }`, variablesText: '{"code":"\\u0000"}' },
  },
  {
    name: 'no text holds half of a surrogate pair',
    is: (_, reference, { codes }) => reference.stage === 'accepted' && codes[0] === 'INVALID_UNICODE',
    example: { query: `query ($code: String!) { riskVillageByCode(code: $code) { id } ${unplanned} }`, variablesText: '{"code":"\\ud800"}' },
  },
  {
    name: 'an integer among the variables has no fraction and no exponent',
    is: (request, reference, { errors }) => {
      const others = errors.filter(({ message }) => !/it must be (an integer|a string or an integer)\.$/.test(message));
      return /-?\d+(\.0+|(\.\d+)?[eE]\+?\d+)\b/.test(request.variablesText)
        && (reference.stage === 'accepted' ? others.length === 0 : reference.stage === 'coerce' && others.length > 0 && !misplaced(reference.errors, others));
    },
    example: { query: `query ($first: Int) { riskVillages(first: $first) { totalCount } ${unplanned} }`, variablesText: '{"first":1.0}' },
  },
  {
    name: 'no member of a JSON object is given twice',
    is: (_, reference, { codes }) => reference.stage === 'accepted' && codes[0] === 'INVALID_JSON',
    example: { query: `query ($where: RiskVillageFilterInput) { riskVillages(where: $where) { totalCount } ${unplanned} }`, variablesText: '{"where":{"level":{},"level":{}}}' },
  },
  {
    name: 'an empty operationName names no operation',
    is: (request, reference) => reference.stage === 'operation' && request.operationName === '',
    example: { query: `query A { ${unplanned} }`, operationName: '' },
  },
  {
    name: 'the order of an object\'s fields makes another argument',
    is: (_, reference, answer) => reference.stage === 'accepted' && first(answer).includes(' is selected with different arguments.'),
    example: {
      query: `{ a: riskVillages(order: [{ code: ASC, level: ASC }]) { totalCount } a: riskVillages(order: [{ level: ASC, code: ASC }]) { totalCount } ${unplanned} }`,
    },
  },
  {
    name: 'two fields of one name are the same in whatever quotes their texts stand',
    is: (request, reference) => reference.stage === 'validate' && request.query.includes('"""') && reference.errors.every(({ message }) => message.includes('because they have differing arguments')),
    example: { query: `{ a: riskVillageByCode(code: "x") { id } a: riskVillageByCode(code: """x""") { id } ${unplanned} }` },
  },
  {
    name: 'two errors of a mutation have no different fields under one name',
    is: (_, reference, answer) => reference.stage === 'accepted' && / is selected as '\w+' and as '\w+'\./.test(first(answer)),
    example: {
      query: `mutation {
        batch(input: { change: { kind: CORRECTION, reason: "" }, operations: [] }) {
          errors { ... on RiskVillageVersionConflictError { a: __typename } ... on ValidationError { a: message } }
          change { rows(first: -1) { totalCount } }
        }
      }`,
    },
  },
];
