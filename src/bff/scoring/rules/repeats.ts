import type { Fault } from '../../../protocol/score.ts';
import { canonicalJson } from '../../language/canonical-json.ts';
import { fault } from '../fault.ts';
import type { RolloutCall } from '../rollout.ts';

/** Says how a result is wanted, not what: two calls that differ in nothing else ask the same. */
const MANNER: ReadonlySet<string> = new Set(['direct']);

/** A call as what it asks: null parameters and field order make no difference. */
function askOf(name: string, args: Readonly<Record<string, unknown>>): string {
  const asked = Object.fromEntries(Object.entries(args).filter(([key, value]) => value !== null && !MANNER.has(key)));
  return `${name} ${canonicalJson(asked)}`;
}

const isPair = (value: unknown): value is { query: string; domain?: unknown } =>
  typeof value === 'object' && value !== null && 'query' in value && typeof value.query === 'string';

/** Single questions that a call carries in a list (`queries: [{query, domain}]`). */
const pairsOf = (args: Readonly<Record<string, unknown>>): string[] =>
  Array.isArray(args.queries)
    ? args.queries.filter(isPair).map(({ query, domain }) => `${String(domain ?? '')} ${query.trim().toLowerCase()}`)
    : [];

/**
 * What was asked in one turn. The same call twice is a fault, unless the first one failed for no fault of its own; so is a call that
 * carries nothing but questions already asked.
 */
export class Repeats {
  readonly #asked = new Set<string>();
  readonly #pairs = new Set<string>();

  /** @returns what is wrong with the call, after those before it. */
  take(call: RolloutCall, args: Readonly<Record<string, unknown>>): Fault | null {
    const ask = askOf(call.name, args);
    const pairs = pairsOf(args).map((pair) => `${call.name} ${pair}`);
    const again = this.#asked.has(ask);
    const onlyOld = pairs.length > 0 && pairs.every((pair) => this.#pairs.has(pair));
    const twice = new Set(pairs).size < pairs.length;
    if (call.result?.is_outage !== true) {
      this.#asked.add(ask);
      for (const pair of pairs) this.#pairs.add(pair);
    }
    if (again)
      return fault('repeated-call', call.name, {
        en: `It makes the very call of ${call.name} again that it had made before.`,
        zh: `重复了之前完全相同的 ${call.name} 调用。`,
      });
    if (onlyOld || twice)
      return fault('needless-call', call.name, {
        en: `${call.name} asks a question that was asked in this turn already.`,
        zh: `${call.name} 询问了本轮已经问过的问题。`,
      });
    return null;
  }
}
