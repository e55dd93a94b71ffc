import * as v from 'valibot';
import { shape } from './shape.ts';

/**
 * The rules of form, strictest first. What each one asks is said in `docs/evaluation.md`; the words of a fault say what was
 * wrong in one sentence.
 */
export const formRules = [
  'grounded-card',
  'invented-result',
  'no-answer',
  'call-syntax',
  'call-arguments',
  'needless-call',
  'repeated-call',
  'directive-syntax',
] as const;
export type FormRule = (typeof formRules)[number];

/** A share of the best possible, 0 to 1. */
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** One sentence in both languages, for whoever reads the score. */
export const bothWordsSchema = shape({ en: v.string(), zh: v.string() });
export type BothWords = v.InferOutput<typeof bothWordsSchema>;

/** One thing that a step did wrong. */
export const faultSchema = shape({
  rule: v.picklist(formRules),
  /** An id, a tool's name or the start of a tag: what it is about. */
  subject: v.string(),
  reason: bothWordsSchema,
  /** How much of the step's mark it takes. 1: the lowest mark there is. */
  cost: share,
});
export type Fault = v.InferOutput<typeof faultSchema>;

export const stepScoreSchema = shape({
  /** As in the run log, from 1. */
  step: v.pipe(v.number(), v.integer(), v.minValue(1)),
  score: share,
  faults: v.array(faultSchema),
});
export type StepScore = v.InferOutput<typeof stepScoreSchema>;

/** Where a chain went wrong first and worst. `tool` and `run`: no fault of the model, and no mark is taken for it. */
export const failingStepSchema = shape({ step: v.number(), cause: v.picklist(['model', 'tool', 'run']), reason: bothWordsSchema });
export type FailingStep = v.InferOutput<typeof failingStepSchema>;

/** Marks of one run or rollout by the rules of form. */
export const formScoreSchema = shape({
  /** Of the whole: 0 as soon as one card had no search behind it. */
  form: share,
  steps: v.array(stepScoreSchema),
  /** Step marks added up, each round worth `discount` of the one before; `score` is `sum` of the best possible sum. */
  chain: shape({ score: share, sum: v.number(), best: v.number(), discount: share }),
  failing: v.optional(failingStepSchema),
});
export type FormScore = v.InferOutput<typeof formScoreSchema>;
