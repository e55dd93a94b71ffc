import type { Item } from '../../../protocol/item.ts';
import type { Vocabulary } from '../engine.ts';
import type { Sift } from './sift.ts';

/** Milliseconds until a shop's words are learned anew. */
const FRESH_MS = 10 * 60_000;

/** The words of a shop that cannot be read as a whole, learned from a sample of its items. */
export interface SampledWords {
  /** Counts the samples: what was made from the words of one is not used with the next. */
  revision(): string;
  vocabulary(): Promise<Vocabulary>;
}

/**
 * @param take a sample of the shop's items, its best known first.
 * @param now monotonic clock, milliseconds.
 */
export function sampledWords(take: () => Promise<readonly Item[]>, sift: Sift, now: () => number): SampledWords {
  let samples = 0;
  let known: { vocabulary: Promise<Vocabulary>; until: number } | undefined;
  let last: Vocabulary | undefined;
  const revisionOf = (sample: number) => `live-${sample}`;

  const learn = async (): Promise<Vocabulary> => {
    try {
      const items = await take();
      const vocabulary = await sift.vocabulary(items, revisionOf(samples + 1));
      samples += 1;
      last = vocabulary;
      return vocabulary;
    } catch (error) {
      // Words do not go out of date in minutes: the old ones serve until the shop answers again.
      if (last) return last;
      throw error;
    }
  };

  return {
    revision: () => revisionOf(samples),
    async vocabulary() {
      if (!known || known.until <= now()) {
        const entry = { vocabulary: learn(), until: now() + FRESH_MS };
        known = entry;
        entry.vocabulary.catch(() => {
          if (known === entry) known = undefined;
        });
      }
      // While new words are learned, nobody waits for them.
      return last ?? known.vocabulary;
    },
  };
}
