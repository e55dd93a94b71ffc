/** Short phrases that may follow a number, matched as a stream comes in. */
export class CueTable {
  readonly #longest: number;
  readonly #words: ReadonlySet<string>;
  readonly #prefixes: ReadonlySet<string>;

  /** @param words in lower case. */
  constructor(words: Iterable<string>) {
    this.#words = new Set(words);
    const prefixes = new Set<string>();
    let longest = 0;
    for (const word of this.#words) {
      longest = Math.max(longest, word.length);
      for (let i = 0; i < word.length; i++) prefixes.add(word.slice(0, i));
    }
    this.#prefixes = prefixes;
    this.#longest = longest;
  }

  /**
   * The longest word of the table that stands at `at`, Latin words whole.
   * @returns `more` when further text could change the answer, null when no word stands there.
   */
  match(text: string, at: number, ended: boolean): string | 'more' | null {
    const rest = text.slice(at, at + this.#longest + 1).toLowerCase();
    const complete = ended || rest.length > this.#longest;
    if (!complete && this.#prefixes.has(rest)) return 'more';
    for (let length = Math.min(rest.length, this.#longest); length > 0; length--) {
      const word = rest.slice(0, length);
      if (!this.#words.has(word)) continue;
      if (!/[a-z]$/.test(word)) return word;
      const next = rest[length];
      if (next === undefined && !ended) return 'more';
      if (next === undefined || !/[a-z0-9]/.test(next)) return word;
    }
    return null;
  }
}
