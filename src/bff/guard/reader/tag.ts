import { directiveLimits } from '../../../protocol/directives.ts';
import { lengthOf } from './length.ts';

/** An opening tag read to its end. */
export interface ScannedTag {
  readonly kind: 'tag';
  /** Past the `>`, from the `<`. */
  readonly end: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly selfClosed: boolean;
  /** Why a well-formed tag must be dropped all the same (G4, G8). */
  readonly fault?: { readonly rule: 'attributes' | 'limit'; readonly reason: string };
}

/** A tag that is none; text goes on at `resume` (from the `<`), or still has to be dropped where that is undefined (G7). */
export interface BrokenTag {
  readonly kind: 'broken';
  readonly rule: 'broken' | 'limit';
  readonly resume: number | undefined;
  /** How far it was read. */
  readonly seen: number;
}

type Mode = 'between' | 'name' | 'after-name' | 'equals' | 'value' | 'after-value' | 'slash';
const SPACE = /[ \t\n]/;
const NAME = /[A-Za-z0-9_:.-]/;
const QUOTED_END = /["'\n]/g;

/**
 * Reads the attributes of one opening tag (G4), taking up where it stopped when more text has come. Positions count from
 * the tag's `<`.
 */
export class TagScanner {
  #at: number;
  #mode: Mode = 'between';
  #name = '';
  #quote = '';
  /** Just past the opening quote of the current or last value. */
  #valueStart = 0;
  readonly #attributes = new Map<string, string>();
  #fault: ScannedTag['fault'];

  /** @param from past the tag's name. */
  constructor(from: number) {
    this.#at = from;
  }

  /**
   * @param ended no more text will come: then half a tag is broken.
   * @returns null when more text is needed.
   */
  scan(text: string, start: number, ended: boolean): ScannedTag | BrokenTag | null {
    for (;;) {
      const at = start + this.#at;
      if (this.#at > directiveLimits.tag) return this.#broken(text, start, 'limit');
      if (at >= text.length) return ended ? this.#broken(text, start, 'broken') : null;
      if (this.#mode === 'value') {
        const outcome = this.#value(text, start);
        if (outcome) return outcome;
        continue;
      }
      const character = text.charAt(at);
      if (character === '>' && this.#mode !== 'equals' && this.#mode !== 'name' && this.#mode !== 'after-name') {
        const fault = this.#fault;
        return {
          kind: 'tag',
          end: this.#at + 1,
          attributes: this.#attributes,
          selfClosed: this.#mode === 'slash',
          ...(fault ? { fault } : {}),
        };
      }
      if (!this.#step(character)) return this.#broken(text, start, 'broken');
      this.#at++;
    }
  }

  /** Everything outside quotes; false where the character cannot stand there. */
  #step(character: string): boolean {
    const space = SPACE.test(character);
    switch (this.#mode) {
      case 'between':
      case 'after-value':
        if (space) this.#mode = 'between';
        else if (character === '/') this.#mode = 'slash';
        else if (this.#mode === 'between' && NAME.test(character)) {
          this.#mode = 'name';
          this.#name = character;
        } else return false;
        return true;
      case 'slash':
        return space;
      case 'name':
        if (NAME.test(character) && this.#name.length < 64) this.#name += character;
        else if (space) this.#mode = 'after-name';
        else if (character === '=') this.#mode = 'equals';
        else return false;
        return true;
      case 'after-name':
        if (character === '=') this.#mode = 'equals';
        else return space;
        return true;
      default:
        if (space) return true;
        if (character !== '"' && character !== "'") return false;
        this.#mode = 'value';
        this.#quote = character;
        this.#valueStart = this.#at + 1;
        return true;
    }
  }

  /** Inside quotes: on to the closing one, or as far as the text goes. */
  #value(text: string, start: number): BrokenTag | undefined {
    QUOTED_END.lastIndex = start + this.#at;
    for (let hit = QUOTED_END.exec(text); hit; hit = QUOTED_END.exec(text)) {
      if (hit.index - start > directiveLimits.tag) break;
      if (hit[0] !== '\n' && hit[0] !== this.#quote) continue;
      this.#at = hit.index - start;
      if (hit[0] === '\n') return this.#broken(text, start, 'broken');
      this.#keep(text.slice(start + this.#valueStart, hit.index));
      this.#mode = 'after-value';
      this.#at++;
      return undefined;
    }
    this.#at = Math.min(text.length - start, directiveLimits.tag + 1);
    return undefined;
  }

  #keep(value: string): void {
    if (this.#attributes.has(this.#name)) this.#fault ??= { rule: 'attributes', reason: `the attribute ${this.#name} stands twice` };
    else if (lengthOf(value) > directiveLimits.value)
      this.#fault ??= { rule: 'limit', reason: `the value of ${this.#name} has more than ${directiveLimits.value} characters` };
    else this.#attributes.set(this.#name, value);
  }

  /**
   * Where the text goes on. A quote that never closed, or one that was closed by a later tag's quote, must not swallow what
   * stands between: then the search for `>` begins at that quote.
   */
  #broken(text: string, start: number, rule: BrokenTag['rule']): BrokenTag {
    const distrusted = this.#mode === 'value' || this.#mode === 'after-value';
    const from = start + (distrusted ? this.#valueStart : this.#at);
    const resume = dropEnd(text, Math.min(from, text.length));
    return { kind: 'broken', rule, resume: resume === undefined ? undefined : resume - start, seen: this.#at };
  }
}

const DROP_END = /[<>\n]/g;

/** End of a drop from `from`: past the next `>`, or before `<` or a newline (G7); undefined when the text ends first. */
export function dropEnd(text: string, from: number): number | undefined {
  DROP_END.lastIndex = from;
  const hit = DROP_END.exec(text);
  if (!hit) return undefined;
  return hit[0] === '>' ? hit.index + 1 : hit.index;
}
