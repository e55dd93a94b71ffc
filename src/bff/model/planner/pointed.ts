import type { TurnFacts } from '../port.ts';

/** Ids the shopper has before their eyes, in order: the last cards, else what was compared last. */
export function shownIds({ search_state, noted }: TurnFacts): readonly string[] {
  const shown = search_state?.shown ?? [];
  return shown.length > 0 ? shown : (noted?.compared ?? []).slice(-LAST_COMPARED);
}

/** A comparison is most often of two or three. */
const LAST_COMPARED = 3;

/** Chinese and English small numbers as people count cards with them. */
const COUNTS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  last: -1,
};
const countOf = (word: string): number => COUNTS[word] ?? Number(word);

const HEAD = /(?:前|头)([两二三四五六\d])(?:个|款|台|种|件)?|\b(?:first|top) (two|three|four|five|six|[2-6])\b/;
const ORDINAL = /第([一二三四五六\d])(?:个|款|台|种|件)?|\b(first|second|third|fourth|fifth|last)(?: (?:one|item|option))?\b/g;
const ALL =
  /这(?:两|几|三|四)?(?:个|款|台|些)|那(?:两|几|三)(?:个|款|台)|那些|它们|他们|上面(?:的|这)|刚才(?:的|那)|\b(?:these|those|them|they|both|the (?:two|three|above))\b/;

/**
 * Items a message points at by their place among the cards shown: 前两个, "the second one", 它们.
 * @param text folded.
 * @param shown ids in the order they were shown.
 * @returns null where it points at none by place.
 */
export function pointedAt(text: string, shown: readonly string[]): string[] | null {
  if (shown.length === 0) return null;
  const head = HEAD.exec(text);
  if (head) return shown.slice(0, countOf(head[1] ?? head[2] ?? ''));
  const places = [...text.matchAll(ORDINAL)].map((match) => countOf(match[1] ?? match[2] ?? ''));
  const ids = places.flatMap((place) => shown.at(place > 0 ? place - 1 : place) ?? []);
  if (ids.length > 0) return [...new Set(ids)];
  const all = ALL.exec(text);
  if (!all) return null;
  return /两|two|both/.test(all[0]) ? shown.slice(0, 2) : [...shown];
}
