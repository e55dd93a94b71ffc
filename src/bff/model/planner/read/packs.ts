import { sameDimension, unitSymbol } from '../../../language/units.ts';
import type { Draft } from './draft.ts';
import type { Kinds } from './kinds.ts';
import type { Lexicon } from './lexicon.ts';
import type { Passage } from './passage.ts';

/** "2x16GB", 16G×2: so many pieces of one size. */
const PACK = /(?<![\d.])(\d{1,2}) ?[x×*] ?(\d{1,4}) ?([a-z]{1,3})\b|(?<![\d.])(\d{1,4}) ?([a-z]{1,3}) ?[x×*] ?(\d{1,2})(?![\d.a-z])/g;
const PIECES = /module|stick|piece|count|数量|条数|根数/i;

/** Reads a pack as the whole it makes, and as its number of pieces where the catalogue counts them. */
export function readPacks(passage: Passage, lexicon: Lexicon, kinds: Kinds, draft: Draft): void {
  for (const hit of passage.text.matchAll(PACK)) {
    const unit = unitSymbol((hit[3] ?? hit[5] ?? '').toUpperCase()) ?? unitSymbol(hit[3] ?? hit[5] ?? '');
    const pieces = Number(hit[1] ?? hit[6]);
    const size = Number(hit[2] ?? hit[4]);
    const end = hit.index + hit[0].length;
    const stated = lexicon.vocabulary.attributes.filter((each) => each.type === 'number' && kinds.state(each));
    const whole = stated
      .filter(
        (each) => unit !== undefined && each.unit !== undefined && sameDimension(unit, each.unit) && !/max|size|per|单/i.test(each.key),
      )
      .toSorted((a, b) => b.count - a.count)[0];
    if (!whole || unit === undefined || !passage.isFree(hit.index, end)) continue;
    const counted = stated.find((each) => each.unit === undefined && PIECES.test(`${each.key} ${each.labels.join(' ')}`));
    passage.claim(hit.index, end);
    draft.attributes.push({ name: whole.key, op: 'eq', value: pieces * size, unit });
    if (counted) draft.attributes.push({ name: counted.key, op: 'eq', value: pieces });
  }
}
