const K1 = 1.2;
const B = 0.75;

/** Plain BM25 over lists of tokens: one field, any of the words, no weights. */
export class Bm25 {
  readonly #postings = new Map<string, Map<number, number>>();
  readonly #lengths: readonly number[];
  readonly #average: number;

  /** @param documents the tokens of each. */
  constructor(documents: readonly (readonly string[])[]) {
    this.#lengths = documents.map((tokens) => tokens.length);
    this.#average = this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length);
    for (const [at, tokens] of documents.entries())
      for (const token of tokens) {
        const posting = this.#postings.get(token) ?? new Map<number, number>();
        posting.set(at, (posting.get(at) ?? 0) + 1);
        this.#postings.set(token, posting);
      }
  }

  /** Places of the documents that have any of the tokens, best first; of equals the earlier one. */
  ranked(tokens: Iterable<string>): number[] {
    const scores = new Map<number, number>();
    for (const token of new Set(tokens)) {
      const posting = this.#postings.get(token);
      if (!posting) continue;
      const idf = Math.log(1 + (this.#lengths.length - posting.size + 0.5) / (posting.size + 0.5));
      for (const [at, count] of posting) {
        const norm = count + K1 * (1 - B + (B * (this.#lengths[at] ?? 0)) / this.#average);
        scores.set(at, (scores.get(at) ?? 0) + (idf * count * (K1 + 1)) / norm);
      }
    }
    return [...scores].toSorted(([a, x], [b, y]) => y - x || a - b).map(([at]) => at);
  }
}
