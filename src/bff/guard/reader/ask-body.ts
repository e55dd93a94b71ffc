import { directiveLimits } from '../../../protocol/directives.ts';
import { JsonExtent } from './json.ts';

/** How an `<askCard>`'s body ended. Positions count from the body's start. */
export type AskBodyEnd =
  | { readonly kind: 'body'; readonly bodyEnd: number; readonly end: number }
  /** No closing tag within the limit (or at all): only the JSON is dropped, up to `resume`, and text goes on there. */
  | { readonly kind: 'unclosed'; readonly resume: number }
  /** As before, but the JSON itself goes on past the limit. */
  | { readonly kind: 'overflow'; readonly resume: number };

const TAG = /^<\/?askCard/;
const CLOSER = /^<\/askCard[ \t\n]{0,8}>/;
const CLOSER_LENGTH = '</askCard        >'.length;

/**
 * Reads the body of an `<askCard>` (G6), taking up where it stopped. The body ends at the first `</askCard>` within 8 KiB. A
 * missing closer must not swallow the answer: then the extent of the JSON is dropped and the rest is ordinary text.
 */
export class AskBodyScanner {
  readonly json = new JsonExtent();
  #at = 0;
  #bytes = 0;

  /** @returns null when more text is needed. */
  scan(text: string, start: number, ended: boolean): AskBodyEnd | null {
    for (;;) {
      const at = start + this.#at;
      if (at >= text.length) return ended ? this.#unclosed() : null;
      const character = text.charAt(at);
      if (character === '<') {
        const rest = text.slice(at, at + CLOSER_LENGTH);
        if (rest.length < CLOSER_LENGTH && !ended && mayBecomeTag(rest)) return null;
        const closer = CLOSER.exec(rest);
        if (closer) return { kind: 'body', bodyEnd: this.#at, end: this.#at + closer[0].length };
        if (TAG.test(rest)) return this.#unclosed();
      }
      this.#bytes += utf8Width(character);
      if (this.#bytes > directiveLimits.askBody)
        return this.json.state === 'open' ? { kind: 'overflow', resume: this.#at } : this.#unclosed();
      this.json.feed(character, this.#at);
      this.#at++;
    }
  }

  #unclosed(): AskBodyEnd {
    return { kind: 'unclosed', resume: this.json.state === 'open' ? this.#at : this.json.extent };
  }
}

function mayBecomeTag(rest: string): boolean {
  return '</askCard'.startsWith(rest) || '<askCard'.startsWith(rest) || /^<\/askCard[ \t\n]*$/.test(rest);
}

const utf8Width = (character: string): number => {
  const code = character.charCodeAt(0);
  // Each half of a surrogate pair counts two of its four bytes.
  return code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
};
