import type { RunSummary } from '../../protocol/operator.ts';
import { hanCharacters, hanWords, searchTokens } from '../language/tokens.ts';
import { scoreRun } from '../scoring/score-run.ts';
import type { ArchivedRun, FinishedRun } from './archive.ts';
import { facetsOf, type RunFacets } from './facets.ts';
import { type Packed, pack } from './packing.ts';
import { redactRun } from './redact-run.ts';

/** A run ready to be written: all that takes time is done before the transaction. */
export interface PreparedRun {
  readonly run: FinishedRun;
  readonly summary: RunSummary;
  readonly facets: RunFacets;
  readonly packed: Packed;
  readonly tokens: readonly string[];
  readonly rejected: number;
}

/** What the packed body holds; the rest stands in columns. */
export type RunBody = Omit<ArchivedRun, 'id' | 'conversation_id' | 'site' | 'summary' | 'remarks' | 'training'>;

/** What counts as rejected: the shopper did not see what the model wrote. */
const REJECTED: ReadonlySet<string> = new Set(['dropped', 'replaced']);

/** Redacts, measures, scores and packs a run. */
export function prepare(finished: FinishedRun): PreparedRun {
  const run = redactRun(finished);
  const { entries, turns, ledger, answer, locale, signed_in } = run;
  const facets = facetsOf(entries, run.remarks);
  const scores = scoreRun(entries, { known_ids: new Set(ledger) });
  const summary: RunSummary = {
    id: run.run_id,
    conversation_id: run.conversation_id,
    site: run.site,
    ...facets.summary,
    score: scores.form,
  };
  const body: RunBody = { entries, turns, ledger, answer, locale, signed_in, scores };
  const words = `${summary.message}\n${facets.answer}`;
  return {
    run,
    summary,
    facets,
    packed: pack(body),
    tokens: [...new Set([...searchTokens(words), ...hanWords(words), ...hanCharacters(summary.message)])],
    rejected: summary.verdicts.reduce((sum, { outcome, count }) => sum + (REJECTED.has(outcome) ? count : 0), 0),
  };
}
