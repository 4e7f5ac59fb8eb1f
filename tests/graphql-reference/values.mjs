// Values of inputs: drawn from a type, and written as a literal, as JSON, and as graphql-js takes them.
import { isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredInputField } from 'graphql';

/** A number that stays text where a double would lose digits of it. */
export class ExactNumber {
  constructor(text) {
    this.text = text;
  }
}

export const none = { kind: 'null' };
const text = (value) => ({ kind: 'text', value });
const number = (value, isExact = false) => ({ kind: 'number', value: `${value}`, isExact });
const truth = (value) => ({ kind: 'truth', value });
const list = (items) => ({ kind: 'list', items });
const object = (fields) => ({ kind: 'object', fields });
export const variable = (name) => ({ kind: 'variable', name });

export const literalOf = (value) => {
  switch (value.kind) {
    case 'null': return 'null';
    case 'text': return JSON.stringify(value.value);
    case 'number': case 'truth': case 'name': return `${value.value}`;
    case 'variable': return `$${value.name}`;
    case 'list': return `[${value.items.map(literalOf).join(', ')}]`;
    default: return `{${value.fields.map(([name, inner]) => `${name}: ${literalOf(inner)}`).join(', ')}}`;
  }
};

export const jsonOf = (value) => {
  switch (value.kind) {
    case 'list': return `[${value.items.map(jsonOf).join(',')}]`;
    case 'object': return `{${value.fields.map(([name, inner]) => `${JSON.stringify(name)}:${jsonOf(inner)}`).join(',')}}`;
    case 'name': return JSON.stringify(value.value);
    default: return literalOf(value);
  }
};

export const plainOf = (value) => {
  switch (value.kind) {
    case 'null': return null;
    case 'number': return value.isExact ? new ExactNumber(value.value) : Number(value.value);
    case 'list': return value.items.map(plainOf);
    case 'object': return Object.fromEntries(value.fields.map(([name, inner]) => [name, plainOf(inner)]));
    default: return value.value;
  }
};

const scalars = {
  Int: (random) => number(random.pick([0, 1, 2, 3, 5, 10, -1, 2147483647, -2147483648])),
  Float: (random) => number(random.pick([0, 0.5, -1e3, 7, 1e300])),
  String: (random) => text(random.pick(['', 'RV-H-001', '高风险', '🏡', 'a "b" \\ c\n', 'Asia/Shanghai', '%', 'null'])),
  Boolean: (random) => truth(random.chance(0.5)),
  ID: (random) => (random.chance(0.5) ? text(random.pick(['1', '7', 'x', '01'])) : number(random.pick([1, 7, -3]))),
  Long: (random) => number(random.pick(['0', '1', '-5', '9223372036854775807', '-9223372036854775808']), true),
  Decimal: (random) => number(random.pick(['0', '12.5', '-0.0001', '922337203685477.5807', '1e3', '1.50000', '-922337203685477.5807']), true),
  DateTime: (random) => text(random.pick(['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.1234567+08:00', '0001-01-01T00:00:00Z', '2024-02-29T23:59:59-12:00'])),
  LocalDate: (random) => text(random.pick(['2026-01-02', '2024-02-29', '0001-01-01', '9999-12-31'])),
};

/** Values that no type, or only some, would take. */
const strangers = (random) => random.pick([
  text(''), text('1'), text('HIGH'), text('2023-02-29'), text('2026-01-02T03:04:05'), text('2026-01-02T25:00:00Z'), text('2026-1-2'), number(1.5), number(1e30), number(256),
  number(-2147483649), number('0.00001'), truth(true), list([]), list([none]), object([]), object([['eq', number(1)]]), { kind: 'name', value: 'HIGH' }, { kind: 'name', value: 'NOWHERE' },
]);

const exactStrangers = {
  Long: ['9223372036854775808', '-9223372036854775809', '1.5', '1e2', '12345678901234567890123'],
  Decimal: ['0.00001', '922337203685477.5808', '-922337203685477.5808', '1e15', '1.00001', '1e-5', '1e400'],
};

/** A value that its type takes. */
export const valueOf = (type, random, depth = 3) => {
  if (isNonNullType(type)) {
    return valueOfNullable(type.ofType, random, depth);
  }

  return random.chance(0.04) ? none : valueOfNullable(type, random, depth);
};

const valueOfNullable = (type, random, depth) => {
  if (isListType(type)) {
    return random.chance(0.15) && !(type.ofType === undefined)
      ? valueOfNullable(isNonNullType(type.ofType) ? type.ofType.ofType : type.ofType, random, depth)
      : list(Array.from({ length: random.below(3) }, () => valueOf(type.ofType, random, depth)));
  }

  if (isEnumType(type)) {
    return { kind: 'name', value: random.pick(type.getValues()).name };
  }

  if (!isInputObjectType(type)) {
    return scalars[type.name](random);
  }

  const fields = Object.values(type.getFields());
  const flat = fields.filter((field) => !isInputObjectType(field.type) && !isListType(field.type));
  const some = depth > 0 ? fields : flat;
  const chosen = type.isOneOf
    ? [random.pick(flat.length > 0 && depth <= 0 ? flat : fields)]
    : fields.filter(isRequiredInputField).concat(some.filter((field) => !isRequiredInputField(field) && random.chance(1.5 / some.length)));
  return object(random.shuffled(chosen).map((field) => [field.name, type.isOneOf ? valueOfNullable(field.type, random, depth - 1) : valueOf(field.type, random, depth - 1)]));
};

/** Every value inside a value with its type, and how to put another in its place. */
export const placesOf = (value, type, put, found = [], isOneOf = false) => {
  found.push({ value, type, put, isOneOf });
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isListType(nullable) && value.kind === 'list') {
    value.items.forEach((item, index) => placesOf(item, nullable.ofType, (other) => { value.items[index] = other; }, found));
  } else if (isListType(nullable)) {
    placesOf(value, isNonNullType(nullable.ofType) ? nullable.ofType.ofType : nullable.ofType, put, found);
    found.splice(found.findIndex((place) => place.type === type && place.value === value), 1);
  } else if (isInputObjectType(nullable) && value.kind === 'object') {
    value.fields.forEach((field) => {
      const known = nullable.getFields()[field[0]];
      if (known) {
        placesOf(field[1], known.type, (other) => { field[1] = other; }, found, nullable.isOneOf === true);
      }
    });
  }

  return found;
};

/** Makes one value inside a value wrong, more often than not. */
export const damage = (place, random) => {
  const { value, put } = place;
  const type = isNonNullType(place.type) ? place.type.ofType : place.type;
  const ways = [() => put(none), () => put(strangers(random)), () => put(list([structuredClone(value)]))];
  if (exactStrangers[type.name]) {
    ways.push(() => put(number(random.pick(exactStrangers[type.name]), true)));
  }

  if (value.kind === 'list') {
    ways.push(() => put(value.items[0] ?? none), () => value.items.push(none), () => value.items.push(strangers(random)));
  }

  if (value.kind === 'object' && isInputObjectType(type)) {
    const required = value.fields.findIndex(([name]) => isNonNullType(type.getFields()[name]?.type));
    const other = random.pick(Object.values(type.getFields()));
    const more = () => value.fields.push([other.name, valueOf(other.type, random, 0)]);
    ways.push(
      () => value.fields.splice(random.below(value.fields.length), 1),
      () => value.fields.push(['unknown', number(1)]),
      () => (value.fields.some(([name]) => name === other.name) ? value.fields.splice(0, 1) : more()),
    );
    if (required >= 0) {
      ways.push(() => value.fields.splice(required, 1), () => value.fields.splice(required, 1), () => { value.fields[required][1] = none; });
    }
  }

  random.pick(ways)();
};
