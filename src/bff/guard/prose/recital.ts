/** So many words of the instructions in a row are a recital: no answer says them by chance (T15 allows 12). */
const RUN_LATIN = 10;
/** The same in Chinese, where a character counts as a word. */
const RUN_HAN = 18;
/** Of the rolling hash; odd, so that no factor is lost. */
const BASE = 0x01000193;

/** Kinds of characters: what parts words, what is a word by itself, what goes on with one. */
const [GAP, HAN, WORD] = [0, 1, 2];
function kindOf(code: number): number {
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39)) return WORD;
  return code >= 0x3400 && code <= 0x9fff ? HAN : GAP;
}
const lower = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 32 : code);

/** Walks over a text word by word with a rolling hash of the last ones. */
class Roll {
  readonly #run: number;
  readonly #lead: number;
  readonly #ring: number[];
  #count = 0;
  /** Hash of the last words. */
  hash = 0;

  constructor(run: number) {
    this.#run = run;
    this.#ring = new Array<number>(run).fill(0);
    let lead = 1;
    for (let n = 0; n < run; n++) lead = Math.imul(lead, BASE);
    this.#lead = lead;
  }

  /** Takes a word's hash. @returns whether as many words as a run has have come. */
  take(word: number): boolean {
    const at = this.#count % this.#run;
    this.hash = (Math.imul(this.hash, BASE) + word - Math.imul(this.#ring[at] ?? 0, this.#lead)) | 0;
    this.#ring[at] = word;
    this.#count += 1;
    return this.#count >= this.#run;
  }

  words(): number[] {
    const at = this.#count % this.#run;
    return [...this.#ring.slice(at), ...this.#ring.slice(0, at)];
  }
}

/** Instructions, ready to be recognised in an answer. */
export interface Recital {
  readonly run: number;
  readonly runs: ReadonlyMap<number, readonly (readonly number[])[]>;
}

/** Reads the instructions once for all answers. @param text what must not be recited: rules, and none of the shop's public facts. */
export function recitalOf(text: string): Recital {
  const run = /[\u3400-\u9fff]/.test(text) ? RUN_HAN : RUN_LATIN;
  const runs = new Map<number, number[][]>();
  const roll = new Roll(run);
  const watch = new WordReader();
  const note = (word: number): void => {
    if (!roll.take(word)) return;
    const same = runs.get(roll.hash) ?? [];
    same.push(roll.words());
    runs.set(roll.hash, same);
  };
  for (let at = 0; at < text.length; at++) watch.read(text.charCodeAt(at), note);
  watch.read(0x20, note);
  return { run, runs };
}

/** Characters to words; a Latin word ends with the character behind it. */
class WordReader {
  #word = 0;
  #open = false;

  read(code: number, word: (hash: number) => void): void {
    const kind = kindOf(code);
    if (kind === WORD) {
      this.#word = (Math.imul(this.#word, 31) + lower(code)) | 0;
      this.#open = true;
      return;
    }
    if (this.#open) {
      word(this.#word);
      this.#word = 0;
      this.#open = false;
    }
    if (kind === HAN) word(code);
  }
}

/** Watches one step's visible text, cut anywhere, for the instructions. */
export class RecitalWatch {
  readonly #recital: Recital;
  readonly #roll: Roll;
  readonly #reader = new WordReader();
  #recited = false;
  readonly #word = (hash: number): void => {
    if (!this.#roll.take(hash) || this.#recited) return;
    const words = this.#roll.words;
    const same = this.#recital.runs.get(this.#roll.hash);
    if (same) {
      const said = words.call(this.#roll);
      this.#recited = same.some((run) => run.every((word, at) => word === said[at]));
    }
  };

  constructor(recital: Recital) {
    this.#recital = recital;
    this.#roll = new Roll(recital.run);
  }

  /** @returns how many code units may be shown: all, or those before the character that completes a recital. */
  read(text: string): number {
    for (let at = 0; at < text.length; at++) {
      this.#reader.read(text.charCodeAt(at), this.#word);
      if (this.#recited) return at;
    }
    return text.length;
  }
}
