/** A value against a schema of an OpenAPI 3.1 document: the part of JSON Schema that Discord's document uses. Returns what is wrong, or nothing. */

export type Schema = Readonly<Record<string, unknown>>;
type Problems = readonly string[];

export type OpenApi = {
  readonly paths: Record<string, Record<string, unknown>>;
  readonly components: { readonly schemas: Record<string, Schema> };
};

export function checkSchema(api: OpenApi, schema: Schema, value: unknown, path = ''): Problems {
  const reference = schema.$ref;
  if (typeof reference === 'string') {
    const found = api.components.schemas[reference.replace('#/components/schemas/', '')];
    return found ? checkSchema(api, found, value, path) : [`${path}: no schema ${reference}`];
  }
  const alternatives = (schema.oneOf ?? schema.anyOf) as readonly Schema[] | undefined;
  if (alternatives) {
    const tries = alternatives.map((alternative) => checkSchema(api, alternative, value, path));
    // The nearest miss tells most.
    return tries.some((problems) => problems.length === 0) ? [] : (tries.toSorted((a, b) => depthOf(b) - depthOf(a))[0] ?? []);
  }
  const all = ((schema.allOf as readonly Schema[] | undefined) ?? []).flatMap((part) => checkSchema(api, part, value, path));
  return [...all, ...checkType(schema, value, path), ...checkValue(schema, value, path), ...checkInside(api, schema, value, path)];
}

const depthOf = (problems: Problems): number => Math.max(...problems.map((problem) => problem.split(/[.[]/).length));

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function checkType({ type }: Schema, value: unknown, path: string): Problems {
  if (type === undefined) return [];
  const wanted = Array.isArray(type) ? type : [type];
  const actual = typeOf(value);
  return wanted.includes(actual) || (actual === 'integer' && wanted.includes('number'))
    ? []
    : [`${path}: ${actual}, not ${wanted.join(' or ')}`];
}

function checkValue(schema: Schema, value: unknown, path: string): Problems {
  const problems: string[] = [];
  const limit = (name: string, isOver: (bound: number) => boolean): void => {
    const bound = schema[name];
    if (typeof bound === 'number' && isOver(bound)) problems.push(`${path}: ${name} ${bound}`);
  };
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) problems.push(`${path}: none of ${schema.enum.join(', ')}`);
  if (typeof value === 'string') {
    limit('maxLength', (bound) => [...value].length > bound);
    limit('minLength', (bound) => [...value].length < bound);
    if (typeof schema.pattern === 'string' && !new RegExp(schema.pattern, 'u').test(value))
      problems.push(`${path}: pattern ${schema.pattern}`);
  }
  if (typeof value === 'number') {
    limit('maximum', (bound) => value > bound);
    limit('minimum', (bound) => value < bound);
  }
  if (Array.isArray(value)) {
    limit('maxItems', (bound) => value.length > bound);
    limit('minItems', (bound) => value.length < bound);
    if (schema.uniqueItems === true && new Set(value.map((item) => JSON.stringify(item))).size !== value.length)
      problems.push(`${path}: an item twice`);
  }
  return problems;
}

function checkInside(api: OpenApi, schema: Schema, value: unknown, path: string): Problems {
  if (Array.isArray(value)) {
    const items = schema.items as Schema | undefined;
    return items ? value.flatMap((item, index) => checkSchema(api, items, item, `${path}[${index}]`)) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const properties = schema.properties as Record<string, Schema> | undefined;
  const missing = ((schema.required as readonly string[] | undefined) ?? []).filter((name) => !(name in value));
  const inside = Object.entries(value).flatMap(([name, inner]) => {
    const own = properties?.[name];
    if (own) return inner === undefined ? [] : checkSchema(api, own, inner, `${path}.${name}`);
    // A field that the document does not know is a mistake of ours.
    return properties && schema.additionalProperties === undefined ? [`${path}.${name}: unknown field`] : [];
  });
  return [...missing.map((name) => `${path}.${name}: missing`), ...inside];
}
