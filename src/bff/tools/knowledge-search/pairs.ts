import type { Domain, Passage } from '../../knowledge/knowledge.ts';
import { fold } from '../../language/tokens.ts';

/** One question for one domain. */
export interface Pair {
  readonly query: string;
  readonly domain: Domain;
}

/** What a pair came to; `passages` is null where its domain did not answer. */
export interface PairAnswer {
  readonly pair: Pair;
  readonly passages: readonly Passage[] | null;
}

/** Pairs that differ by more than spelling, in the order given. */
export function distinctPairs(pairs: readonly Pair[]): Pair[] {
  const kept = new Map<string, Pair>();
  for (const pair of pairs) {
    const key = `${pair.domain} ${fold(pair.query)}`;
    if (!kept.has(key)) kept.set(key, pair);
  }
  return [...kept.values()];
}

/** Passages of all answers, each once: the best of every pair before the second best of any. */
export function mergePassages(answers: readonly PairAnswer[]): Passage[] {
  const merged = new Map<string, Passage>();
  const longest = Math.max(0, ...answers.map(({ passages }) => passages?.length ?? 0));
  for (let rank = 0; rank < longest; rank++) {
    for (const { passages } of answers) {
      const passage = passages?.[rank];
      const key = passage && `${passage.domain} ${passage.id}`;
      if (key && !merged.has(key)) merged.set(key, passage);
    }
  }
  return [...merged.values()];
}
