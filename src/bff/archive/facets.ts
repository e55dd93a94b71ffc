import type { Item } from '../../protocol/item.ts';
import type { RunSummary } from '../../protocol/operator.ts';
import type { Usage } from '../model/port.ts';
import { distinctWishes, type Wish, wishOf, wishText } from '../observe/wish.ts';
import type { RunEntry } from '../runs/log.ts';
import type { Remark } from '../runs/remarks.ts';

/** What lists, filters and insights need of a run, gathered in one pass over its entries. */
export interface RunFacets {
  readonly summary: Omit<RunSummary, 'id' | 'conversation_id' | 'site' | 'score'>;
  /** Items that searches found and no card showed. */
  readonly found: readonly string[];
  /** Titles of shown items, by id. */
  readonly titles: ReadonlyMap<string, string>;
  /** Cards shown that hold one item each. */
  readonly cards: readonly string[];
  /** Pairs of compared items, each in the order of their ids. */
  readonly pairs: readonly (readonly [string, string])[];
  /** How a verdict on a comparison came about. */
  readonly basis?: string;
  /** What was searched for and not found, each thing once. */
  readonly unmet: readonly string[];
  /** The words of the answer, as the shopper saw them. */
  readonly answer: string;
  readonly training: boolean;
}

/** Milliseconds from the beginning; never below zero, whatever the clock did. */
const since = (start: number, at: number | undefined): number | null => (at === undefined ? null : Math.max(0, Math.round(at - start)));

function pairsOf(items: readonly Item[]): [string, string][] {
  const ids = [...new Set(items.map((item) => item.id))].sort();
  return ids.flatMap((a, index) => ids.slice(index + 1).map((b): [string, string] => [a, b]));
}

function wishesOf(json: string | undefined, locale: string): Wish[] {
  try {
    return [wishOf(JSON.parse(json ?? '{}'), locale)];
  } catch {
    return [];
  }
}

/** Reads a run once. @param entries of a finished run, the first being `run-started` */
export function facetsOf(entries: readonly RunEntry[], remarks: readonly Remark[]): RunFacets {
  const start = entries[0]?.at ?? 0;
  const end = entries.at(-1)?.at ?? start;
  const models: string[] = [];
  const calls = new Map<string, { readonly name: string; readonly arguments: string }>();
  const tools: { name: string; ok: boolean; ms: number }[] = [];
  const shown = new Map<string, string>();
  const found = new Set<string>();
  const cards: string[] = [];
  const pairs: [string, string][] = [];
  const unmet: Wish[] = [];
  const verdicts = new Map<string, { rule: string; outcome: string; count: number }>();
  const answer: string[] = [];
  const tokens: { in: number | null; out: number | null; cached: number | null } = { in: null, out: null, cached: null };
  let [message, locale, outcome, training, steps] = ['', '', 'interrupted' as RunSummary['outcome'], false, 0];
  let error: string | null = null;
  let basis: string | undefined;
  let firstToken: number | undefined;
  let firstCard: number | undefined;
  const card = (items: readonly Item[]): void => {
    for (const item of items) shown.set(item.id, item.title);
  };

  for (const entry of entries) {
    steps = Math.max(steps, entry.step ?? 0);
    switch (entry.kind) {
      case 'run-started':
        [message, locale, training] = [entry.message.text, entry.locale, entry.training ?? false];
        break;
      case 'model-called':
        if (models.at(-1) !== entry.model && !models.includes(entry.model)) models.push(entry.model);
        break;
      case 'tool-called':
        calls.set(entry.call_id, entry);
        break;
      case 'tool-returned': {
        const called = calls.get(entry.call_id);
        tools.push({ name: called?.name ?? '', ok: entry.ok, ms: entry.ms });
        for (const id of entry.item_ids ?? []) found.add(id);
        if (called?.name === 'search_db' && entry.ok && entry.total === 0) unmet.push(...wishesOf(called.arguments, locale));
        break;
      }
      case 'verdict': {
        if (entry.outcome === 'passed') break;
        const key = `${entry.rule} ${entry.outcome}`;
        const counted = verdicts.get(key) ?? { rule: entry.rule, outcome: entry.outcome, count: 0 };
        counted.count += 1;
        verdicts.set(key, counted);
        break;
      }
      case 'step-finished': {
        const { input_tokens, output_tokens, cached_tokens } = (entry.usage ?? {}) as Usage;
        if (input_tokens !== undefined) tokens.in = (tokens.in ?? 0) + input_tokens;
        if (output_tokens !== undefined) tokens.out = (tokens.out ?? 0) + output_tokens;
        if (cached_tokens !== undefined) tokens.cached = (tokens.cached ?? 0) + cached_tokens;
        break;
      }
      case 'run-finished':
        outcome = entry.outcome;
        break;
      case 'part': {
        const { frame } = entry;
        const before = shown.size + cards.length;
        if (frame.type === 'text-delta') {
          firstToken ??= entry.at;
          answer.push(frame.delta);
        } else if (frame.type === 'error') error = frame.code;
        else if (frame.type === 'data-itemCard') {
          cards.push(frame.data.item.id);
          card([frame.data.item]);
        } else if (frame.type === 'data-moreItems') card(frame.data.preview);
        else if (frame.type === 'data-bundleCard') card(frame.data.members.map((member) => member.item));
        else if (frame.type === 'data-compareTable') {
          card(frame.data.items);
          pairs.push(...pairsOf(frame.data.items));
        } else if (frame.type === 'data-videoCard') shown.set(frame.data.item_id, frame.data.title);
        else if (frame.type === 'data-compareVerdict') basis = frame.data.basis;
        if (shown.size + cards.length > before) firstCard ??= entry.at;
        break;
      }
      default:
    }
  }
  const rating = remarks.findLast((remark) => remark.kind === 'feedback');
  return {
    summary: {
      at: new Date(start).toISOString(),
      message,
      locale,
      models,
      outcome,
      error,
      steps,
      tools,
      items: [...shown.keys()],
      verdicts: [...verdicts.values()],
      first_token_ms: since(start, firstToken),
      first_card_ms: since(start, firstCard),
      ms: since(start, end) ?? 0,
      tokens_in: tokens.in,
      tokens_out: tokens.out,
      tokens_cached: tokens.cached,
      rating: rating?.kind === 'feedback' ? rating.verdict : null,
    },
    found: [...found].filter((id) => !shown.has(id)),
    titles: shown,
    cards,
    pairs,
    ...(basis === undefined ? {} : { basis }),
    unmet: distinctWishes(unmet).map(wishText),
    answer: answer.join(''),
    training,
  };
}
