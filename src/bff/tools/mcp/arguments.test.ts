import * as v from 'valibot';
import { expect, test } from 'vitest';
import { argumentsSchema } from './arguments.ts';
import type { ObjectSchema } from './input-schema.ts';

const schema: ObjectSchema = {
  type: 'object',
  properties: {
    city: { type: 'string' },
    days: { type: 'integer' },
    mood: { enum: ['calm', 'busy', 3] },
    note: { type: ['string', 'null'] },
    where: { type: 'object' },
    tags: { type: 'array' },
    any: true,
    never: false,
  },
  required: ['city', 'note'],
  additionalProperties: false,
};

const problems = (given: unknown, of: ObjectSchema = schema): string[] => {
  const parsed = v.safeParse(argumentsSchema(of), given);
  return parsed.success ? [] : parsed.issues.map((issue) => `${v.getDotPath(issue)} ${issue.message}`);
};

test('arguments that fit are handed on as they are', () => {
  const given = { city: '北京', days: 3, mood: 3, note: 'x', where: { deep: [1] }, tags: [], any: 1 };
  expect(v.parse(argumentsSchema(schema), given)).toEqual(given);
});

test('the model is told what is missing, of the wrong type, not among the choices, and unknown', () => {
  expect(problems({ days: '3', mood: 'loud', zip: 1, never: 1, where: [], tags: {}, note: 'x' }).sort()).toEqual([
    'city is required',
    'days must be of type integer',
    'mood must be one of ["calm","busy",3]',
    'never is not taken',
    'tags must be of type array',
    'where must be of type object',
    'zip is not an argument of this tool',
  ]);
});

test('a whole number is one whichever way it is written, and half of one is not', () => {
  expect(problems({ city: 'a', note: 'x', days: 3.0 })).toEqual([]);
  expect(problems({ city: 'a', note: 'x', days: 3.5 })).toHaveLength(1);
});

test('a null that was taken out on the way is put back where the tool requires one', () => {
  expect(v.parse(argumentsSchema(schema), { city: 'a' })).toEqual({ city: 'a', note: null });
});

test('an open schema takes names it does not list', () => {
  expect(problems({ anything: 1 }, { type: 'object', properties: {} })).toEqual([]);
});

test('names of the language itself are names like any other', () => {
  expect(problems({ city: 'a', toString: 1 })).toEqual(['toString is not an argument of this tool']);
  expect(problems({}, { type: 'object', properties: {}, required: ['toString'] })).toEqual(['toString is required']);
});

test('what is no object is refused', () => {
  for (const given of [null, 'x', 3]) expect(problems(given)).not.toEqual([]);
});
