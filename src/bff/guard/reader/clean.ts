import { hasHidden } from '../../../protocol/display-text.ts';
import { HIDDEN_MARK } from '../../language/hidden.ts';

const LONE = /^[\uD800-\uDFFF]$/u;

/**
 * First stage: joins what was cut inside a character, makes every line end `\n` and every run of hidden characters one
 * {@link HIDDEN_MARK}. Lone surrogates become U+FFFD.
 */
export class Cleaner {
  /** Hidden characters seen so far, for the run log. */
  hidden = 0;
  /** Half a surrogate pair or a carriage return at the end of the last chunk. */
  #carry = '';
  #inHidden = false;

  /** Whether nothing is held. A run of hidden characters that may go on does not count: plain text ends it. */
  get idle(): boolean {
    return this.#carry === '' && !this.#inHidden;
  }

  write(chunk: string): string {
    let text = this.#carry === '' ? chunk : this.#carry + chunk;
    this.#carry = '';
    const last = text.charCodeAt(text.length - 1);
    if ((last >= 0xd800 && last <= 0xdbff) || last === 0x0d) {
      this.#carry = text.slice(-1);
      text = text.slice(0, -1);
    }
    return this.#clean(text);
  }

  end(): string {
    const rest = this.#carry;
    this.#carry = '';
    return this.#clean(rest);
  }

  #clean(text: string): string {
    if (!hasHidden(text)) {
      if (text !== '') this.#inHidden = false;
      return text;
    }
    let clean = '';
    for (const character of text.replace(/\r\n?/g, '\n')) {
      if (!hasHidden(character) || LONE.test(character)) {
        // Replaced here and not later: two halves must not find each other once what stood between them is gone.
        clean += character.toWellFormed();
        this.#inHidden = false;
        continue;
      }
      this.hidden++;
      if (!this.#inHidden) clean += HIDDEN_MARK;
      this.#inHidden = true;
    }
    return clean;
  }
}
