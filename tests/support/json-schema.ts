/** As much of JSON Schema (draft 2020-12) as our own schema uses; throws on a keyword that it does not know. */

type Schema = Readonly<Record<string, unknown>>;

const annotations = new Set(['$schema', '$defs', 'title', 'description', 'default', 'format', 'then']);

/** Whether `value` is allowed by `schema`; `root` is where references are looked up. */
export function allows(schema: Schema, value: unknown, root: Schema = schema): boolean {
  return Object.entries(schema).every(([keyword, asked]) => {
    if (annotations.has(keyword)) return true;
    const check = keywords[keyword];
    if (check === undefined) throw new Error(`unknown keyword ${keyword}`);
    return check(asked, value, schema, root);
  });
}

const keywords: Record<string, (asked: unknown, value: unknown, schema: Schema, root: Schema) => boolean> = {
  type: (asked, value) => isOfType(asked as string, value),
  const: (asked, value) => value === asked,
  enum: (asked, value) => (asked as unknown[]).includes(value),
  minimum: (asked, value) => typeof value !== 'number' || value >= (asked as number),
  maximum: (asked, value) => typeof value !== 'number' || value <= (asked as number),
  minLength: (asked, value) => typeof value !== 'string' || value.length >= (asked as number),
  maxLength: (asked, value) => typeof value !== 'string' || value.length <= (asked as number),
  pattern: (asked, value) => typeof value !== 'string' || new RegExp(asked as string, 'u').test(value),
  minItems: (asked, value) => !Array.isArray(value) || value.length >= (asked as number),
  maxItems: (asked, value) => !Array.isArray(value) || value.length <= (asked as number),
  items: (asked, value, _, root) => !Array.isArray(value) || value.every((item) => allows(asked as Schema, item, root)),
  required: (asked, value) => !isObject(value) || (asked as string[]).every((key) => Object.hasOwn(value, key)),
  minProperties: (asked, value) => !isObject(value) || Object.keys(value).length >= (asked as number),
  properties: (asked, value, _, root) =>
    !isObject(value) ||
    Object.entries(asked as Record<string, Schema>).every(
      ([key, schema]) => !Object.hasOwn(value, key) || allows(schema, value[key], root),
    ),
  additionalProperties: (asked, value, schema, root) => {
    if (!isObject(value)) return true;
    const known = (schema['properties'] ?? {}) as object;
    const others = Object.keys(value).filter((key) => !Object.hasOwn(known, key));
    return others.every((key) => asked !== false && allows(asked as Schema, value[key], root));
  },
  anyOf: (asked, value, _, root) => (asked as Schema[]).some((schema) => allows(schema, value, root)),
  oneOf: (asked, value, _, root) => (asked as Schema[]).filter((schema) => allows(schema, value, root)).length === 1,
  allOf: (asked, value, _, root) => (asked as Schema[]).every((schema) => allows(schema, value, root)),
  if: (asked, value, schema, root) =>
    !allows(asked as Schema, value, root) || allows(schema['then'] as Schema, value, root),
  $ref: (asked, value, _, root) => {
    const name = String(asked).replace('#/$defs/', '');
    const found = (root['$defs'] as Record<string, Schema>)[name];
    if (found === undefined) throw new Error(`nothing is defined as ${asked}`);
    return allows(found, value, root);
  },
};

function isOfType(type: string, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'null') return value === null;
  return typeof value === type;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
