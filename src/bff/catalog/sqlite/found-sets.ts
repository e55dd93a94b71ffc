/** Item numbers kept in all, 4 bytes each: 2 MB a read thread. */
const LIMIT = 500_000;

/**
 * What expressions found in the present revision. One search asks the same ones again and again (a stricter text, then each
 * condition left out), and shoppers ask the same broad words; reading their postings is most of what such a search costs.
 */
export class FoundSets {
  readonly #kept = new Map<string, Uint32Array>();
  #size = 0;

  /** The numbers of an expression; callers do not change them. */
  of(key: string, find: () => Uint32Array): Uint32Array {
    const known = this.#kept.get(key);
    const found = known ?? find();
    // Asked last, dropped last.
    this.#kept.delete(key);
    this.#kept.set(key, found);
    if (!known) this.#size += found.length;
    for (const [oldest, numbers] of this.#kept) {
      if (this.#size <= LIMIT) break;
      this.#kept.delete(oldest);
      this.#size -= numbers.length;
    }
    return found;
  }

  forget(): void {
    this.#kept.clear();
    this.#size = 0;
  }
}
