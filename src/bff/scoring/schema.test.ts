import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schemaProblem } from './schema.ts';

test.each<[string, unknown, unknown, string | null]>([
  ['a missing required field', {}, { type: 'object', required: ['id'], properties: { id: { type: 'string' } } }, 'id is required'],
  [
    'a value outside a closed list',
    { kind: 'gift' },
    { properties: { kind: { enum: ['sell', 'lease'] } } },
    'kind must be one of ["sell","lease"]',
  ],
  [
    'an item of a list',
    { ids: ['a', 2] },
    { properties: { ids: { type: 'array', items: { type: 'string' } } } },
    'ids[1] must be of type string',
  ],
  ['a list too short', { ids: ['a'] }, { properties: { ids: { minItems: 2 } } }, 'ids must hold at least 2'],
  ['a number out of range', { limit: 21 }, { properties: { limit: { maximum: 20 } } }, 'limit must be at most 20'],
  ['a float for an integer', { limit: 1.5 }, { properties: { limit: { type: 'integer' } } }, 'limit must be of type integer'],
  ['one of several forms', { max: 3 }, { properties: { max: { anyOf: [{ type: 'string' }, { type: 'number' }] } } }, null],
  [
    'none of several forms',
    { max: true },
    { properties: { max: { anyOf: [{ type: 'string' }, { type: 'number' }] } } },
    'max must be of type string',
  ],
  [
    'a reference',
    { a: { b: 1 } },
    { properties: { a: { $ref: '#/$defs/x' } }, $defs: { x: { properties: { b: { type: 'string' } } } } },
    'a.b must be of type string',
  ],
  ['null for what is not required', { a: null }, { properties: { a: { type: 'string' } } }, null],
  ['null for what is required', { a: null }, { required: ['a'], properties: { a: { type: 'string' } } }, 'a must be of type string'],
  [
    'a pattern',
    { a: '12,5' },
    { properties: { a: { type: 'string', pattern: '^\\d+(?:\\.\\d+)?$' } } },
    'a does not have the form it must have',
  ],
  [
    'a name that objects inherit',
    { toString: 1 },
    { properties: {}, additionalProperties: false },
    'toString is no parameter of this tool',
  ],
])('%s', (_, value, schema, problem) => {
  expect(schemaProblem(value, schema)).toBe(problem);
});

test('a pattern that could run for ever and a schema that refers to itself are passed over', () => {
  expect(schemaProblem({ a: `${'a'.repeat(60)}!` }, { properties: { a: { pattern: '^(a+)+$' } } })).toBeNull();
  expect(schemaProblem({ a: 1 }, { $ref: '#' })).toBeNull();
});

test('forms that refer to each other do not multiply at every level', () => {
  expect(schemaProblem(1, { anyOf: Array.from({ length: 4 }, () => ({ $ref: '#' })) })).toBeNull();
});

test('no value and no schema makes it throw', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (value, schema) => void schemaProblem(value, schema)));
});
