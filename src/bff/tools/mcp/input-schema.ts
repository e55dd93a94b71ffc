import { cleanText, promptText } from '../../language/hygiene.ts';

/** A JSON Schema of type `object`, as a provider takes it. */
export type ObjectSchema = Readonly<Record<string, unknown>> & {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, unknown>>;
};

/** A remote tool's schema that may be offered, or why it may not. */
export type SchemaVerdict = { readonly ok: true; readonly schema: ObjectSchema } | { readonly ok: false; readonly problem: string };

const MAX_CHARS = 16_000;
const MAX_DEPTH = 16;
const MAX_NOTE = 500;
/** Prose for the model, which may be cleaned; every other text of a schema has to reach the server as it is. */
const PROSE: ReadonlySet<string> = new Set(['description', 'title']);
/** Nothing a model needs. */
const DROPPED: ReadonlySet<string> = new Set(['$schema', '$id', '$comment']);
/** Providers refuse a whole request for one tool that has these at the top. */
const NOT_AT_TOP = ['anyOf', 'oneOf', 'allOf', 'not', 'enum', 'const', '$ref'] as const;

class Refused extends Error {}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function verbatim(text: string): string {
  if (cleanText(text) !== text) throw new Refused('its input schema holds text that no model may read');
  return text;
}

function cleanNode(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new Refused(`its input schema is nested deeper than ${MAX_DEPTH}`);
  if (typeof value === 'string') return verbatim(value);
  if (Array.isArray(value)) return value.map((each) => cleanNode(each, depth + 1));
  if (!isObject(value)) return value;
  const { $ref } = value;
  if (typeof $ref === 'string' && !$ref.startsWith('#')) throw new Refused('its input schema refers to another document');
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !(DROPPED.has(key) && typeof inner === 'string'))
      .map(([key, inner]) => [
        verbatim(key),
        // A property may be called "title": then its value is a schema and no prose.
        PROSE.has(key) && typeof inner === 'string' ? promptText(inner, MAX_NOTE) : cleanNode(inner, depth + 1),
      ]),
  );
}

/**
 * Checks the size and shape of a remote tool's input schema and cleans its prose. What every provider refuses is refused
 * here: one bad tool must not cost the shop every turn.
 */
export function acceptInputSchema(raw: unknown): SchemaVerdict {
  try {
    if (!isObject(raw) || raw.type !== 'object') throw new Refused('its input schema is not of type object');
    if (JSON.stringify(raw).length > MAX_CHARS) throw new Refused(`its input schema is longer than ${MAX_CHARS} characters`);
    const atTop = NOT_AT_TOP.find((key) => key in raw);
    if (atTop) throw new Refused(`its input schema has "${atTop}" at the top, which providers refuse`);
    const { properties = {}, required = [] } = raw;
    if (!isObject(properties)) throw new Refused('the properties of its input schema are not an object');
    if (!Array.isArray(required) || !required.every((each) => typeof each === 'string'))
      throw new Refused('"required" in its input schema is not a list of names');
    const clean = cleanNode({ ...raw, properties }, 0) as ObjectSchema;
    return { ok: true, schema: clean };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.message };
    throw error;
  }
}
