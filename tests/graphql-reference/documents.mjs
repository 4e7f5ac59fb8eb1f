// Random requests against a schema: valid ones, and such as were damaged in one or two places.
import { Kind, getNamedType, isAbstractType, isInterfaceType, isLeafType, isListType, isNonNullType, parse, print, visit } from 'graphql';
import { damage, jsonOf, literalOf, none, placesOf, plainOf, valueOf, variable } from './values.mjs';

const deepest = 4;

/** Draws requests. A last root field that no plan allows keeps most of them from the database: what is compared comes before it. */
export class Requests {
  constructor(schema, random) {
    this.schema = schema;
    this.random = random;
    this.types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
  }

  /** One request. */
  next() {
    const { random } = this;
    const isMutation = random.chance(0.3);
    const isRun = random.chance(0.12);
    this.variables = [];
    this.fragments = [];
    this.damages = random.pick([0, 0, 1, 1, 1, 2]); // of values, as they are drawn
    const root = isMutation ? this.schema.getMutationType() : this.schema.getQueryType();
    const fields = this.fieldsOf(root, 0, 1 + random.below(2));
    const refused = isMutation ? 'unplanned: batch(input: {change: {kind: CORRECTION, reason: ""}, operations: []}) { change { rows(first: -1) { totalCount } } }' : 'unplanned: reports(first: -1) { totalCount }';
    const declared = this.variables.length > 0 ? `(${this.variables.map(({ name, type, preset }) => `$${name}: ${type}${preset ? ` = ${literalOf(preset)}` : ''}`).join(', ')})` : '';
    let query = `${isMutation ? 'mutation' : 'query'} Q${declared} { ${fields} ${isRun ? '' : refused} }\n${this.fragments.join('\n')}`;
    if (random.chance(0.3)) {
      query = this.withDamagedTree(query);
    } else if (random.chance(0.12)) {
      query = this.withDamagedText(query);
    }

    const given = this.variables.filter(({ value }) => value);
    return {
      query,
      operationName: undefined,
      variablesText: `{${given.map(({ name, value }) => `${JSON.stringify(name)}:${jsonOf(value)}`).join(',')}}`,
      variables: Object.fromEntries(given.map(({ name, value }) => [name, plainOf(value)])),
    };
  }

  fieldsOf(type, depth, count) {
    const { random } = this;
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const pool = depth >= deepest && leaves.length > 0 ? leaves : fields;
    const chosen = Array.from({ length: count }, (_, index) => this.field(random.pick(pool), depth, index));
    return random.chance(0.1) ? `${chosen.join(' ')} __typename` : chosen.join(' ');
  }

  field(field, depth, index) {
    const { random } = this;
    const given = field.args
      .filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined ? true : random.chance(1.2 / field.args.length))
      .map((arg) => `${arg.name}: ${this.argument(arg)}`);
    const directive = random.chance(0.05) ? ` @${random.pick(['skip', 'include'])}(if: ${this.argument({ name: 'if', type: this.condition })})` : '';
    const alias = depth === 0 || random.chance(0.5) ? `f${depth}${index}: ` : '';
    return `${alias}${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${directive}${this.selection(getNamedType(field.type), depth + 1)}`;
  }

  get condition() {
    return this.schema.getDirective('skip').args[0].type;
  }

  selection(type, depth) {
    const { random } = this;
    if (isLeafType(type)) {
      return '';
    }

    if (isAbstractType(type)) {
      const one = random.pick(this.schema.getPossibleTypes(type));
      return ` { __typename ${isInterfaceType(type) ? this.fieldsOf(type, deepest, 1) : ''} ... on ${one.name} { ${this.fieldsOf(one, deepest, 1)} } }`;
    }

    const inner = this.fieldsOf(type, depth, 1 + (random.chance(0.3) ? 1 : 0));
    if (random.chance(0.12)) {
      this.fragments.push(`fragment F${this.fragments.length} on ${type.name} { ${inner} }`);
      return ` { ...F${this.fragments.length - 1} }`;
    }

    return random.chance(0.08) ? ` { ... on ${type.name} { ${inner} } }` : ` { ${inner} }`;
  }

  /** A value as a literal, with some of what is inside it as variables; and perhaps one of them made wrong. */
  argument(arg) {
    const { random } = this;
    let value = valueOf(arg.type, random);
    if (['first', 'last'].includes(arg.name)) {
      value = { kind: 'number', value: `${random.below(4)}` };
    } else if (['after', 'before', 'timeZone'].includes(arg.name) && random.chance(0.8)) {
      value = none;
    }

    const places = () => placesOf(value, arg.type, (other) => { value = other; });
    const spoil = () => {
      if (this.damages > 0 && random.chance(0.6)) {
        this.damages -= 1;
        damage(random.pick(places()), random);
      }
    };
    spoil();
    if (random.chance(0.6)) {
      const place = random.chance(0.5) ? places()[0] : random.pick(places());
      place.put(this.declare(place.value, place.type, place.isOneOf, arg.defaultValue !== undefined && place.value === value));
    }

    if (random.chance(0.1)) {
      spoil(); // a literal around a variable
    }

    return literalOf(value);
  }

  /** A variable for a value; of its place's type, or of one that may stand there as well, or just may not. */
  declare(value, type, isOneOf, hasDefault) {
    const { random } = this;
    const name = `v${this.variables.length}`;
    const known = { name, type: `${type}`, value, preset: undefined };
    if (isOneOf && !isNonNullType(type)) {
      known.type = random.chance(0.85) ? `${type}!` : known.type;
    } else if (isNonNullType(type) && random.chance(0.4)) {
      known.type = `${type.ofType}`;
      known.preset = random.chance(0.6) ? valueOf(type, random, 1) : random.chance(0.2) ? none : undefined;
      known.value = random.chance(0.6) ? value : random.chance(0.4) ? none : undefined;
    } else if (random.chance(0.1)) {
      known.type = isNonNullType(type) ? `[${type}]` : isListType(type) ? `${type.ofType}` : `${type}!`;
    } else if (random.chance(0.1)) {
      known.preset = valueOf(type, random, 1);
      known.value = random.chance(0.5) ? value : undefined;
    } else if (hasDefault || random.chance(0.05)) {
      known.value = undefined;
    }

    if (known.preset && this.damages > 0 && random.chance(0.3)) {
      this.damages -= 1;
      damage(random.pick(placesOf(known.preset, type, (other) => { known.preset = other; })), random);
    }

    this.variables.push(known);
    return variable(name);
  }

  /** Renames, removes, repeats or exchanges one node of the syntax tree. */
  withDamagedTree(query) {
    const { random } = this;
    let tree;
    try {
      tree = parse(query, { noLocation: true });
    } catch {
      return query; // damaged already
    }

    const names = [];
    const values = [];
    const lists = [];
    const types = [];
    visit(tree, {
      enter(node) {
        if (node.kind === Kind.NAME) {
          names.push(node);
        } else if (node.kind.endsWith('Value') || node.kind === Kind.VARIABLE) {
          values.push(node);
        } else if (node.kind.endsWith('Type')) {
          types.push(node);
        }

        lists.push(...Object.values(node).filter((part) => Array.isArray(part) && part.length > 0));
      },
    });
    const others = ['unknown', 'id', 'code', 'nodes', 'first', 'where', 'level', 'Int', 'RiskVillage', 'String', 'skip', 'if', 'deprecated'];
    const replace = (node, other) => {
      const copy = structuredClone(other); // before, as the one may stand in the other
      Object.keys(node).forEach((key) => delete node[key]);
      Object.assign(node, copy);
    };
    const ways = [
      () => { random.pick(names).value = random.chance(0.5) ? random.pick(others) : random.pick(names).value; },
      () => { const from = random.pick(lists); from.splice(random.below(from.length), 1); },
      () => { const from = random.pick(lists); from.push(structuredClone(random.pick(from))); },
      () => { const all = lists.filter((one) => one.length > 1); (all.length > 0 ? random.pick(all) : []).reverse(); },
      ...(values.length > 1 ? [() => replace(random.pick(values), random.pick(values)), () => replace(random.pick(values), { kind: Kind.NULL })] : []),
      ...(types.length > 0
        ? [() => { const type = random.pick(types); replace(type, random.pick([{ kind: Kind.LIST_TYPE, type }, type.type ?? type, { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: random.pick(this.types).name } }])); }]
        : []),
    ];
    random.pick(ways)();
    try {
      return print(tree);
    } catch {
      return query;
    }
  }

  /** Removes, repeats, exchanges or replaces a token or two. */
  withDamagedText(query) {
    const { random } = this;
    const tokens = query.match(/"""[^]*?"""|"(?:\\.|[^"\\])*"|\.\.\.|[A-Za-z_]\w*|-?\d[\d.eE+-]*|\S/g);
    const others = [...'{}()[]:!=@$|&,.', '...', 'on', 'fragment', 'query', 'true', 'null', '1', '1.5', '-0', '01', '1a', '1.', '.5', '1e', '0x1', '"a"', '"', '"""b"""', '"\\u{41}"', '"\\q"', '#', 'unknown', '\u00e9'];
    for (let left = 1 + random.below(2); left > 0; left -= 1) {
      const at = random.below(tokens.length);
      random.pick([
        () => tokens.splice(at, 1),
        () => tokens.splice(at, 0, tokens[at]),
        () => tokens.splice(at, 1, random.pick(others)),
        () => tokens.splice(at, 0, random.pick(others)),
        () => tokens.splice(at, 2, ...tokens.slice(at, at + 2).reverse()),
      ])();
    }

    return tokens.join(' ');
  }
}
