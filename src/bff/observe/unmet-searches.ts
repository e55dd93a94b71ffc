import type { SearchArguments } from '../../protocol/search.ts';
import { type Wish, wishOf, wishText } from './wish.ts';

/** A search that found nothing, as operators see it: asked for and not sold. */
export interface UnmetSearch {
  /** What was asked for, folded, without what may be personal. */
  readonly asked: string;
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly last_at: number;
}

/** Who made a search. */
export interface Asker {
  readonly locale: string;
  /** The same object throughout one turn; absent where searches belong to none. */
  readonly turn?: object | undefined;
}

/** Counts of searches that found nothing, in memory of this process. */
export interface UnmetSearches {
  /** What one turn asks for twice counts once. */
  add(search: SearchArguments, asker: Asker): void;
  /** Most asked for first. */
  list(): UnmetSearch[];
}

/** Different wishes kept; the one asked for longest ago gives way. */
const KEPT = 1000;

/** @param now wall clock, milliseconds since 1970. */
export function createUnmetSearches(now: () => number): UnmetSearches {
  /** Least recently asked first. */
  const kept = new Map<string, UnmetSearch>();
  /** What each turn asked for, by the thing. */
  const turns = new WeakMap<object, Map<string, Wish>>();

  /** Whether this turn has not said it yet, or says it with a condition less: then the first saying is taken back. */
  const isNew = (wish: Wish, turn: object | undefined): boolean => {
    if (!turn) return true;
    const said = turns.get(turn) ?? new Map<string, Wish>();
    turns.set(turn, said);
    const before = said.get(wish.what);
    if (before && before.under.length <= wish.under.length) return false;
    said.set(wish.what, wish);
    if (before) takeBack(wishText(before));
    return true;
  };
  const takeBack = (asked: string): void => {
    const counted = kept.get(asked);
    if (counted && counted.count > 1) kept.set(asked, { ...counted, count: counted.count - 1 });
    else kept.delete(asked);
  };

  return {
    add(search, { locale, turn }) {
      const wish = wishOf(search, locale);
      if (wish.what === '' || !isNew(wish, turn)) return;
      const asked = wishText(wish);
      const count = (kept.get(asked)?.count ?? 0) + 1;
      kept.delete(asked);
      kept.set(asked, { asked, count, last_at: now() });
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    },
    list: () => [...kept.values()].sort((a, b) => b.count - a.count || b.last_at - a.last_at),
  };
}
