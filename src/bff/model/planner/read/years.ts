import type { AttributeInfo } from '../../../catalog/engine.ts';
import type { Draft } from './draft.ts';
import type { Kinds } from './kinds.ts';
import type { Lexicon } from './lexicon.ts';
import type { Passage } from './passage.ts';

/** A year with a word for it before or behind it; a bare one could be a price. A price or a measure has another word behind it. */
const YEAR =
  /(?:\b(?:(since|after|newer than)|(before|older than|until)|from|in|(?:released|launched|made|built|out|model year|year)(?: in| of)?)\s((?:19|20)\d{2})(?!\s?(?:to|-|–|~|and)\s?\d)(?![\d.,%])|(?<!\d)((?:19|20)\d{2})\s?年?(?:(以后|之后|后|以来)|(以前|之前|前)|(?<=年)|(?=新?款|上市|发布|推出))(?:的|上市|发布|推出|出的?|生产)*)(?!\s?(?:元|块|美元|刀|左右|以[内下上]|dollars?|bucks|yuan|rmb|usd|[gmk]?hz|rpm|dpi|mah|gb|mb|w\b|mm|cm|km|g\b|lm|万像素|毫安))/g;

/** Reads the year a thing is of, where the catalogue states years of such things. */
export function readYears(passage: Passage, lexicon: Lexicon, kinds: Kinds, draft: Draft): void {
  const stated = lexicon.vocabulary.attributes.filter(statesYears);
  const attribute = stated.find((each) => kinds.state(each)) ?? stated[0];
  if (!attribute) return;
  for (const hit of passage.takeAll(YEAR)) {
    const value = Number(hit[3] ?? hit[4]);
    const after = hit[1] !== undefined || hit[5] !== undefined;
    const before = hit[2] !== undefined || hit[6] !== undefined;
    draft.attributes.push({ name: attribute.key, op: after ? 'gte' : before ? 'lte' : 'eq', value });
  }
}

/** Whether every figure of a fact is a year of our time. */
const statesYears = ({ type, min, max, unit }: AttributeInfo): boolean =>
  type === 'number' && (unit === undefined || /^(?:年|years?)$/i.test(unit)) && (min ?? 0) >= 1900 && (max ?? 9999) <= 2100;
