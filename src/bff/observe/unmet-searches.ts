import type { SearchArguments } from '../../protocol/search.ts';
import { fold } from '../language/tokens.ts';

/** A search that found nothing, as operators see it: asked for and not sold. */
export interface UnmetSearch {
  /** What was asked for, folded, without what may be personal. */
  readonly asked: string;
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly last_at: number;
}

/** Counts of searches that found nothing, in memory of this process. */
export interface UnmetSearches {
  add(search: SearchArguments): void;
  /** Most asked for first. */
  list(): UnmetSearch[];
}

/** Different wishes kept; the one asked for longest ago gives way. */
const KEPT = 1000;
const LONGEST = 160;

/** E-mail addresses, and runs of seven digits and more however they are grouped: telephones, orders, cards. */
const PERSONAL = /[^\s@]+@[^\s@]+|\+?\d(?:[\s().-]?\d){6,}/g;

/** What a search asks for, in words; empty where it asks for nothing that can be named. */
export function wishOf(search: SearchArguments): string {
  const { query, product_types, brands, models, key_features, use_cases, audience, colors, sizes, materials, attributes } = search;
  const lists = [product_types, brands, models, key_features, use_cases, audience, colors, sizes, materials];
  const words = [
    query,
    ...lists.flatMap((list) => [...(list ?? [])].sort()),
    ...(attributes ?? []).map(({ name, op, value, unit = '' }) => `${name} ${op} ${value}${unit}`),
  ];
  const text = words.filter((word) => word !== undefined && word.trim() !== '').join(' · ');
  return [...fold(text).replace(PERSONAL, '…')].slice(0, LONGEST).join('');
}

/** @param now wall clock, milliseconds since 1970. */
export function createUnmetSearches(now: () => number): UnmetSearches {
  /** Least recently asked first. */
  const kept = new Map<string, UnmetSearch>();
  return {
    add(search) {
      const asked = wishOf(search);
      if (asked === '') return;
      const count = (kept.get(asked)?.count ?? 0) + 1;
      kept.delete(asked);
      kept.set(asked, { asked, count, last_at: now() });
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    },
    list: () => [...kept.values()].sort((a, b) => b.count - a.count || b.last_at - a.last_at),
  };
}
