import { type Language, languageOf } from '../../../../protocol/locale.ts';
import type { Vocabulary } from '../../../catalog/engine.ts';
import { everydayNames } from '../../../language/everyday.ts';
import { hasHan } from '../../../language/script.ts';
import type { Talk, Wish } from '../wish.ts';
import { readAmounts } from './amounts.ts';
import { claimContext } from './context.ts';
import { readStartDate, readStay } from './dates.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { readBareAttributes, readDeal } from './features.ts';
import { readNamedFigures } from './figures.ts';
import { Kinds } from './kinds.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { respell } from './match.ts';
import { readLeftovers, readNames } from './names.ts';
import { readPacks } from './packs.ts';
import { foldText, Passage } from './passage.ts';
import { HEAD_PLACES } from './places.ts';
import { readNamedLength, readOfferKind } from './rental.ts';
import { contentWords } from './residue.ts';
import { readSorts } from './sorts.ts';
import { readStrangers, takeMakers } from './strangers.ts';
import { askedBeside, asksForVideo, asksToCompare, leansOnBefore, looksAround, pointsAtThis, talkOf } from './talk.ts';
import { readFrost } from './temperature.ts';
import { UnitWords } from './unit-words.ts';
import { readYears } from './years.ts';

/** What reading needs beside the text. */
export interface ReadOptions {
  readonly vocabulary: Vocabulary;
  readonly locale: string;
  /** ISO date of the shop's day, for 明天 and "next Friday". */
  readonly today: string;
  /** `product_types` of the search the message may go on from. */
  readonly kinds?: readonly string[] | undefined;
}

/** The language a message is written in: Chinese where it has a Han character, English where it has two words, else the locale's. */
export function languageIn(text: string, locale: string): Language {
  if (hasHan(text)) return 'zh';
  return /[a-z]{2,}[^a-z\d]+(?:[a-z]+[^a-z\d]+)*[a-z]{2,}/i.test(text) ? 'en' : languageOf(locale);
}

/**
 * Reads one message with the catalogue's own words. Readers take their words in turn, the surest first; what is left at
 * the end is searched for as it stands. Deterministic: same text, vocabulary and day, same wish.
 */
export function readWish(text: string, options: ReadOptions): Wish {
  const lexicon = lexiconOf(options.vocabulary);
  const wish = readOnce(text, options, lexicon);
  const corrected = respelled(text, wish.words, lexicon);
  return corrected === null ? wish : readOnce(corrected, options, lexicon);
}

/** The text with words that nobody understood put right where they are near a word of the catalogue; null where none is. */
function respelled(text: string, words: readonly string[], lexicon: Lexicon): string | null {
  let corrected = foldText(text);
  for (const word of words) {
    const meant = respell(word, lexicon);
    if (meant !== null) corrected = corrected.replace(word, meant);
  }
  return corrected === foldText(text) ? null : corrected;
}

function readOnce(text: string, options: ReadOptions, lexicon: Lexicon): Wish {
  const { vocabulary, locale, today } = options;
  const passage = new Passage(text);
  const draft = emptyDraft(languageIn(text, locale));
  draft.talk = talkOf(passage.text);
  if (draft.talk) return draft;
  draft.leans = leansOnBefore(passage.text);
  const kinds = new Kinds(passage.text, lexicon, options.kinds);

  passage.take(/^(?:(?:你|您)好(?:呀|啊)?|嗨|哈喽|hello|hi(?: there)?|hey)[\s,，!！。.]+/g);
  // "I can't stand Aurel" is about no stand.
  passage.take(/\b(?:can'?t|cannot|can not|couldn'?t) stand\b/g);
  // The first two of what was shown are a place in a list and no number of pieces.
  passage.take(HEAD_PLACES);
  readDeal(passage, draft);
  const stay = readStay(passage, today);
  // Names with numerals go first, or these would be read as amounts: "USB 3.2", 4k, 三星.
  readNames(passage, lexicon, kinds, draft, (phrase) => /[\d一二两三四五六七八九十百千万]/.test(phrase));
  readPacks(passage, lexicon, kinds, draft);
  readNamedFigures(passage, lexicon, kinds, draft);
  readYears(passage, lexicon, kinds, draft);
  readFrost(passage, lexicon, draft);
  draft.start_date = stay?.start ?? readStartDate(passage, today);
  draft.rental_days = stay?.days ?? null;
  readNamedLength(passage, draft);
  readAmounts(passage, { lexicon, kinds, draft }, new UnitWords(lexicon));
  readSorts(passage, lexicon, draft);
  readNames(passage, lexicon, kinds, draft);
  readOfferKind(passage, draft);
  readBareAttributes(passage, lexicon, kinds, draft);
  claimContext(passage);
  readLeftovers(passage, [...takeMakers(passage), ...contentWords(passage.rest())], lexicon, draft);
  if (draft.rental_days !== null) draft.offer_kind ??= vocabulary.has_lease ? 'lease' : null;
  narrowKinds(draft);
  draft.noun ??= kindAmongValues(draft);
  if (draft.words.length > 0 && draft.terms.brands?.length) {
    takeModels(draft);
    takeStrangers(passage.text, draft, lexicon);
  }
  readStrangers(passage, lexicon, draft, draft.leans ? options.kinds : []);
  draft.talk = talkBeside(passage.text, draft);
  if (draft.talk === null && saysNothing(draft) && looksAround(passage.text, [...draft.words, ...(draft.exclude.words ?? [])]))
    return { ...draft, talk: 'browse', words: [], exclude: {} };
  return draft;
}

/** A shelf beside a kind that stands on it says no more than that kind: a stroller for a baby. */
function narrowKinds(draft: Draft): void {
  const types = draft.terms.product_types ?? [];
  const narrow = types.filter((type) => !types.some((other) => other.startsWith(`${type} > `)));
  if (narrow.length === types.length) return;
  draft.terms.product_types = narrow;
  draft.noun = null;
}

/** Whether nothing of the catalogue, no condition and no order was understood. */
function saysNothing({ terms, models, attributes, conditions, exclude, ...draft }: Draft): boolean {
  const lists = [
    ...Object.values(terms).flat(),
    ...models,
    ...attributes,
    ...conditions,
    ...Object.keys(exclude).filter((field) => field !== 'words'),
    ...draft.strangers,
  ];
  const bounds = [draft.price, draft.deposit_max, draft.rental_days, draft.start_date, draft.rating_min, draft.quantity];
  return (
    lists.length + draft.unstated.length === 0 && bounds.every((each) => each === null) && !draft.edit && !draft.sort && !draft.deposit_free
  );
}

/** A kind of thing that this catalogue keeps as a stated value: an SSD among the drives. */
function kindAmongValues(draft: Draft): string | null {
  const values = draft.attributes.flatMap((filter) =>
    filter.op === 'eq' && typeof filter.value === 'string' ? [filter.value.toLowerCase()] : [],
  );
  return values.find((value) => everydayNames(value).length > 0) ?? null;
}

/** A letter-and-digit word beside a brand is a model: 索尼 a7m4. */
function takeModels(draft: Draft): void {
  const isModel = (word: string) => /^(?=.*[a-z])(?=.*\d)[a-z\d.-]{3,20}$/.test(word);
  draft.models = draft.words.filter(isModel);
  draft.words = draft.words.filter((word) => !isModel(word));
}

/** A word that "or" joins to a brand is a brand too, one that this shop does not have. */
function takeStrangers(text: string, draft: Draft, lexicon: Lexicon): void {
  const brands = [...lexicon.phrases].flatMap(([phrase, meanings]) =>
    text.includes(phrase) &&
    meanings.some((meaning) => meaning.field === 'brands' && meaning.values.some((value) => draft.terms.brands?.includes(value)))
      ? [phrase]
      : [],
  );
  const joined = (word: string): boolean =>
    brands.some((brand) =>
      JOINERS.some((joiner) => text.includes(`${word}${joiner}${brand}`) || text.includes(`${brand}${joiner}${word}`)),
    );
  draft.strangers = draft.words.filter(joined);
  draft.words = draft.words.filter((word) => !draft.strangers.includes(word));
}

const JOINERS = ['或', '或者', '和', '、', '还是', '跟', ' or ', ' and ', ', ', '/', ' / '];

/** Questions about rules, orders, the adviser or the item on the page, where no product is asked for by name. */
function talkBeside(text: string, draft: Draft): Talk | null {
  const beside = askedBeside(text);
  if (asksToCompare(text)) return 'compare';
  if (asksForVideo(text)) return 'video';
  const names = Object.values(draft.terms).some((values) => values.length > 0) || draft.attributes.length > 0 || draft.price !== null;
  if (beside && (!names || beside === 'policy' || beside === 'order' || beside === 'tracking')) return beside;
  return pointsAtThis(text) && draft.edit === null && !draft.terms.product_types?.length ? 'this-item' : null;
}
