import { hasHan } from '../../../language/script.ts';
import type { ListField } from '../wish.ts';
import type { Draft } from './draft.ts';
import type { Kinds } from './kinds.ts';
import { type Lexicon, type Meaning, singular } from './lexicon.ts';
import { findMentions, type Mention, nearest } from './match.ts';
import { negationAt, type Span } from './negation.ts';
import { foldText, type Passage } from './passage.ts';

/** Things that belong to a product and are another one: a camera bag is no camera. */
const BELONGINGS_ZH = /^的?(?:保护[壳套膜]|手提包|收纳|配件|支架|电池|充电|背带|肩带|镜头盖|内胆|贴膜|[包壳套膜架袋座盒箱])(?!含|邮|括|装)/;
const BELONGINGS_EN =
  /^ (?:bags?|cases?|straps?|batter(?:y|ies)|chargers?|mounts?|stands?|covers?|cables?|sleeves?|holders?|adapters?|protectors?|accessor(?:y|ies)|docks?|boots?|bulbs?|caps?)\b/;

/**
 * Reads the catalogue's own names out of a request: types, brands, features, uses, looks, stated values.
 * @param accept which names are looked for; all by default.
 */
export function readNames(passage: Passage, lexicon: Lexicon, kinds: Kinds, draft: Draft, accept?: (phrase: string) => boolean): void {
  let turnedDown: Span | null = null;
  const mentions = withoutBelongings(
    passage,
    asUses(split(ofKinds(findMentions(passage, lexicon, accept), lexicon, kinds), lexicon)),
    draft,
  );
  const completes = mentions.flatMap((mention) => namesCompleted(mention, passage.text));
  for (const mention of mentions) {
    if (isCompany(mention, passage.text) || completes.some((name) => name !== mention.text && name.split(' ').includes(mention.text)))
      continue;
    const negation = negationAt(passage.text, mention, turnedDown);
    if (negation) {
      passage.claim(negation.start, negation.end);
      exclude(draft, mention, lexicon);
      turnedDown = mention;
      continue;
    }
    turnedDown = null;
    include(draft, whole(mention, passage.text), mention.text);
  }
}

/** Of the kinds that share a word those whose whole name is in the text, in any order: "network card, wired". */
function namesCompleted({ meaning }: Mention, text: string): string[] {
  if (meaning.field !== 'product_types' || meaning.distance < 2 || meaning.values.length < 2) return [];
  const words = new Set(text.match(/[a-z\d]+/g));
  return meaning.values.map(leafName).filter((name) => name.includes(' ') && name.split(' ').every((word) => words.has(word)));
}

function whole(mention: Mention, text: string): Meaning {
  const names = namesCompleted(mention, text);
  const { meaning } = mention;
  return names.length === 0 ? meaning : { ...meaning, values: meaning.values.filter((value) => names.includes(leafName(value))) };
}

const leafName = (path: string): string => foldText(path.split(' > ').at(-1) ?? path);

/** A word of several meanings means what things of the kinds named may state: gold is the colour of a case and a grade of power supplies. */
function ofKinds(mentions: readonly Mention[], { vocabulary }: Lexicon, kinds: Kinds): Mention[] {
  return mentions.map((mention) => {
    if (mention.meanings.length < 2) return mention;
    const fitting = mention.meanings.filter(({ key }) => {
      const attribute = key === undefined ? undefined : vocabulary.attributes.find((each) => each.key === key);
      return !attribute || kinds.state(attribute);
    });
    return fitting.length === 0 || fitting.length === mention.meanings.length || !fitting.some((each) => each === mention.meaning)
      ? fitting.length === 0
        ? mention
        : { ...mention, meaning: nearest(fitting), meanings: fitting }
      : { ...mention, meanings: fitting };
  });
}

/** Everyday words for people say whom a thing is for only beside 给, 适合, for; else who comes along. */
function isCompany({ meaning, start, end }: Mention, text: string): boolean {
  if (meaning.field !== 'audience' || meaning.distance < 2) return false;
  const given = /(?:给|送|适合|为|方便|\b(?:for|suits?|suitable for|gift to))\s?(?:我|my |the |an? |our |some )?$/.test(
    text.slice(0, start),
  );
  return !given && !/^(?:们)?(?:专?用|使用|能用|可用|款|版|看得)/.test(text.slice(end));
}

/**
 * A feature whose name ends in the kind of thing is both, where no other kind is named: 长焦镜头 is 长焦 and 镜头, unless
 * phones were spoken of.
 */
function split(mentions: readonly Mention[], lexicon: Lexicon): Mention[] {
  if (mentions.some((mention) => mention.meaning.field === 'product_types')) return [...mentions];
  return mentions.flatMap((mention) => {
    for (let at = 2; at <= mention.text.length - 2; at++) {
      const head = lexicon.phrases.get(mention.text.slice(0, at).trim());
      const tail = lexicon.phrases.get(mention.text.slice(at).trim());
      const kind = tail?.find((meaning) => meaning.field === 'product_types' && meaning.distance < 2);
      if (!head || !tail || !kind) continue;
      const middle = mention.start + at;
      return [
        { start: mention.start, end: middle, text: mention.text.slice(0, at).trim(), meaning: nearest(head), meanings: head },
        { start: middle, end: mention.end, text: mention.text.slice(at).trim(), meaning: kind, meanings: tail },
      ];
    }
    return [mention];
  });
}

/** 露营 is a shelf of the shop and a use: beside another kind of thing it is the use. */
function asUses(mentions: readonly Mention[]): Mention[] {
  const types = mentions.filter((mention) => mention.meaning.field === 'product_types');
  return mentions.map((mention) => {
    const use = mention.meanings.find((meaning) => meaning.field === 'use_cases' && meaning.distance === 0);
    return use && types.length > 1 && types.includes(mention) ? { ...mention, meaning: use } : mention;
  });
}

/** Drops types that only say what another thing is for: "camera bag", "a power supply for my graphics card". */
function withoutBelongings(passage: Passage, mentions: readonly Mention[], draft: Draft): Mention[] {
  const { text } = passage;
  return mentions.filter((mention, at) => {
    if (mention.meaning.field !== 'product_types') return true;
    const next = mentions[at + 1];
    const behind = text.slice(mention.end, mention.end + 14);
    if (next?.meaning.field === 'product_types' && /^ ?的?$/.test(text.slice(mention.end, next.start))) return false;
    const belonging = passage.isFree(mention.end, Math.min(text.length, mention.end + 2))
      ? (BELONGINGS_ZH.exec(behind) ?? BELONGINGS_EN.exec(behind))
      : null;
    if (belonging) {
      passage.claim(mention.start, mention.end + belonging[0].length);
      draft.words.push(text.slice(mention.start, mention.end + belonging[0].length).replace('的', ''));
      return false;
    }
    const first = mentions.findIndex((other) => other.meaning.field === 'product_types');
    return first === at || !/(?:\bfor|\bwith) (?:my|a|an|the|our)\s$|(?:给|配)我?的?$/.test(text.slice(0, mention.start));
  });
}

/** Adds a meaning to a wish. @param word the shopper's own, folded. */
export function include(draft: Draft, meaning: Meaning, word: string): void {
  const { field, values, key } = meaning;
  if (field === 'attribute') {
    if (key !== undefined) draft.attributes.push(oneOf(key, values));
    return;
  }
  // All of several features must hold, so a word that may mean several of them is left to the text search.
  if ((field === 'key_features' || field === 'use_cases' || field === 'service_guarantees') && values.length > 1 && !sameThing(values)) {
    draft.words.push(word);
    return;
  }
  const kept =
    field === 'colors' && values.length > 1 && sharesScript(word, values)
      ? [word.replace(/[的款]$/, '色')]
      : EVERY.has(field)
        ? values.slice(0, 1)
        : field === 'product_types'
          ? mostSpecific(values, word)
          : values;
  add(draft.terms, field, kept);
  if (field === 'product_types') draft.noun ??= word;
}

/** Of a shelf and a kind on it that goes by the same word, the kind: camcorders are not all of "Cameras and camcorders". */
function mostSpecific(values: readonly string[], word: string): readonly string[] {
  const own = values.filter((value) => singular(foldText(value.split(' > ').at(-1) ?? value)) === singular(word));
  const shelves = values.filter((value) => !own.includes(value) && own.some((kind) => kind.startsWith(`${value} > `)));
  return shelves.length === 0 ? values : values.filter((value) => !shelves.includes(value));
}

/** A shade is looked for inside the catalogue's own names of colours, if these are written in the same script. */
const sharesScript = (word: string, values: readonly string[]): boolean => values.some((value) => hasHan(value) === hasHan(word));

const EVERY: ReadonlySet<ListField> = new Set(['key_features', 'use_cases', 'service_guarantees']);
/** Twins in two languages are one thing; the engine finds both by either name. */
const sameThing = (values: readonly string[]): boolean => new Set(values.map(hasHan)).size === values.length;

function exclude(draft: Draft, { meaning, text }: Mention, lexicon: Lexicon): void {
  const { field, values, key } = meaning;
  const { exclude: out } = draft;
  if (field === 'brands') out.brands = join(out.brands, values);
  else if (field === 'product_types') out.product_types = join(out.product_types, values);
  else if (field === 'key_features') out.features = join(out.features, values);
  else if (field === 'colors')
    out.colors = join(out.colors, values.length > 1 && sharesScript(text, values) ? [text.replace(/[的款]$/, '色')] : values);
  else if (field === 'attribute' && key !== undefined && lexicon.vocabulary.attributes.some((attribute) => attribute.key === key))
    draft.attributes.push({ name: key, op: 'not_in', value: [...values] });
  else out.words = join(out.words, [text]);
}

/** Content words that nobody understood: turned down, or to be searched for as they are. */
export function readLeftovers(passage: Passage, words: readonly string[], lexicon: Lexicon, draft: Draft): void {
  const spoken = new Set([...draft.attributes.map((filter) => filter.name), draft.sort_attribute?.name]);
  const labels = lexicon.vocabulary.attributes
    .filter((attribute) => spoken.has(attribute.key))
    .flatMap((attribute) => [attribute.key.replaceAll('_', ' '), ...attribute.labels].map(foldText));
  for (const word of words) {
    // 电池 in "电池 4000 毫安以上" only names what the figure is of.
    if (labels.some((label) => label.includes(word))) continue;
    const at = passage.text.indexOf(word);
    const negation = at < 0 ? null : negationAt(passage.text, { start: at, end: at + word.length }, null);
    if (negation) draft.exclude.words = join(draft.exclude.words, [word]);
    else draft.words.push(word);
  }
}

function oneOf(key: string, values: readonly string[]): Draft['attributes'][number] {
  const [value] = values;
  return values.length === 1 && value !== undefined ? { name: key, op: 'eq', value } : { name: key, op: 'in', value: [...values] };
}

const join = (known: string[] | undefined, more: readonly string[]): string[] => [...new Set([...(known ?? []), ...more])].slice(0, 50);

function add(terms: Draft['terms'], field: ListField, values: readonly string[]): void {
  terms[field] = join(terms[field], values);
}
