import * as v from 'valibot';
import { pageContextSchema } from '../../protocol/chat.ts';
import { localeSchema } from '../../protocol/locale.ts';
import type { RegressionCase } from '../../protocol/regression-case.ts';

const args = v.record(v.string(), v.unknown());
const words = v.array(v.pipe(v.string(), v.minLength(1)));

/** A call a right answer makes. Several `arguments`: each is right. None: only the name is asked for. */
const expectedCallSchema = v.strictObject({
  name: v.string(),
  arguments: v.optional(v.union([v.pipe(v.array(args), v.minLength(1)), args])),
});
export type ExpectedCall = v.InferOutput<typeof expectedCallSchema>;

/** What a right answer to one message does. A field left out asks for nothing. `docs/evaluation.md` explains each. */
const expectationSchema = v.strictObject({
  /** Tools that must be called; empty: none may be. Left out: calls are not measured. */
  calls: v.optional(v.array(expectedCallSchema)),
  /** Tools that may be called besides. */
  may: v.optional(words, []),
  /** Parts that must be shown, by name without `data-`; of `any_cards` one is enough; `no_part` must not be. */
  cards: v.optional(words, []),
  any_cards: v.optional(words, []),
  no_part: v.optional(v.string()),
  no_cards: v.optional(v.boolean(), false),
  /** Conditions that every item card meets, in the notation of `src/evals/planner/constraint.ts`; asks for a card. */
  each: v.optional(words, []),
  /** Conditions of the first card alone: what is asked for is the one extreme. */
  first: v.optional(words, []),
  /** Ids of which at least one is shown; ids that all are. */
  shows: v.optional(words, []),
  all_of: v.optional(words, []),
  /** No card that was shown in the turn before. */
  fresh: v.optional(v.boolean(), false),
  /** A question card. */
  asks: v.optional(v.boolean(), false),
  /** The shop has nothing of the kind: the calls find none, and a card shown comes with a word that it is not what was asked. */
  none: v.optional(v.boolean(), false),
  /** Says that something is not so: not carried, not known. */
  owns: v.optional(v.boolean(), false),
  /** Patterns that the visible words have, and have not. */
  facts: v.optional(words, []),
  never: v.optional(words, []),
  /** The document of the demo shop in which each of `facts` stands: checked when the cases are. */
  doc: v.optional(v.string()),
  /** Least number of words beside the cards. */
  min_words: v.optional(v.pipe(v.number(), v.integer()), 0),
});
export type Expectation = v.InferOutput<typeof expectationSchema>;

/** An expectation from a few of its fields. */
export const expectation = (fields: v.InferInput<typeof expectationSchema>): Expectation => v.parse(expectationSchema, fields);

const turnSchema = v.strictObject({
  say: v.pipe(v.string(), v.minLength(1)),
  page: v.optional(pageContextSchema),
  expect: v.optional(expectationSchema, {}),
});

const head = { id: v.pipe(v.string(), v.regex(/^[\w.-]{1,120}$/)), locale: localeSchema };

/** A conversation over the demo shop's live catalogue, rules and orders. */
const liveCaseSchema = v.strictObject({
  ...head,
  /** The shopper who is signed in. */
  sub: v.optional(v.string()),
  turns: v.pipe(v.array(turnSchema), v.minLength(1)),
});
export type LiveCase = v.InferOutput<typeof liveCaseSchema>;

/** A tool's answer, kept: given for the call of that name and arguments (compared without order or nulls). */
const recordedSchema = v.strictObject({ name: v.string(), arguments: args, text: v.string() });

/** Messages, tools and recorded results of anybody's: the model alone is asked, no shop stands behind it. */
const recordedCaseSchema = v.strictObject({
  ...head,
  system: v.optional(v.string()),
  turns: v.pipe(v.array(turnSchema), v.minLength(1)),
  tools: v.array(v.strictObject({ name: v.string(), description: v.string(), parameters: args })),
  results: v.optional(v.array(recordedSchema), []),
});
export type RecordedCase = v.InferOutput<typeof recordedCaseSchema>;

/** A turn that was saved from a run (`npm run replay -- <run> --save-case`), with the results its tools gave then. */
export interface SavedCase extends LiveCase {
  readonly saved: RegressionCase;
}

export type EvalCase = LiveCase | RecordedCase | SavedCase;

/** Whether a case was saved from a run. */
export const isSaved = (each: EvalCase): each is SavedCase => 'saved' in each;

/** A saved case as one of this evaluation: its calls are measured like all others, the rest by its own expectation. */
export function savedCase(saved: RegressionCase): SavedCase {
  const { name, locale, message, page, expect } = saved;
  const calls = expect.calls?.map((call) => ({ name: call.name, arguments: call.arguments }));
  return {
    // The same run may stand beside it as a recorded case, for a model alone.
    id: `saved-${name}`,
    locale,
    turns: [{ say: message, ...(page ? { page } : {}), expect: expectation(calls ? { calls } : {}) }],
    saved,
  };
}

/** Whether a case brings its own tools and results. */
export const isRecorded = (each: EvalCase): each is RecordedCase => 'tools' in each;

/** A case file that cannot be used; the message names the file, the line and what is wrong. */
export class CaseFault extends Error {
  override readonly name = 'CaseFault';
}

/**
 * Reads a file of cases, one JSON object a line.
 * @throws CaseFault
 */
export function parseCases(text: string, file: string): EvalCase[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const at = `${file}:${index + 1}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new CaseFault(`${at}: is not JSON`);
    }
    const recorded = typeof value === 'object' && value !== null && 'tools' in value;
    const parsed = v.safeParse(recorded ? recordedCaseSchema : liveCaseSchema, value);
    if (!parsed.success) {
      const [issue] = parsed.issues;
      throw new CaseFault(`${at}: ${v.getDotPath(issue) ?? 'case'}: ${issue.message}`);
    }
    checkPatterns(parsed.output, at);
    return [parsed.output];
  });
}

function checkPatterns({ turns }: EvalCase, at: string): void {
  for (const { expect } of turns)
    for (const pattern of [...(expect.facts ?? []), ...(expect.never ?? [])])
      try {
        new RegExp(pattern, 'iu');
      } catch {
        throw new CaseFault(`${at}: ${JSON.stringify(pattern)} is not a pattern`);
      }
}
