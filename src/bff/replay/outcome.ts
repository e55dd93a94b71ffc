import type { Expectation } from '../../protocol/regression-case.ts';
import { callsOf, cardsOf } from '../archive/case.ts';
import { facetsOf } from '../archive/facets.ts';
import { fold } from '../language/tokens.ts';
import type { RunEntry } from '../runs/log.ts';
import { callKey } from './recorded-tools.ts';

/** What a run came to, as two runs are compared by it. */
export interface Outcome {
  /** Name and canonical arguments of each call, in order. */
  readonly calls: readonly string[];
  /** Type and items of each card, in order. */
  readonly cards: readonly string[];
  /** Sentences as the shopper read them. */
  readonly text: readonly string[];
  /** What the guard did: rule, outcome, subject. */
  readonly verdicts: readonly string[];
  readonly end: string;
  readonly models: readonly string[];
  readonly steps: number;
  readonly ms: number;
  readonly tokens_in: number | null;
  readonly tokens_out: number | null;
}

const SENTENCE = /[^。！？!?\n]*?(?:[。！？!?\n]+|\.(?=\s)|$)/g;
const sentences = (text: string): string[] => (text.match(SENTENCE) ?? []).map((each) => each.trim()).filter((each) => each !== '');

export function outcomeOf(entries: readonly RunEntry[]): Outcome {
  const { summary, answer } = facetsOf(entries, []);
  return {
    calls: callsOf(entries).map((call) => callKey(call.name, call.arguments) ?? `${call.name} ${call.arguments}`),
    cards: cardsOf(entries).map(({ type, items }) => [type, ...items].join(' ')),
    text: sentences(answer),
    verdicts: entries.flatMap((entry) =>
      entry.kind === 'verdict' && entry.outcome !== 'passed' ? [`${entry.rule} ${entry.outcome}: ${entry.subject}`] : [],
    ),
    end: summary.error ? `${summary.outcome} (${summary.error})` : summary.outcome,
    models: summary.models,
    steps: summary.steps,
    ms: summary.ms,
    tokens_in: summary.tokens_in,
    tokens_out: summary.tokens_out,
  };
}

const REJECTED = /^\S+ (?:dropped|replaced):/;

/** What of an expectation does not hold, a sentence each; empty: all holds. */
export function faultsOf(expect: Expectation, { calls, cards, text, verdicts, end }: Outcome): string[] {
  const faults: string[] = [];
  const words = fold(text.join(' '));
  const listed = (values: readonly string[]): string => (values.length === 0 ? 'none' : values.join(' · '));
  if (expect.calls) {
    const wanted = expect.calls.map((call) => callKey(call.name, JSON.stringify(call.arguments)) ?? call.name);
    if (listed(wanted) !== listed(calls)) faults.push(`calls were ${listed(calls)}, not ${listed(wanted)}`);
  }
  if (expect.cards) {
    const wanted = expect.cards.map(({ type, items }) => [type, ...items].join(' '));
    if (listed(wanted) !== listed(cards)) faults.push(`cards were ${listed(cards)}, not ${listed(wanted)}`);
  }
  for (const each of expect.says ?? []) if (!words.includes(fold(each))) faults.push(`does not say "${each}"`);
  for (const each of expect.never ?? []) if (words.includes(fold(each))) faults.push(`says "${each}"`);
  const rejected = verdicts.filter((each) => REJECTED.test(each)).length;
  if (expect.rejected_at_most !== undefined && rejected > expect.rejected_at_most)
    faults.push(`the guard rejected ${rejected} things, more than ${expect.rejected_at_most}: ${listed(verdicts)}`);
  if (end !== 'finished') faults.push(`ended ${end}`);
  return faults;
}
