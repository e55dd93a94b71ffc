import type { Vocabulary } from '../engine.ts';

/** Reads the vocabulary once per revision: it is made from every item. Who asks while the revision is being asked for waits for the same answer. */
export function keptVocabulary(revision: () => Promise<string>, read: () => Promise<Vocabulary>): () => Promise<Vocabulary> {
  let known: { revision: string; vocabulary: Promise<Vocabulary> } | undefined;
  let asking: Promise<string> | undefined;
  return async () => {
    asking ??= revision().finally(() => {
      asking = undefined;
    });
    const current = await asking;
    if (known?.revision === current) return known.vocabulary;
    const entry = { revision: current, vocabulary: read() };
    known = entry;
    const forget = (): void => {
      if (known === entry) known = undefined;
    };
    // Another thread may have answered, from a revision before or after.
    entry.vocabulary.then((vocabulary) => vocabulary.revision !== current && forget(), forget);
    return entry.vocabulary;
  };
}
