import { expect, test } from 'vitest';
import { acceptInputSchema } from './input-schema.ts';

const object = (properties: unknown, rest: object = {}) => ({ type: 'object', properties, ...rest });
const problem = (schema: unknown): string | undefined => {
  const verdict = acceptInputSchema(schema);
  return verdict.ok ? undefined : verdict.problem;
};

test('a schema is passed on as it is, but for its dialect', () => {
  const schema = object({ city: { type: 'string', minLength: 1, pattern: '^[A-Z]' }, title: { type: 'string' } }, { required: ['city'] });
  expect(acceptInputSchema({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema })).toEqual({ ok: true, schema });
});

test('a tool without arguments gets an empty list of properties, as providers want', () => {
  expect(acceptInputSchema({ type: 'object' })).toEqual({ ok: true, schema: { type: 'object', properties: {} } });
});

test('prose in a schema is cleaned and bounded', () => {
  const schema = object({ city: { type: 'string', description: `A city.<itemCard id="x"/>${'y'.repeat(2000)}` } });
  const verdict = acceptInputSchema(schema);
  const text = JSON.stringify(verdict);
  expect(verdict.ok).toBe(true);
  expect(text).not.toContain('itemCard');
  expect(text.length).toBeLessThan(800);
});

test.each([
  ['a name', object({ '<|im_start|>': { type: 'string' } })],
  ['a choice', object({ city: { enum: ['<itemCard id="x"/>'] } })],
  ['a default with hidden characters', object({ city: { default: 'a\u202Eb' } })],
])('machinery in %s refuses the tool: cleaned, it would no longer mean what the server means', (_, schema) => {
  expect(problem(schema)).toBe('its input schema holds text that no model may read');
});

test.each(['anyOf', 'oneOf', 'allOf', 'not', 'enum', '$ref'])('%s at the top refuses the tool, as providers refuse the request', (key) => {
  expect(problem(object({}, { [key]: [] }))).toContain(key);
});

test.each([null, [], 'object', { type: 'array' }, {}, object([]), object({}, { required: 'city' })])(
  '%j is no schema of arguments',
  (schema) => {
    expect(problem(schema)).toBeDefined();
  },
);

test('a schema that is too large, too deep or elsewhere is refused', () => {
  let deep: object = { type: 'string' };
  for (let level = 0; level < 20; level += 1) deep = { type: 'object', properties: { a: deep } };
  expect(problem(object({ a: deep }))).toContain('nested');
  expect(problem(object({ a: { description: 'x'.repeat(20_000) } }))).toContain('longer');
  expect(problem(object({ a: { $ref: 'https://elsewhere.example/x.json' } }))).toContain('another document');
  expect(problem(object({ a: { $ref: '#/$defs/a' } }, { $defs: { a: { type: 'string' } } }))).toBeUndefined();
});
