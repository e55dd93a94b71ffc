import type { RunResponse } from '../../protocol/operator.ts';
import type { Reading, ToolCall } from '../run/reading.ts';

/** A run with its log read. */
export interface ReadRun {
  readonly run: RunResponse;
  readonly reading: Reading;
}

/** A call of one run beside the call of the other that stands at the same place among calls of its name. */
export interface CallPair {
  readonly name: string;
  readonly a?: ToolCall | undefined;
  readonly b?: ToolCall | undefined;
  readonly same: boolean;
}

/** What is shown in one run, the other, or both; in the order of the first. */
export interface ShownPair {
  readonly key: string;
  readonly type: string;
  readonly title: string;
  readonly in: 'both' | 'a' | 'b';
}

/** JSON with its keys in order: two calls with equal arguments are equal however they were written. */
function canonical(text: string): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, each]) => [key, sorted(each)]),
    );
  };
  try {
    return JSON.stringify(sorted(JSON.parse(text)));
  } catch {
    return text;
  }
}

const callsOf = (reading: Reading): ToolCall[] => reading.steps.flatMap(({ calls }) => calls);

/** Calls of two runs side by side: the n-th of a name in one stands beside the n-th in the other. */
export function pairCalls(a: Reading, b: Reading): CallPair[] {
  const left = callsOf(b);
  const pairs: CallPair[] = callsOf(a).map((call) => {
    const at = left.findIndex(({ name }) => name === call.name);
    const [other] = at < 0 ? [] : left.splice(at, 1);
    return { name: call.name, a: call, b: other, same: other !== undefined && canonical(call.arguments) === canonical(other.arguments) };
  });
  return [...pairs, ...left.map((call) => ({ name: call.name, b: call, same: false }))];
}

/** Cards of two runs: those of both, then those that only one has. */
export function pairCards(a: Reading, b: Reading): ShownPair[] {
  const cardsOf = (reading: Reading) =>
    reading.steps.flatMap(({ shown }) =>
      shown.flatMap((each) =>
        each.kind === 'card' ? [{ key: `${each.type} ${each.ids.join()}`, type: each.type, title: each.titles.join(', ') }] : [],
      ),
    );
  const [inA, inB] = [cardsOf(a), cardsOf(b)];
  const has = (cards: readonly { key: string }[], key: string): boolean => cards.some((card) => card.key === key);
  return [
    ...inA.map((card) => ({ ...card, in: has(inB, card.key) ? ('both' as const) : ('a' as const) })),
    ...inB.filter(({ key }) => !has(inA, key)).map((card) => ({ ...card, in: 'b' as const })),
  ];
}

/** All the text the shopper saw, a block a paragraph. */
export const shownText = (reading: Reading): string =>
  reading.steps.flatMap(({ shown }) => shown.flatMap((each) => (each.kind === 'text' ? [each.text.trim()] : []))).join('\n\n');
