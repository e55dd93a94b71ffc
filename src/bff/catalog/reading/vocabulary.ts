import type { Vocabulary } from '../engine.ts';

/** Reads the vocabulary once per revision: it is made from every item. */
export function keptVocabulary(revision: () => Promise<string>, read: () => Promise<Vocabulary>): () => Promise<Vocabulary> {
  let known: { revision: string; vocabulary: Promise<Vocabulary> } | undefined;
  return async () => {
    const current = await revision();
    if (known?.revision === current) return known.vocabulary;
    const entry = { revision: current, vocabulary: read() };
    known = entry;
    entry.vocabulary.catch(() => {
      if (known === entry) known = undefined;
    });
    return entry.vocabulary;
  };
}
