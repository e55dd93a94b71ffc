import type { Vocabulary } from '../engine.ts';

/** Reads the vocabulary once per revision: it is made from every item. */
export function keptVocabulary(revision: () => Promise<string>, read: () => Promise<Vocabulary>): () => Promise<Vocabulary> {
  let known: { revision: string; vocabulary: Promise<Vocabulary> } | undefined;
  return async () => {
    const current = await revision();
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
