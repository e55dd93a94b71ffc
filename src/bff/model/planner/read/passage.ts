import { displayText } from '../../../../protocol/display-text.ts';
import { foldWidth } from '../../../language/fold.ts';

/** Longest part of a message that is read; the rest of a very long one says nothing new about a wish. */
const READ_LIMIT = 600;

/**
 * A text as all readers see it: full width folded, small letters, hyphens between letters as spaces. Positions are those
 * of the folded text.
 */
export function foldText(text: string): string {
  return tidy(text).toLowerCase();
}

function tidy(text: string): string {
  return (
    foldWidth(displayText(text))
      .replace(/[\u2018\u2019]/g, "'")
      .replace(/(?<=[a-z])[-_\u2010\u2011](?=[a-z])/gi, ' ')
      // A 15-inch laptop for a 3-day trip; a 2-in-1 stays one word.
      .replace(/(?<=\d)[-\u2010\u2011](?=(?:[a-z]{3,}|ft|mm|cm|kg|lb|gb|tb|hz|mp)\b)/gi, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/**
 * A request while it is being read. Readers claim what they have understood, so that no word is read twice and what is
 * left at the end is known to be not understood.
 */
export class Passage {
  readonly text: string;
  /** The same with its capitals: `G` is giga and `g` gram. */
  readonly cased: string;
  readonly #claimed: Uint8Array;

  constructor(text: string) {
    const cased = tidy(text).slice(0, READ_LIMIT);
    const small = cased.toLowerCase();
    // A few capitals (İ) have longer small forms; positions matter more than they do.
    this.text = small.length === cased.length ? small : cased.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    this.cased = cased;
    this.#claimed = new Uint8Array(this.text.length);
  }

  isFree(start: number, end: number): boolean {
    for (let i = start; i < end; i++) if (this.#claimed[i] === 1) return false;
    return true;
  }

  claim(start: number, end: number): void {
    this.#claimed.fill(1, start, end);
  }

  /** Claims every free match of `pattern` (global) and says whether there was one. */
  take(pattern: RegExp): boolean {
    return this.takeAll(pattern).length > 0;
  }

  /** Claims every free match of `pattern` (global) and returns them in order. */
  takeAll(pattern: RegExp): RegExpExecArray[] {
    const taken: RegExpExecArray[] = [];
    for (const match of this.text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (end === match.index || !this.isFree(match.index, end)) continue;
      this.claim(match.index, end);
      taken.push(match);
    }
    return taken;
  }

  /** The text with its capitals, what was claimed replaced by `\u0001`; positions are kept. */
  masked(): string {
    return [...this.#claimed].map((claimed, at) => (claimed === 1 ? '\u0001' : this.cased[at])).join('');
  }

  /** The runs nobody claimed, in order. */
  rest(): string[] {
    const runs: string[] = [];
    let start = -1;
    for (let i = 0; i <= this.text.length; i++) {
      const free = i < this.text.length && this.#claimed[i] === 0;
      if (free && start < 0) start = i;
      if (!free && start >= 0) {
        runs.push(this.text.slice(start, i));
        start = -1;
      }
    }
    return runs;
  }
}
