import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { type Expectation, expectation, type RecordedCase } from '../case.ts';
import type { LoadedSet } from '../sets.ts';

const FOLDER = '../shared/data/bfcl';

const record = v.record(v.string(), v.unknown());
const questionSchema = v.object({
  id: v.string(),
  question: v.tuple([v.array(v.object({ role: v.string(), content: v.string() }))]),
  function: v.tuple([v.object({ name: v.string(), description: v.string(), parameters: record })]),
});
const answerSchema = v.object({
  id: v.string(),
  ground_truth: v.tuple([v.record(v.string(), v.record(v.string(), v.array(v.unknown())))]),
});

const lines = (file: string): unknown[] =>
  readFileSync(`${FOLDER}/${file}`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);

/** BFCL writes Python's names of types. */
const TYPES: Readonly<Record<string, string>> = { dict: 'object', float: 'number', tuple: 'array' };

/** Its schemas as JSON Schema; a type JSON does not have is left open. */
function jsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(jsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (key === 'type' && typeof inner === 'string') return inner === 'any' ? [] : [[key, TYPES[inner] ?? inner]];
      return [[key, jsonSchema(inner)]];
    }),
  );
}

/** One answer's parameters: a list of values that are right; an empty text among them means that it may be left out. */
const accepted = (parameters: Readonly<Record<string, readonly unknown[]>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, values]) => [name, { $any: values.map((value) => (value === '' ? null : nested(value))) }]),
  );

/** Values inside an object are lists of right ones again. */
function nested(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nested);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return entries.every(([, inner]) => Array.isArray(inner)) ? accepted(value as Record<string, readonly unknown[]>) : value;
}

type Question = v.InferOutput<typeof questionSchema>;

function caseOf({ id, question, function: [tool] }: Question, expect: Expectation): RecordedCase {
  const [messages] = question;
  const system = messages.find(({ role }) => role === 'system')?.content;
  // Names with a dot are refused by most providers.
  return {
    id: id.replace(/[^\w.-]/g, '_'),
    locale: 'en',
    ...(system === undefined ? {} : { system }),
    turns: [{ say: messages.findLast(({ role }) => role === 'user')?.content ?? '', expect }],
    tools: [
      { name: toolName(tool.name), description: tool.description, parameters: jsonSchema(tool.parameters) as Record<string, unknown> },
    ],
    results: [],
  };
}

const toolName = (name: string): string => name.replace(/[^\w-]/g, '_').slice(0, 64);

/** The Berkeley function-calling leaderboard: 258 single calls ("live simple"), and 240 questions that no tool on offer answers. */
export function bfclCases(): LoadedSet {
  if (!existsSync(FOLDER)) return { skipped: `bfcl: ${FOLDER} is not on this machine` };
  const answers = new Map(
    lines('possible_answer_BFCL_v4_live_simple.json')
      .map((line) => v.parse(answerSchema, line))
      .map(({ id, ground_truth: [truth] }) => [id, truth]),
  );
  const simple = lines('BFCL_v4_live_simple.json').map((line) => {
    const question = v.parse(questionSchema, line);
    const calls = Object.entries(answers.get(question.id) ?? {}).map(([name, parameters]) => ({
      name: toolName(name),
      arguments: accepted(parameters),
    }));
    return { set: 'bfcl', kind: 'live_simple', test: caseOf(question, expectation({ calls })) };
  });
  const irrelevant = lines('BFCL_v4_irrelevance.json').map((line) => ({
    set: 'bfcl',
    kind: 'irrelevance',
    test: caseOf(v.parse(questionSchema, line), expectation({ calls: [] })),
  }));
  return { cases: [...simple, ...irrelevant] };
}
