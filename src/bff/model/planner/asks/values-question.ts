import type { Vocabulary } from '../../../catalog/engine.ts';
import { lexiconOf } from '../read/lexicon.ts';

/** A field of a search result by the words people ask for its values with. */
const FIELDS: readonly (readonly [string, RegExp])[] = [
  ['colors', /颜色|配色|色系|\bcolou?rs?\b/],
  ['brands', /牌子|品牌|厂家|\bbrands?\b|\bmakers?\b|\bmanufacturers?\b/],
  ['product_types', /种类|品类|\b(?:kinds?|types?|sorts?)\b/],
];
/** Other looks of what was shown. */
const OTHER_COLOR = /(?:换个?|别的|其他|其它|另外的?|不同的?)(?:颜色|配色)|\b(?:another|other|different|more) colou?rs?\b/;
/** "Which … are there": 有哪些, 都有什么, "what … do you have", "what … does it come in". */
const WHICH_ZH = /(?:都|一共)?(?:有|分|是)(?:些)?(?:什么|啥|哪些|哪几|几)(?:种|个|款)?$/;
const BEHIND_ZH = /^(?:都|一共)?(?:有|分|是)(?:些)?(?:什么|啥|哪些|哪几|几)/;
const WHICH_EN = /\b(?:what|which|how many) (?:other |different |kinds? of )?$/;
const ARE_THERE = /\b(?:do|does|come|are there|is there|have you|does|do they|can i|they come|available|got|in stock|have)\b|^[^a-z]*$/;

/**
 * The field whose values a message asks for, as search results name it; null where it asks for none.
 * @param text folded.
 */
export function valuesAsked(text: string, vocabulary: Vocabulary): string | null {
  if (OTHER_COLOR.test(text)) return 'colors';
  for (const [field, name] of FIELDS) {
    const hit = name.exec(text);
    if (hit && asksAt(text, hit.index, hit.index + hit[0].length)) return field;
  }
  for (const [name, attributes] of lexiconOf(vocabulary).attributeNames) {
    const at = name.length < 2 ? -1 : text.indexOf(name);
    const [attribute] = attributes;
    if (at >= 0 && attribute && asksAt(text, at, at + name.length)) return `attributes.${attribute.key}`;
  }
  return null;
}

function asksAt(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start);
  if (WHICH_ZH.test(before) || BEHIND_ZH.test(text.slice(end))) return true;
  return WHICH_EN.test(before) && (ARE_THERE.test(text.slice(end)) || /^s?[?.! ]*$/.test(text.slice(end)));
}
