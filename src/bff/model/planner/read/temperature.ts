import { parseChineseNumber } from '../../../language/chinese-number.ts';
import { readEnglishNumber } from '../../../language/english-number.ts';
import { convert, sameDimension } from '../../../language/units.ts';
import type { Draft } from './draft.ts';
import type { Lexicon } from './lexicon.ts';
import type { Passage } from './passage.ts';

/** Frost: the one figure people ask for with a sign. */
const FROST =
  /(?:能?(?:在|耐|抗))?(?:零下|负|minus |(?<![a-z\d])[-−–](?=\d))\s?(\d+(?:\.\d+)?|[一二两三四五六七八九十]{1,3}|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)\b)\s?(?:摄氏)?(?:度|°\s?c|℃|degrees?(?: celsius)?|c\b)?(?:以下|左右)?|(\d+(?:\.\d+)?)\s?(?:°\s?c |degrees )?below (?:zero|freezing)/g;

/** Reads "零下 10 度": what is stated to be fit for that cold. Only where the catalogue states temperatures below zero. */
export function readFrost(passage: Passage, lexicon: Lexicon, draft: Draft): void {
  const stated = lexicon.vocabulary.attributes.filter(
    ({ unit, type, min }) => type === 'number' && unit !== undefined && sameDimension(unit, '°C') && (min ?? 0) < 0,
  );
  // Comfort is what a sleeper asks for; a limit is survived.
  const attribute = stated.find(({ labels }) => /comfort|舒适/i.test(labels.join())) ?? stated[0];
  if (!attribute) return;
  for (const hit of passage.takeAll(FROST)) {
    const told = hit[1] ?? hit[2] ?? '';
    const value = -Number(parseChineseNumber(told)?.value ?? readEnglishNumber(told, 0)?.value ?? told);
    const own = attribute.unit === undefined ? value : (convert(value, '°C', attribute.unit) ?? value);
    draft.attributes.push({ name: attribute.key, op: 'lte', value: own });
  }
}
