import type { FormScore } from '../../protocol/score.ts';
import type { RunEntry } from '../runs/log.ts';
import { troubleIn, worstStep } from './failing.ts';
import { scoreForm } from './form.ts';
import { rolloutOfRun } from './from-run.ts';

/** What is known about a run besides its log. */
export interface RunContext {
  /** Ids that the conversation's searches had returned before this run. */
  readonly known_ids?: ReadonlySet<string>;
}

/**
 * Marks a run by the rules of form: each step, the discounted chain, and the step that failed, with the reason in words. Never throws
 * for what a log holds; a run without a model's step (a comparison without chat) has nothing to lose and scores 1.
 */
export function scoreRun(entries: readonly RunEntry[], { known_ids }: RunContext = {}): FormScore {
  const score = scoreForm(rolloutOfRun(entries, known_ids));
  const failing = worstStep(score.steps) ?? troubleIn(entries);
  return { ...score, ...(failing ? { failing } : {}) };
}
