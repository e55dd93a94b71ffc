import { editDistance } from '../../language/edit-distance.ts';

/** A word of the catalogue's names with about how many items have it. */
export interface NameWord {
  readonly word: string;
  readonly items: number;
}

/** Words of these lengths are put right; shorter ones have too many neighbours. */
const SPELT = /^[a-z]{4,24}$/;
/** From this length on two slips are allowed, below it one. */
const LONG = 8;
/** Equally near words offered. */
const OFFERED = 2;

/** Puts misspelt Latin words right with the words of a catalogue's names. */
export class Speller {
  /** By first letter, which is rarely mistyped, and length. */
  readonly #words = new Map<string, NameWord[]>();
  readonly #near = new Map<string, readonly string[]>();
  static readonly REMEMBERED = 2000;

  constructor(words: Iterable<NameWord>) {
    for (const each of words) {
      if (!SPELT.test(each.word)) continue;
      const key = `${each.word[0]}${each.word.length}`;
      const list = this.#words.get(key);
      if (list) list.push(each);
      else this.#words.set(key, [each]);
    }
  }

  /** The nearest words within one slip, from eight letters on two; of equally near ones those that most items have. */
  near(word: string): readonly string[] {
    if (!SPELT.test(word)) return [];
    let near = this.#near.get(word);
    if (!near) {
      near = this.#nearest(word);
      if (this.#near.size >= Speller.REMEMBERED) this.#near.clear();
      this.#near.set(word, near);
    }
    return near;
  }

  #nearest(word: string): readonly string[] {
    let allowed = word.length >= LONG ? 2 : 1;
    let best: NameWord[] = [];
    for (let length = word.length - allowed; length <= word.length + allowed; length++)
      for (const candidate of this.#words.get(`${word[0]}${length}`) ?? []) {
        const slips = editDistance(word, candidate.word, allowed);
        if (slips > allowed) continue;
        if (slips < allowed) best = [];
        allowed = slips;
        best.push(candidate);
      }
    return best
      .sort((a, b) => b.items - a.items || (a.word < b.word ? -1 : 1))
      .slice(0, OFFERED)
      .map((each) => each.word);
  }
}
