import type { CompareVerdict, VerdictBasis } from '../../../protocol/compare.ts';
import type { ComparePolicy } from '../../compare/policy.ts';
import { summary, tiedText } from '../../compare/summary.ts';
import { compareWords } from '../../compare/words.ts';
import type { ModelPort, Usage } from '../../model/port.ts';
import type { ComparisonOutcome } from '../../observe/metrics.ts';
import { readClaim } from './claims.ts';
import { MOST_SENTENCES, type VerdictQuestion, verdictRequest } from './prompt.ts';
import { Reading } from './reading.ts';

/** How long a model may take, in milliseconds. */
export interface VerdictTimes {
  /** Until both orders have said their pick; then the rules speak instead. */
  readonly pick_ms: number;
  /** Until a sentence follows the one before it. */
  readonly sentence_ms: number;
}

export interface VerdictOptions {
  /** Which end of a fact is better in this shop. */
  readonly policy: ComparePolicy;
  readonly question: VerdictQuestion;
  /** Absent: the rules speak. */
  readonly model: ModelPort | undefined;
  readonly times: VerdictTimes;
  readonly signal: AbortSignal;
  /** Lets a sentence of the model through the guard. @returns what is left of it. */
  readonly guard: (text: string) => string;
  /** Shows a sentence that left the guard, or is the BFF's own. */
  readonly show: (text: string) => void;
  /** What a call of the model cost. */
  readonly spent: (usage: Usage) => void;
  /** What the model wrote, and what became of it, for the run log. */
  readonly note: (what: 'asked' | 'said' | 'dropped' | 'position', subject: string, reason: string) => void;
}

type Sentence = CompareVerdict['sentences'][number];

/**
 * The verdict on a comparison, shown sentence by sentence. A model is asked in both orders at once, and its first line is its
 * pick: as soon as both picks are known — not before, and not later — the text begins. An item is named as the better one by the
 * BFF, and only where both orders picked it; the model's own sentences may never name one. Where the orders disagree, or the model
 * fails or is slow, the rules speak.
 * @throws the signal's reason.
 */
export async function giveVerdict(options: VerdictOptions): Promise<{ verdict: CompareVerdict; outcome: ComparisonOutcome }> {
  const { model, signal } = options;
  if (!model) return { verdict: byRules(options, 'rules'), outcome: 'rules' };
  const orders = [options.question.comparison.items.map((_, at) => at), options.question.comparison.items.map((_, at) => at).reverse()];
  const end = orders.map(() => new AbortController());
  const readings = orders.map((order, at) => {
    options.note('asked', model.name, at === 0 ? 'in the order of the table' : 'in the reverse order');
    const own = end[at]?.signal ?? signal;
    return new Reading(model, verdictRequest(options.question, order), options.question.comparison.items, AbortSignal.any([signal, own]));
  });
  try {
    const picks = await within(Promise.all(readings.map((reading) => reading.pick)), options.times.pick_ms, signal);
    signal.throwIfAborted();
    const [first, second] = picks ?? [];
    if (!first || !second) {
      options.note('position', 'no answer', 'one of the two orders gave no pick in time');
      return { verdict: byRules(options, 'rules'), outcome: 'failed' };
    }
    const [one, other] = [nameOf(first), nameOf(second)];
    if (one !== other) {
      options.note('position', `${one} / ${other}`, 'the two orders disagree: no winner is named');
      return { verdict: byRules(options, 'disagreed'), outcome: 'disagreed' };
    }
    // The reverse order has done its part.
    end[1]?.abort();
    options.note('position', one, 'the two orders agree');
    const basis = first === 'none' ? 'depends' : 'agreed';
    return { verdict: await byModel(options, readings[0] as Reading, basis, first === 'none' ? undefined : first.id), outcome: basis };
  } finally {
    for (const each of end) each.abort();
    for (const reading of readings) {
      if (reading.text !== '') options.note('said', reading.text, '');
      if (reading.usage) options.spent(reading.usage);
    }
  }
}

const nameOf = (pick: { readonly id: string } | 'none'): string => (pick === 'none' ? pick : pick.id);

/** The BFF's own sentences, and a first one that says why there is no winner. */
function byRules(options: VerdictOptions, basis: VerdictBasis): CompareVerdict {
  const sentences = ruleSentences(options);
  const { facts } = options.question;
  if (basis === 'disagreed') options.show(compareWords(facts.locale).noWinner);
  for (const sentence of sentences) showTied(options, sentence);
  return { basis, sentences };
}

function ruleSentences({ question, policy }: VerdictOptions): Sentence[] {
  const { comparison, facts, opened } = question;
  return summary(comparison, { locale: facts.locale, policy, matter: opened, offer_kind: facts.noted?.offer_kind });
}

/** The agreed pick in the BFF's words, then what is sound of the model's. */
async function byModel(options: VerdictOptions, reading: Reading, basis: VerdictBasis, id: string | undefined): Promise<CompareVerdict> {
  const { question, times, signal } = options;
  const { comparison, facts, names } = question;
  const at = comparison.items.findIndex((item) => item.id === id);
  const winner = at < 0 ? undefined : at;
  const sentences: Sentence[] = [];
  const say = (sentence: Sentence): void => {
    sentences.push(sentence);
    showTied(options, sentence);
  };
  if (winner !== undefined) {
    const leads = comparison.rows.filter((row) => row.best === winner).map((row) => row.key);
    say({ text: compareWords(facts.locale).winner(names[winner] ?? ''), rows: leads.slice(0, MOST_SENTENCES) });
  }
  const before = sentences.length;
  const lines = reading.lines();
  while (sentences.length < before + MOST_SENTENCES) {
    const next = await within(lines.next(), times.sentence_ms, signal);
    signal.throwIfAborted();
    if (!next || next.done) break;
    const claim = readClaim(next.value, { comparison, names, winner });
    if ('dropped' in claim) {
      options.note('dropped', next.value, claim.dropped);
      continue;
    }
    const text = options.guard(claim.text).trim();
    if (text !== '') say({ text, rows: [...claim.rows] });
  }
  // Nothing of the model's words was sound: the rows speak for themselves.
  if (sentences.length === before) for (const sentence of ruleSentences(options)) say(sentence);
  return { basis, ...(winner === undefined || id === undefined ? {} : { winner: id }), sentences };
}

function showTied({ question, show }: VerdictOptions, sentence: Sentence): void {
  show(tiedText(sentence, question.comparison, question.facts.locale));
}

/** What a promise gives within a time; null past it. Rejects with the signal's reason. */
async function within<T>(promise: Promise<T>, ms: number, signal: AbortSignal): Promise<T | null> {
  signal.throwIfAborted();
  const { promise: ended, resolve, reject } = Promise.withResolvers<null>();
  const timer = setTimeout(resolve, ms, null);
  const abort = (): void => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, ended]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}
