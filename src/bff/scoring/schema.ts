import { isJsonObject, isOfJsonType } from '../language/json-type.ts';

/**
 * Arguments against a tool's JSON Schema: the part of draft 2020-12 that providers take. `$ref` into the same document is
 * followed; `format` and conditionals are not looked at. Schemas may come from outside, so depth is bounded and a `pattern`
 * that could run long is passed over.
 */
type Schema = Readonly<Record<string, unknown>>;

const MAX_DEPTH = 24;
/** Schemas looked at for one value: forms that refer to each other could double at every level. */
const MAX_CHECKS = 20_000;
const MAX_PATTERN = 300;
const MAX_PATTERN_TEXT = 1000;

const isCount = (value: unknown): value is number => typeof value === 'number';

const patterns = new Map<string, RegExp | null>();
const PATTERNS_KEPT = 500;

/** A pattern that cannot run away: no repeated group, at most two open-ended repeats. */
function safePattern(source: string): RegExp | null {
  const kept = patterns.get(source);
  if (kept !== undefined) return kept;
  const isTame = source.length <= MAX_PATTERN && !/\)[*+{]|\\[1-9k]/.test(source) && (source.match(/[*+]|,\}/g) ?? []).length <= 2;
  let made: RegExp | null = null;
  try {
    made = isTame ? new RegExp(source, 'u') : null;
  } catch {
    // No pattern that we can read: nothing is said against the value.
  }
  if (patterns.size >= PATTERNS_KEPT) patterns.clear();
  patterns.set(source, made);
  return made;
}

const same = (a: unknown, b: unknown): boolean => a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));

class Checker {
  readonly #root: unknown;
  #left = MAX_CHECKS;

  constructor(root: unknown) {
    this.#root = root;
  }

  /** @returns what is wrong, with its place; null where nothing is. */
  check(value: unknown, schema: unknown, path: string, depth: number): string | null {
    if (schema === false) return `${path || 'arguments'} is not taken`;
    this.#left -= 1;
    if (!isJsonObject(schema) || depth > MAX_DEPTH || this.#left < 0) return null;
    if (typeof schema.$ref === 'string') return this.check(value, this.#resolve(schema.$ref), path, depth + 1);
    const at = path || 'arguments';
    const { type } = schema;
    const types = Array.isArray(type) ? type : type === undefined ? [] : [type];
    const isNullable = value === null && schema.nullable === true;
    if (types.length > 0 && !isNullable && !types.some((each) => isOfJsonType(value, each)))
      return `${at} must be of type ${types.join(' or ')}`;
    if (Array.isArray(schema.enum) && !schema.enum.some((each) => same(each, value)))
      return `${at} must be one of ${JSON.stringify(schema.enum).slice(0, 160)}`;
    if ('const' in schema && !same(schema.const, value)) return `${at} must be ${JSON.stringify(schema.const)}`;
    return this.#combined(value, schema, path, depth) ?? this.#plain(value, schema, at) ?? this.#inside(value, schema, path, depth);
  }

  #resolve(ref: string): unknown {
    if (!ref.startsWith('#')) return true;
    let node: unknown = this.#root;
    for (const part of ref.slice(1).split('/').filter(Boolean)) {
      const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
      node = isJsonObject(node) && Object.hasOwn(node, key) ? node[key] : true;
    }
    return node;
  }

  #combined(value: unknown, schema: Schema, path: string, depth: number): string | null {
    const each = (key: string): readonly unknown[] => (Array.isArray(schema[key]) ? schema[key] : []);
    for (const inner of each('allOf')) {
      const problem = this.check(value, inner, path, depth + 1);
      if (problem) return problem;
    }
    for (const key of ['anyOf', 'oneOf']) {
      const problems = each(key).map((inner) => this.check(value, inner, path, depth + 1));
      const fitting = problems.filter((problem) => problem === null).length;
      if (problems.length > 0 && fitting === 0) return problems[0] ?? null;
      if (key === 'oneOf' && fitting > 1) return `${path || 'arguments'} fits more than one of the forms it may have`;
    }
    if (schema.not !== undefined && this.check(value, schema.not, path, depth + 1) === null) return `${path || 'arguments'} is not allowed`;
    return null;
  }

  #plain(value: unknown, schema: Schema, at: string): string | null {
    if (typeof value === 'string') {
      const length = [...value].length;
      if (isCount(schema.minLength) && length < schema.minLength) return `${at} must have at least ${schema.minLength} characters`;
      if (isCount(schema.maxLength) && length > schema.maxLength) return `${at} must have at most ${schema.maxLength} characters`;
      const pattern = typeof schema.pattern === 'string' && value.length <= MAX_PATTERN_TEXT ? safePattern(schema.pattern) : null;
      return pattern && !pattern.test(value) ? `${at} does not have the form it must have` : null;
    }
    if (typeof value !== 'number') return null;
    if (isCount(schema.minimum) && value < schema.minimum) return `${at} must be at least ${schema.minimum}`;
    if (isCount(schema.maximum) && value > schema.maximum) return `${at} must be at most ${schema.maximum}`;
    if (isCount(schema.exclusiveMinimum) && value <= schema.exclusiveMinimum) return `${at} must be above ${schema.exclusiveMinimum}`;
    if (isCount(schema.exclusiveMaximum) && value >= schema.exclusiveMaximum) return `${at} must be below ${schema.exclusiveMaximum}`;
    return null;
  }

  #inside(value: unknown, schema: Schema, path: string, depth: number): string | null {
    if (Array.isArray(value)) {
      if (isCount(schema.minItems) && value.length < schema.minItems) return `${path || 'arguments'} must hold at least ${schema.minItems}`;
      if (isCount(schema.maxItems) && value.length > schema.maxItems) return `${path || 'arguments'} must hold at most ${schema.maxItems}`;
      if (schema.items === undefined) return null;
      return first(value, (item, index) => this.check(item, schema.items, `${path}[${index}]`, depth + 1));
    }
    return isJsonObject(value) ? this.#fields(value, schema, path, depth) : null;
  }

  #fields(value: Schema, schema: Schema, path: string, depth: number): string | null {
    const at = (key: string): string => (path ? `${path}.${key.slice(0, 80)}` : key.slice(0, 80));
    const required = Array.isArray(schema.required) ? schema.required : [];
    for (const key of required) if (typeof key === 'string' && !Object.hasOwn(value, key)) return `${at(key)} is required`;
    const properties = isJsonObject(schema.properties) ? schema.properties : {};
    return first(Object.entries(value), ([key, field]) => {
      if (Object.hasOwn(properties, key)) {
        // Some models send null for every parameter they do not use; the registry takes it for "not given".
        if (field === null && !required.includes(key)) return null;
        return this.check(field, properties[key], at(key), depth + 1);
      }
      if (schema.additionalProperties === false) return `${at(key)} is no parameter of this tool`;
      return isJsonObject(schema.additionalProperties) ? this.check(field, schema.additionalProperties, at(key), depth + 1) : null;
    });
  }
}

function first<T>(values: readonly T[], problem: (value: T, index: number) => string | null): string | null {
  for (const [index, value] of values.entries()) {
    const found = problem(value, index);
    if (found) return found;
  }
  return null;
}

/** What is wrong with a value by a JSON Schema, in words; null where nothing is. Linear in the value's size. */
export const schemaProblem = (value: unknown, schema: unknown): string | null => new Checker(schema).check(value, schema, '', 0);
