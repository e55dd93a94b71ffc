import type { TurnFacts } from '../port.ts';
import { cartIds, speaksOfCart } from './cart.ts';
import type { Dialogue } from './history.ts';
import { holdsWord } from './known.ts';
import { foldText } from './read/passage.ts';
import { HEAD } from './read/places.ts';
import { CARDS } from './search/compose.ts';

/**
 * Ids the shopper has before their eyes, in order: what is in the cart where they speak of it, else the parts of a kit, the last cards,
 * what was compared last, or the page's cart.
 */
export function shownIds(facts: TurnFacts, { text, said }: Pick<Dialogue, 'text' | 'said'>): readonly string[] {
  const compared = (facts.noted?.compared ?? []).slice(-LAST_COMPARED);
  const cart = cartIds(facts);
  const meant = speaksOfCart(foldText(text)) ? cart : [];
  return [meant, kitShown(said), facts.search_state?.shown ?? [], compared].find((ids) => ids.length > 0) ?? cart;
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

const A_PLACE =
  /第([一二三四五六\d])(?:个|款|台|种|件|套|张|把|辆)|\bthe (?:first|(second)|(third)|(fourth)|(fifth)) (?:one|item|option)\b/;

/**
 * Whether a message points at a place beyond the cards shown: "the second one" where there is one.
 * @param text folded.
 */
export function pointsBeyond(text: string, shown: readonly string[]): boolean {
  const [, zh, ...en] = A_PLACE.exec(text) ?? [];
  const word = zh ?? en.find((each) => each !== undefined);
  return shown.length > 0 && word !== undefined && countOf(word) > shown.length;
}

const THIS =
  /(?:这|此|该)(?:个|款|台|部|件|只|条|套|双|把|顶|辆|张|种|(?=[相镜手平笔投音帐睡推无电]))|它|\bthis\b|\bit\b|\bits\b|\bthat one\b/;
const CHEAPER =
  /便宜(?:一?[点些])?的?(?:那|这)(?:个|款|台|件)|\bthe (?:cheaper|less expensive) (?:one|of)\b|\bthe cheapest of (?:these|those|them)\b/;
const DEARER =
  /贵(?:一?[点些])?的?(?:那|这)(?:个|款|台|件)|\bthe more expensive (?:one|of)\b|\bthe most expensive of (?:these|those|them)\b/;

/** Which of the items before the shopper a message is about. */
export type Meant =
  /** This one; `said` where the message points at it by a word, `vague` where that word is "it" and what is shown are several. */
  | { readonly kind: 'item'; readonly id: string; readonly said: boolean; readonly vague?: true }
  /** One of these by its price, which has to be looked up. */
  | { readonly kind: 'by-price'; readonly ids: readonly string[]; readonly cheapest: boolean };

/** The adviser's last answer that showed items. */
const lastShown = (said: readonly string[]): string | undefined =>
  said.findLast((answer) => /<(?:itemCard|compareTable|bundleCard)\b/.test(answer));

/**
 * The one item the adviser last spoke of: its answer had this card and no other. Null where it showed several.
 * @param said everything the adviser said before, oldest first.
 */
export function lastSpokenOf(said: readonly string[]): string | null {
  const shown = lastShown(said);
  if (shown === undefined || /<(?:compareTable|bundleCard)\b/.test(shown)) return null;
  const [id, ...others] = [...shown.matchAll(/<itemCard id="([^"]+)"/g)].map((card) => card[1]);
  return id !== undefined && others.length === 0 ? id : null;
}

/** The card of the kit that the adviser's last answer about items was; null where it was none. */
export function lastKit(said: readonly string[]): string | null {
  return /<bundleCard\b[^>]*\/>/.exec(lastShown(said) ?? '')?.[0] ?? null;
}

/** Ids of all cards, tables and kits in an answer, in order. */
const idsIn = (answer: string): string[] =>
  [...answer.matchAll(/<(?:itemCard id|(?:compareTable|bundleCard)\b[^>]*? ids)="([^"]+)"/g)].flatMap((card) => card[1]?.split(',') ?? []);

/** Parts of the kit on the table, in its order: answers about some of them leave it there, other items take its place. */
function kitShown(said: readonly string[]): readonly string[] {
  const at = said.findLastIndex((answer) => answer.includes('<bundleCard'));
  const kit = idsIn(said[at] ?? '');
  return said.slice(at + 1).every((answer) => idsIn(answer).every((id) => kit.includes(id))) ? kit : [];
}

/** Ids of the comparison that the adviser's last answer about items was; empty where it was none. */
export function lastCompared(said: readonly string[]): readonly string[] {
  return /<compareTable ids="([^"]+)"/.exec(lastShown(said) ?? '')?.[1]?.split(',') ?? [];
}

/**
 * The item a message is about: pointed at by place or by price, named, or the one the page shows; "it" where there is no page is
 * the one just spoken of, else the card shown first. Null where nothing is before the shopper.
 * @param text folded.
 */
export function itemMeant(text: string, facts: TurnFacts, dialogue: Pick<Dialogue, 'text' | 'known' | 'said'>): Meant | null {
  const { known, said: answers } = dialogue;
  const shown = shownIds(facts, dialogue);
  const cheapest = CHEAPER.test(text);
  if (shown.length > 1 && (cheapest || DEARER.test(text))) return { kind: 'by-price', ids: shown.slice(0, LOOKED_AT), cheapest };
  const [placed] = ORDINAL_ONLY.test(text) ? (pointedAt(text, shown) ?? []) : [];
  if (placed !== undefined) return { kind: 'item', id: placed, said: true };
  // By its model and nothing shorter: every drone's title has "drone".
  const named = known.find(({ id, model }) => shown.includes(id) && model !== undefined && holdsWord(text, foldText(model)))?.id;
  if (named !== undefined) return { kind: 'item', id: named, said: true };
  const said = THIS.test(text);
  const spoken = lastSpokenOf(answers);
  const id = facts.page?.item_id ?? (said ? (spoken ?? shown[0]) : undefined);
  const vague = facts.page?.item_id === undefined && spoken === null && shown.length > 1;
  return id === undefined ? null : { kind: 'item', id, said, ...(vague ? { vague } : {}) };
}

/**
 * The items a message about all that is before the shopper means: those it points at, else those compared last, else the one on
 * the page or just spoken of, else the last cards.
 * @param text folded.
 */
export function itemsMeant(text: string, { dialogue, request: { facts } }: Before): readonly string[] {
  const shown = shownIds(facts, dialogue);
  const placed = pointedAt(text, shown);
  if (placed) return placed.slice(0, CARDS);
  const compared = lastCompared(dialogue.said);
  if (compared.length > 0) return compared;
  const meant = itemMeant(text, facts, dialogue);
  // The "it" of "is it better to" points at nothing.
  if (meant?.kind === 'item' && (facts.page !== undefined || !/\bit\b/.test(text))) return [meant.id];
  const spoken = lastSpokenOf(dialogue.said);
  return spoken === null ? shown.slice(-CARDS) : [spoken];
}

interface Before {
  readonly dialogue: Pick<Dialogue, 'text' | 'known' | 'said'>;
  readonly request: { readonly facts: TurnFacts };
}

/** Cards read again to tell the cheapest of them. */
const LOOKED_AT = 3;
const ORDINAL_ONLY = new RegExp(ORDINAL.source);
