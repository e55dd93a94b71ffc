import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { VerdictBasis } from '../../protocol/compare.ts';
import type { Verdict } from '../guard/verdict.ts';

/** `failed`: the model did not answer both orders in time, and the rules spoke instead. */
export type ComparisonOutcome = VerdictBasis | 'failed';

/** What the operator's dashboards read. Labels are closed sets: never an id, never a text. */
export interface Metrics {
  verdict(verdict: Verdict): void;
  /** A turn ended; `first_word_s`: seconds until the shopper saw its first word, where there was one. */
  turnEnded(outcome: string, seconds: number, first_word_s: number | undefined): void;
  failure(code: string): void;
  degraded(): void;
  /** A turn of a replica that died, gone on with here. */
  taken(): void;
  /** What became of a look-up in the cache of searches. */
  cache(outcome: 'hit' | 'miss' | 'joined'): void;
  /** A search that found nothing. */
  nothingFound(): void;
  /** How the verdict on a comparison came about; the share of `disagreed` among those asked in both orders is the model's position bias. */
  comparison(outcome: ComparisonOutcome): void;
  /** What became of runs that ended. */
  archived(outcome: 'stored' | 'dropped' | 'failed', count: number): void;
  feedback(verdict: 'up' | 'down'): void;
  cardEvent(kind: string): void;
  text(): Promise<string>;
  /** Where others keep theirs. */
  readonly registry: Registry;
}

/** Prometheus metrics of one BFF. */
export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const verdicts = new Counter({
    name: 'aisle_guard_verdicts_total',
    help: 'What the guard dropped, replaced or marked, by rule',
    labelNames: ['rule', 'outcome'],
    registers,
  });
  const turns = new Histogram({
    name: 'aisle_turn_seconds',
    help: 'How long turns took, by how they ended',
    labelNames: ['outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
    registers,
  });
  const firstWords = new Histogram({
    name: 'aisle_first_word_seconds',
    help: 'From the start of a turn to its first word',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
    registers,
  });
  const failures = new Counter({
    name: 'aisle_failures_total',
    help: 'Failures of turns and requests, by code',
    labelNames: ['code'],
    registers,
  });
  const degraded = new Counter({ name: 'aisle_model_degraded_total', help: 'Turns answered by a fallback model', registers });
  const taken = new Counter({ name: 'aisle_turns_taken_total', help: 'Turns of replicas that died, gone on with here', registers });
  const lookups = new Counter({
    name: 'aisle_search_cache_total',
    help: 'Searches by what the cache had',
    labelNames: ['outcome'],
    registers,
  });
  const nothing = new Counter({ name: 'aisle_search_nothing_found_total', help: 'Searches that found nothing', registers });
  const comparisons = new Counter({
    name: 'aisle_compare_verdicts_total',
    help: 'Verdicts on comparisons; disagreed: the model named different winners in the two orders',
    labelNames: ['outcome'],
    registers,
  });
  const archived = new Counter({
    name: 'aisle_archive_runs_total',
    help: 'Finished runs by what became of them: stored, dropped since too many were waiting, or failed',
    labelNames: ['outcome'],
    registers,
  });
  const feedback = new Counter({
    name: 'aisle_feedback_total',
    help: 'What shoppers thought of answers',
    labelNames: ['verdict'],
    registers,
  });
  const cardEvents = new Counter({
    name: 'aisle_card_events_total',
    help: 'What became of cards, with consent',
    labelNames: ['kind'],
    registers,
  });
  return {
    verdict: ({ rule, outcome }) => verdicts.inc({ rule, outcome }),
    registry,
    turnEnded: (outcome, seconds, first_word_s) => {
      turns.observe({ outcome }, seconds);
      if (first_word_s !== undefined) firstWords.observe(first_word_s);
    },
    failure: (code) => failures.inc({ code }),
    degraded: () => degraded.inc(),
    taken: () => taken.inc(),
    nothingFound: () => nothing.inc(),
    cache: (outcome) => lookups.inc({ outcome }),
    comparison: (outcome) => comparisons.inc({ outcome }),
    archived: (outcome, count) => archived.inc({ outcome }, count),
    feedback: (verdict) => feedback.inc({ verdict }),
    cardEvent: (kind) => cardEvents.inc({ kind }),
    text: () => registry.metrics(),
  };
}
