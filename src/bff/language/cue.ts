interface Node {
  readonly next: Map<number, Node>;
  word: boolean;
}

const newNode = (): Node => ({ next: new Map(), word: false });
const isLatin = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const lower = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 32 : code);

/** A table of short phrases, matched as a stream comes in. Latin letters match in either case, Latin words whole. */
export class CueTable {
  readonly #root = newNode();

  /** @param words in lower case. */
  constructor(words: Iterable<string>) {
    for (const word of words) {
      let node = this.#root;
      for (let i = 0; i < word.length; i++) {
        const code = word.charCodeAt(i);
        let next = node.next.get(code);
        if (!next) {
          next = newNode();
          node.next.set(code, next);
        }
        node = next;
      }
      node.word = true;
    }
  }

  /**
   * The longest phrase of the table that stands at `at`, in lower case.
   * @returns `more` when further text could change the answer, null when none stands there.
   */
  match(text: string, at: number, ended: boolean): string | 'more' | null {
    let node = this.#root;
    let end = -1;
    for (let i = at; ; i++) {
      if (i >= text.length) {
        if (!ended && (node.next.size > 0 || node.word))
          return node.next.size > 0 || isLatin(text.charCodeAt(i - 1)) ? 'more' : text.slice(at, i).toLowerCase();
        if (node.word) end = i;
        break;
      }
      const code = text.charCodeAt(i);
      if (node.word && !(isLatin(text.charCodeAt(i - 1)) && (isLatin(code) || (code >= 0x30 && code <= 0x39)))) end = i;
      const next = node.next.get(lower(code));
      if (!next) break;
      node = next;
    }
    return end < 0 ? null : text.slice(at, end).toLowerCase();
  }

  /** Whether a phrase of the table stands at `at`, the text being complete. */
  stands(text: string, at: number): boolean {
    let node: Node | undefined = this.#root;
    for (let i = at; i < text.length; i++) {
      node = node.next.get(lower(text.charCodeAt(i)));
      if (!node) return false;
      if (node.word && !(isLatin(text.charCodeAt(i)) && isLatin(text.charCodeAt(i + 1)))) return true;
    }
    return false;
  }

  /** Whether all of `text` from `from` on is the beginning of a phrase. */
  begins(text: string, from: number): boolean {
    let node: Node | undefined = this.#root;
    for (let i = from; i < text.length && node; i++) node = node.next.get(lower(text.charCodeAt(i)));
    return node !== undefined;
  }
}
