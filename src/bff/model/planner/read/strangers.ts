import { everydayNames, makers } from '../../../language/everyday.ts';
import { isWrittenIn } from '../../../language/script.ts';
import type { Draft } from './draft.ts';
import type { Lexicon } from './lexicon.ts';
import { endsWord, startsWord } from './match.ts';
import type { Passage } from './passage.ts';

/**
 * Well-known products people ask for by name: their maker and the kind of thing they are. Where the shop does not have the
 * maker, the kind is what is near.
 */
const LINES: readonly (readonly [RegExp, maker: string, kind: string])[] = [
  [/^iphones?\b/, 'apple', 'phone'],
  [/^ipads?\b/, 'apple', 'tablet'],
  [/^(?:macbooks?|imacs?)\b/, 'apple', 'laptop'],
  [/^airpods?\b/, 'apple', 'headphones'],
  [/^galaxy\b/, 'samsung', 'phone'],
  [/^(?:redmi\b|红米)/, 'xiaomi', 'phone'],
  [/^pixels?\b/, 'google', 'phone'],
  [/^thinkpads?\b/, 'lenovo', 'laptop'],
  [/^gopros?\b/, 'gopro', 'action camera'],
  [/^(?:mavic|mini \d pro)\b/, 'dji', 'drone'],
  [/^kindles?\b/, 'amazon', 'tablet'],
  [/^(?:playstations?|ps\d|xbox|switch)\b/, 'sony', 'game console'],
];
/** What is made for another maker's things is told in words, so the words are searched. */
const MADE_FOR =
  /膜|壳|保护套|手机套|数据线|充电|支架|\b(?:cases?|covers?|cables?|chargers?|lens(?:es)?|adapters?|mounts?|films?|protectors?|stands?|sleeves?|docks?|for (?:my |the |an? )?)\b/;

/** Claims the well-known makers a text names, which no segmenter of words has to know. */
export function takeMakers(passage: Passage): string[] {
  const { text } = passage;
  return makers.filter((maker) => {
    const at = text.indexOf(maker);
    const end = at + maker.length;
    if (at < 0 || !startsWord(text, at) || !endsWord(text, end) || !passage.isFree(at, end)) return false;
    passage.claim(at, end);
    return true;
  });
}

/**
 * Names of makers and products that the shop does not have leave the words to search for: no text search for "iphone 16"
 * may end at whatever holds a 16. The kind of thing they are is looked for instead.
 */
export function readStrangers({ text, cased }: Passage, lexicon: Lexicon, draft: Draft, spokenOf: readonly string[] = []): void {
  if (MADE_FOR.test(text)) return;
  const types = draft.terms.product_types ?? [];
  const isOwn = (maker: string): boolean =>
    [maker, ...everydayNames(maker)].some((name) => lexicon.phrases.get(name)?.some((meaning) => meaning.field === 'brands'));
  const strange: string[] = [];
  for (const word of draft.words) {
    const line = LINES.find(([pattern]) => pattern.test(word));
    const kind = line && kindOf(line[2], lexicon);
    if (line && !isOwn(line[1]) && (types.length === 0 || (kind ?? []).some((type) => types.includes(type)))) {
      strange.push(word);
      if (types.length === 0 && kind) {
        draft.terms.product_types = [...kind];
        draft.noun ??= everydayNames(line[2]).find((name) => isWrittenIn(name, draft.language)) ?? line[2];
      }
    } else if (makers.includes(word) && !isOwn(word) && types.length + spokenOf.length > 0) strange.push(word);
  }
  if (strange.length === 0) return;
  // Told as the shopper wrote it: iPhone 16.
  const spelled = strange.map((word) => cased.slice(text.indexOf(word), text.indexOf(word) + word.length));
  draft.strangers = [...new Set([...draft.strangers, ...spelled])];
  draft.words = draft.words.filter((word) => !strange.includes(word) && !/^[\d.]+$/.test(word));
}

function kindOf(name: string, lexicon: Lexicon): readonly string[] | null {
  return lexicon.phrases.get(name)?.find((meaning) => meaning.field === 'product_types')?.values ?? null;
}
