import type { AttributeInfo, Term, Vocabulary } from '../../../catalog/engine.ts';
import { everydayNames, qualityNames } from '../../../language/everyday.ts';
import { foldText } from './passage.ts';

/** What a phrase of the catalogue names. The names are those of `search_db` parameters where there is one. */
export type TermField =
  | 'product_types'
  | 'brands'
  | 'key_features'
  | 'use_cases'
  | 'audience'
  | 'colors'
  | 'materials'
  | 'service_guarantees'
  | 'attribute';

/** A meaning of a phrase: one field, one or several of the catalogue's values. */
export interface Meaning {
  readonly field: TermField;
  readonly values: readonly string[];
  /** With field `attribute`: its key. */
  readonly key?: string;
  /** How far the phrase is from the catalogue's own word: 0 the word itself, 1 a form of it, 2 a part or everyday name. */
  readonly distance: 0 | 1 | 2;
  /** Items that have such a value. */
  readonly count: number;
}

/** The catalogue's words, ready for reading requests. Built once per revision. */
export interface Lexicon {
  readonly vocabulary: Vocabulary;
  readonly phrases: ReadonlyMap<string, readonly Meaning[]>;
  /** Names of attributes, to their keys. */
  readonly attributeNames: ReadonlyMap<string, readonly AttributeInfo[]>;
  /** Latin words of five letters and more in names of things, for putting misspelt ones right. */
  readonly words: ReadonlySet<string>;
  /** Every Latin word the catalogue uses in names and values; none of them is misspelt. */
  readonly known: ReadonlySet<string>;
  /** Longest phrase, in code units. */
  readonly longest: number;
}

const HAN = /\p{Script=Han}/u;
/** Values that name nothing by themselves. */
const EMPTY_VALUE =
  /^(?:yes|no|true|false|none|other|others|n a|standard|normal|full|unknown|default|是|否|有|无|其他|其它|标准|普通|默认|支持|不支持)$/;

/** Fields whose values people call by everyday names. */
const EVERYDAY: ReadonlySet<TermField> = new Set(['use_cases', 'key_features', 'brands', 'audience']);

const OWN_FIELD = /colou?r|颜色|\bmaterial|材质|材料/i;

const cache = new WeakMap<Vocabulary, Lexicon>();

/** The lexicon of a vocabulary; the same object for the same vocabulary. */
export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  let lexicon = cache.get(vocabulary);
  if (!lexicon) {
    lexicon = build(vocabulary);
    cache.set(vocabulary, lexicon);
  }
  return lexicon;
}

function build(vocabulary: Vocabulary): Lexicon {
  const phrases = new Map<string, Meaning[]>();
  const add = (phrase: string, meaning: Meaning) => {
    if (!canStand(phrase)) return;
    const known = phrases.get(phrase);
    if (!known) {
      phrases.set(phrase, [meaning]);
      return;
    }
    const same = known.findIndex((other) => other.field === meaning.field && other.key === meaning.key);
    const other = known[same];
    if (!other) known.push(meaning);
    else if (meaning.distance < other.distance) known[same] = meaning;
    else if (meaning.distance === other.distance)
      known[same] = {
        ...other,
        values: [...new Set([...other.values, ...meaning.values])].slice(0, 50),
        count: Math.max(other.count, meaning.count),
      };
  };
  const addTerm = (term: Term, field: TermField) => {
    for (const name of namesOf(term, field === 'product_types' ? SHELVES : undefined)) {
      const { value, count } = term;
      add(name, { field, values: [value], distance: 0, count });
      for (const form of formsOf(name)) add(form, { field, values: [value], distance: 1, count });
      if (EVERYDAY.has(field)) for (const other of everydayNames(name)) add(other, { field, values: [value], distance: 2, count });
    }
  };

  for (const term of vocabulary.product_types) {
    addTerm(term, 'product_types');
    for (const name of looseTypeNames(term)) add(name, { field: 'product_types', values: [term.value], distance: 2, count: term.count });
  }
  for (const term of vocabulary.brands) addTerm(term, 'brands');
  for (const term of vocabulary.features) addTerm(term, 'key_features');
  for (const term of vocabulary.use_cases) addTerm(term, 'use_cases');
  for (const term of vocabulary.audience) addTerm(term, 'audience');
  for (const term of vocabulary.colors) {
    addTerm(term, 'colors');
    for (const name of looseColorNames(term)) add(name, { field: 'colors', values: [term.value], distance: 2, count: term.count });
  }
  for (const term of vocabulary.materials) addTerm(term, 'materials');
  for (const term of vocabulary.guarantees) addTerm(term, 'service_guarantees');
  for (const attribute of vocabulary.attributes) {
    // Colours and materials are fields of their own.
    if (attribute.type === 'boolean' || OWN_FIELD.test(`${attribute.key} ${attribute.labels.join(' ')}`)) continue;
    for (const { value, count, labels } of attribute.values)
      for (const name of namesOf({ value, count, labels })) {
        const meaning = { field: 'attribute', key: attribute.key, values: [value], count } as const;
        if (isWordOfItsOwn(name)) add(name, { ...meaning, distance: 0 });
        for (const other of [...everydayNames(name), ...everydayWordsIn(name)]) add(other, { ...meaning, distance: 2 });
      }
  }
  let longest = 0;
  const words = new Set<string>();
  const known = new Set<string>();
  for (const [phrase, meanings] of phrases) {
    longest = Math.max(longest, phrase.length);
    // Materials are everyday words: a beach is not misspelt beech.
    const isName = meanings.some((meaning) => meaning.field !== 'attribute' && meaning.field !== 'materials');
    for (const word of phrase.match(/[a-z]{5,}/g) ?? []) (isName ? words : known).add(word);
  }
  return { vocabulary, phrases, attributeNames: attributeNames(vocabulary), words, known, longest };
}

/** Longer values are prose that nobody types. */
const LONGEST = 48;

/** A single Han character or Latin letter is in too many other words to be a name. */
function canStand(phrase: string): boolean {
  return phrase.length >= 2 && phrase.length <= LONGEST && /[\p{L}]/u.test(phrase);
}

/** An attribute's value that may be understood without naming the attribute. */
function isWordOfItsOwn(name: string): boolean {
  if (EMPTY_VALUE.test(name)) return false;
  if (/^[\d.]+\s?(?:[a-z%"'°²³µ/]{1,6}|\p{Script=Han}{1,3})$/u.test(name)) return /^\d+k$/.test(name);
  return HAN.test(name) ? name.length <= 12 : name.length >= 3 && name.length <= 40;
}

/** Everyday names of what a longer value holds: "USB 3.2 Type-C" is usb-c, "Bluetooth Wireless" is 蓝牙. */
function everydayWordsIn(name: string): string[] {
  const words = name.split(' ');
  if (HAN.test(name) || words.length < 2 || words.length > 6) return [];
  return words.flatMap((_, at) => [1, 2].flatMap((length) => [...qualityNames(words.slice(at, at + length).join(' '))]));
}

/** Shelves of what belongs to things, and of no such thing. */
const BELONGINGS = /(?:&|\band\b|,).* (?:accessories|supplies|parts)$/;

/** What joins several kinds of things in the name of a shelf: "Phones & Tablets". */
const SHELVES = /[/、|;,&]|\band\b/;

/**
 * All names of a term as folded phrases: value and labels, path leaves, what stands inside and outside brackets, and the
 * parts of a list.
 * @param join what parts are divided by.
 */
export function namesOf(term: Term, join = /[/、|;]/): string[] {
  const names = new Set<string>();
  for (const spelled of [term.value, ...term.labels]) {
    const leaf = foldText(spelled.split(' > ').at(-1) ?? spelled);
    if (leaf === '') continue;
    names.add(leaf.replace(/[!?]+$/, ''));
    const bracket = /^([^()（）[\]]+?)\s*[(（[]([^()（）[\]]+)[)）\]]\s*$/.exec(leaf);
    for (const part of bracket ? [bracket[1] ?? '', bracket[2] ?? ''] : []) if (part.trim()) names.add(part.trim());
    // "Cameras & Camcorders Accessories" holds accessories and no camera.
    if (!BELONGINGS.test(leaf)) for (const part of leaf.split(join)) if (part.trim().length > 1) names.add(part.trim());
    // Wi-Fi 6 is typed as wifi 6.
    const joined = foldText(
      spelled
        .replace(/(?<=\p{L})-(?=\p{L})/gu, '')
        .split(' > ')
        .at(-1) ?? '',
    );
    if (joined !== leaf && joined !== '') names.add(joined);
  }
  return [...names];
}

/** Singular and plural of a Latin phrase's last word; 黑色 as 黑的. */
function formsOf(name: string): string[] {
  if (HAN.test(name)) return name.length === 2 && name.endsWith('色') ? [`${name[0]}的`, `${name[0]}款`] : [];
  if (!/[a-z]$/.test(name)) return [];
  const forms = [name.endsWith('s') || /(?:x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`];
  if (/[^aeiou]y$/.test(name)) forms.push(`${name.slice(0, -1)}ies`);
  if (/ies$/.test(name) && name.length > 4) forms.push(`${name.slice(0, -3)}y`);
  if (/(?:x|ch|sh|s)es$/.test(name)) forms.push(name.slice(0, -2));
  if (/[^s]s$/.test(name) && name.length > 3) forms.push(name.slice(0, -1));
  return forms;
}

/** A Latin word without its plural ending; others as they are. */
export function singular(word: string): string {
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  return /[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

/** Everyday names of a type, its head noun ("mirrorless camera" is a camera, 微单相机 is 相机), and 投影 for 投影仪. */
function looseTypeNames(term: Term): string[] {
  const loose = new Set<string>();
  for (const name of namesOf(term, SHELVES)) {
    const heads = HAN.test(name) ? hanHeads(name) : latinHeads(name);
    for (const base of [name, ...formsOf(name), ...heads]) {
      loose.add(base);
      for (const other of everydayNames(base)) loose.add(other);
    }
  }
  return [...loose].flatMap((name) => [name, ...formsOf(name)]);
}

function hanHeads(name: string): string[] {
  const heads: string[] = [];
  for (let length = 2; length < name.length && length <= 4; length++) if (name.length >= length + 1) heads.push(name.slice(-length));
  if (/[仪机器]$/.test(name) && name.length === 3) heads.push(name.slice(0, 2));
  return heads;
}

function latinHeads(name: string): string[] {
  const words = name.split(' ');
  return words.length > 1 ? [words.slice(-1).join(' '), ...(words.length > 2 ? [words.slice(-2).join(' ')] : [])] : [];
}

/** The colours people name, in both languages. */
const COLORS = new Map(
  '黑black 白white 红red 橙orange 黄yellow 绿green 蓝blue 紫purple 灰gray 灰grey 银silver 金gold 粉pink 棕brown'
    .split(' ')
    .map((pair) => [pair.slice(1), pair.charAt(0)] as const),
);

/** "Matte Black" is black and 黑色, 星空黑 is 黑色 and black. */
function looseColorNames(term: Term): string[] {
  return namesOf(term).flatMap((name) => {
    if (!HAN.test(name)) {
      const words = name.split(' ').filter((word) => word.length > 2);
      const shades = words.flatMap((word) => COLORS.get(word) ?? []);
      return [...words, ...shades.flatMap(hanColors)];
    }
    const shade = /([黑白红橙黄绿蓝紫灰银金粉棕青])色?$/.exec(name)?.[1];
    const latin = [...COLORS].filter(([, han]) => han === shade).map(([word]) => word);
    return shade ? [...hanColors(shade), ...latin] : [];
  });
}

const hanColors = (shade: string): string[] => [`${shade}色`, `${shade}的`, `${shade}款`];

function attributeNames(vocabulary: Vocabulary): Map<string, AttributeInfo[]> {
  const names = new Map<string, AttributeInfo[]>();
  const add = (name: string, attribute: AttributeInfo) => {
    if (!canStand(name)) return;
    const known = names.get(name) ?? [];
    if (!known.includes(attribute)) names.set(name, [...known, attribute]);
  };
  for (const attribute of vocabulary.attributes)
    for (const spelled of [attribute.key.replaceAll('_', ' '), ...attribute.labels]) {
      const name = foldText(spelled.replace(/[(（][^()（）]*[)）]/g, ''));
      add(name, attribute);
      for (const form of formsOf(name)) add(form, attribute);
      for (const other of everydayNames(name)) {
        // 核 is no word by itself, but it is one behind a figure.
        if (other.length === 1) names.set(other, [...(names.get(other) ?? []), attribute]);
        add(other, attribute);
      }
      if (HAN.test(name)) for (const head of hanHeads(name)) add(head, attribute);
    }
  return names;
}
