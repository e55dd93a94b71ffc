interface Node {
  readonly next: Map<number, Node>;
  word: boolean;
}

const newNode = (): Node => ({ next: new Map(), word: false });
const isLatin = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const lower = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 32 : code);

/**
 * The smallest automaton that knows these words. Phrases made of every head with every tail share their tails: thousands of them
 * take as many nodes as a few hundred (Daciuk, Mihov, Watson, Watson, "Incremental Construction of Minimal Acyclic Finite-State
 * Automata", Computational Linguistics 26(1), 2000).
 */
function automatonOf(words: Iterable<string>): Node {
  const root = newNode();
  const known = new Map<string, Node>();
  const names = new Map<Node, number>();
  /** The one node that goes on as this one does; what follows it is settled already. */
  const settled = (node: Node): Node => {
    const shape = `${node.word}${Array.from(node.next, ([code, next]) => ` ${code}:${names.get(next)}`).join('')}`;
    const same = known.get(shape);
    if (same) return same;
    known.set(shape, node);
    names.set(node, names.size);
    return node;
  };
  /** The word before, from its first letter: nodes that may still grow, each with the letter that leads to it. */
  const open: { readonly from: Node; readonly code: number; readonly node: Node }[] = [];
  const settleFrom = (length: number): void => {
    for (const { from, code, node } of open.splice(length).reverse()) from.next.set(code, settled(node));
  };
  for (const word of [...new Set(words)].sort()) {
    let common = 0;
    while (common < open.length && word.charCodeAt(common) === open[common]?.code) common += 1;
    settleFrom(common);
    let node = open.at(-1)?.node ?? root;
    for (let i = common; i < word.length; i += 1) {
      const step = { from: node, code: word.charCodeAt(i), node: newNode() };
      node.next.set(step.code, step.node);
      open.push(step);
      node = step.node;
    }
    node.word = true;
  }
  settleFrom(0);
  return root;
}

/** A table of short phrases, matched as a stream comes in. Latin letters match in either case, Latin words whole. */
export class CueTable {
  readonly #root: Node;

  /** @param words in lower case. */
  constructor(words: Iterable<string>) {
    this.#root = automatonOf(words);
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
