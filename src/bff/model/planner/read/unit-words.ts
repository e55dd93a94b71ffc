import { hasHan } from '../../../language/script.ts';
import { unitSymbol } from '../../../language/units.ts';
import type { Lexicon } from './lexicon.ts';

/** Words behind a number that count something other than a measure: points of a rating, people, pieces, nights. */
const COUNTED =
  /^(?:分(?![钟辨贝之])|星级?|颗星|个人|人|口|名|位|台|个(?!月|小时|星期)|部|件|款|套|只|副|晚|夜|stars?\b|points?\b|people\b|persons?\b|guests?\b|adults?\b|pcs\b|pieces?\b|units?\b|nights?\b)/;
/** One letter apart from its number is more often a word: "4 a day", "500 in black". */
const NEEDS_TO_TOUCH = /^(?:a|d|s|t|b|m|in)$/i;

/** Reads units as they stand behind numbers, the catalogue's own among them. */
export class UnitWords {
  readonly #own: ReadonlySet<string>;

  constructor(lexicon: Lexicon) {
    this.#own = new Set(lexicon.vocabulary.attributes.flatMap((attribute) => (attribute.unit ? [attribute.unit.toLowerCase()] : [])));
  }

  /**
   * Length of the unit at the start of `text` (capitals kept), a space before it included; 0 without one.
   * @param text what stands behind the digits.
   */
  lengthAt(text: string): number {
    const space = text.startsWith(' ') ? 1 : 0;
    const rest = text.slice(space, space + 16);
    const two = /^[a-z]+\.? [a-z]+/i.exec(rest)?.[0].replace('.', '');
    if (two !== undefined && (unitSymbol(two) !== undefined || this.#own.has(two.toLowerCase()))) return space + two.length;
    const latin = /^(?:["″”°%]|[a-zµ°][a-z²³µ]*(?:\/[a-z]+)?(?:\([a-z]\))?)/i.exec(rest)?.[0];
    if (latin !== undefined) {
      if (space === 1 && NEEDS_TO_TOUCH.test(latin)) return 0;
      if (unitSymbol(latin) !== undefined || this.#own.has(latin.toLowerCase())) return space + latin.length;
    }
    for (let length = Math.min(8, rest.length); length > 0; length--) {
      const word = rest.slice(0, length);
      if (hasHan(word) && (unitSymbol(word) !== undefined || this.#own.has(word))) return space + length;
    }
    const counted = COUNTED.exec(rest.toLowerCase());
    return counted ? space + counted[0].length : 0;
  }
}
