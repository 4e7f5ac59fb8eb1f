// What graphql-js decides of a request: whether it refuses it, at which stage, and where it finds variables wrong.
import {
  GraphQLError, Kind, execute, getNamedType, getNullableType, getOperationAST, getVariableValues, isAbstractType, isEnumType, isLeafType, isListType, parse, validate,
} from 'graphql';
import { ExactNumber } from './values.mjs';

const longest = { Long: [-(2n ** 63n), 2n ** 63n - 1n], Decimal: [-(2n ** 63n - 1n), 2n ** 63n - 1n] };
const daysOf = (year, month) => [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
const isDay = (year, month, day) => year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);

/** What docs/reference.md says of each scalar of this server, written once more: the value as text, and whether it was written as a number. */
const rules = {
  Long: (text, isNumber) => isNumber && /^-?\d+$/.test(text) && within('Long', BigInt(text)),
  Decimal: (text, isNumber) => {
    const [, minus, whole, fraction = '', exponent = '0'] = (isNumber && /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text)) || [];
    if (whole === undefined) {
      return false;
    }

    const digits = BigInt(whole + fraction);
    const shift = Number(exponent) - fraction.length + 4;
    if (digits === 0n) {
      return true;
    }

    const unit = shift >= 0 ? digits * 10n ** BigInt(Math.min(shift, 50)) : digits / 10n ** BigInt(Math.min(-shift, 500));
    return (shift >= 0 || digits % 10n ** BigInt(Math.min(-shift, 500)) === 0n) && within('Decimal', minus ? -unit : unit);
  },
  LocalDate: (text, isNumber) => {
    const [, year, month, day] = (!isNumber && /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)) || [];
    return year !== undefined && isDay(Number(year), Number(month), Number(day));
  },
  DateTime: (text, isNumber) => {
    const found = !isNumber && /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,7})?(?:Z|([+-])(\d\d):(\d\d))$/.exec(text);
    if (!found) {
      return false;
    }

    const [, year, month, day, hour, minute, second, sign, hours = '0', minutes = '0'] = found;
    const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    const atFirst = found[0].startsWith('0001-01-01') && Number(hour) * 60 + Number(minute) < offset;
    const atLast = found[0].startsWith('9999-12-31') && Number(hour) * 60 + Number(minute) - offset >= 24 * 60;
    return isDay(Number(year), Number(month), Number(day)) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
      && Number(minutes) < 60 && Math.abs(offset) <= 14 * 60 && !atFirst && !atLast;
  },
};

const within = (type, value) => value >= longest[type][0] && value <= longest[type][1];

/** Gives the scalars of a schema that was built from its text the rules of this server. */
export const teach = (schema) => {
  for (const [name, rule] of Object.entries(rules)) {
    const type = schema.getType(name);
    const read = (text, isNumber) => {
      if (!rule(text, isNumber)) {
        throw new GraphQLError(`${text} is no ${name}.`);
      }

      return text;
    };
    type.parseValue = (value) => (value instanceof ExactNumber ? read(value.text, true)
      : typeof value === 'number' ? read(`${value}`, true)
      : read(typeof value === 'string' ? value : '', false));
    type.parseLiteral = (node) => ([Kind.INT, Kind.FLOAT, Kind.STRING].includes(node.kind) ? read(node.value, node.kind !== Kind.STRING) : read('', false));
  }
};

/** A value of any type of the answer, so that every field is reached and its arguments are read. */
const some = (type, schema) => {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const item = getNamedType(nullable);
    return isAbstractType(item) ? schema.getPossibleTypes(item).map((one) => ({ __typename: one.name })) : [some(nullable.ofType, schema)];
  }

  if (isEnumType(nullable)) {
    return nullable.getValues()[0].value;
  }

  return !isLeafType(nullable) ? {} : { Boolean: true, String: '', ID: '1' }[nullable.name] ?? 1;
};

const stage = (name, errors) => ({ stage: name, errors });

/** The stage at which graphql-js refuses a request, with its errors; or 'accepted'. */
export const decide = (schema, { query, variables, operationName }) => {
  let document;
  try {
    document = parse(query);
  } catch (error) {
    return stage('parse', [error]);
  }

  const invalid = broken(schema, document);
  if (invalid.length > 0) {
    return stage('validate', invalid);
  }

  const operation = getOperationAST(document, operationName);
  if (!operation) {
    return stage('operation', [new GraphQLError('There is no such operation.')]);
  }

  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 500 });
  if (errors) {
    return stage('coerce', errors);
  }

  const result = execute({
    schema, document, operationName, rootValue: {}, variableValues: variables,
    fieldResolver: (source, _, __, info) => some(info.returnType, schema),
  });
  return stage(result.errors ? 'execute' : 'accepted', result.errors ?? []);
};

// Of a variable that is not declared, the rule of OneOf inputs raises a TypeError before another rule can refuse it.
const broken = (schema, document) => {
  try {
    return validate(schema, document);
  } catch (error) {
    if (error instanceof TypeError) {
      return [error];
    }

    throw error;
  }
};

/** Where graphql-js finds variables wrong: the name, and the place inside it. */
export const placesIn = (errors) => errors.map(({ message }) => {
  const [, name] = /^Variable "\$(\w+)"/.exec(message) ?? [];
  const [, path] = / at "([\w.[\]]+)"; /.exec(message) ?? [];
  return { name, path: path ?? name };
});

/** Of variables the server must name the same ones as graphql-js, each at a place that graphql-js names too. */
export const misplaced = (decided, errors) => {
  const places = placesIn(decided);
  const told = errors.map(({ message, locations }) => ({ path: /^\$([\w.[\]]+) is not valid: /.exec(message)?.[1], locations }));
  if (told.some(({ path, locations }) => !path || locations?.length !== 1)) {
    return 'an error of a variable names no place';
  }

  const names = new Set(places.map(({ name }) => name));
  const named = new Set(told.map(({ path }) => /^\w+/.exec(path)[0]));
  return names.size !== named.size || [...names].some((name) => !named.has(name)) ? `graphql-js finds $${[...names].join(', $')} wrong`
    : told.every(({ path }) => places.some((place) => path === place.path || path.slice(0, path.lastIndexOf('.')) === place.path)) ? undefined
    : `graphql-js finds ${places.map((place) => place.path).join(', ')} wrong`;
};
