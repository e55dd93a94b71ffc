import type { AttributeFilter } from '../../../../protocol/search.ts';
import type { AttributeInfo } from '../../../catalog/engine.ts';
import { everydayNames } from '../../../language/everyday.ts';
import { convert, parseQuantity, sameDimension } from '../../../language/units.ts';
import { attributesFor, type Concept } from './concepts.ts';
import type { Kinds } from './kinds.ts';
import type { Lexicon } from './lexicon.ts';
import { foldText } from './passage.ts';
import type { Quantity } from './quantities.ts';

/** Which quality a bare unit speaks of where no attribute is named: "under 400 g" is the weight. */
const CONCEPT_OF_UNIT: readonly (readonly [string, readonly Concept[]])[] = [
  ['g', ['weight']],
  ['in', ['size']],
  ['W', ['power']],
  ['mAh', ['battery']],
  ['h', ['battery']],
  ['lm', ['brightness']],
  ['nit', ['brightness']],
  ['dB', ['noise']],
  ['GB', ['capacity']],
  ['MP', ['resolution']],
  ['Hz', ['refresh', 'speed']],
  ['rpm', ['speed']],
  ['km/h', ['speed']],
  ['km', ['battery']],
  ['L', ['capacity']],
];

/** An attribute named beside a quantity: 内存4G, 20 hours of battery life. */
export interface NamedAttribute {
  readonly start: number;
  readonly end: number;
  readonly attributes: readonly AttributeInfo[];
}

/**
 * The attribute whose name stands directly before or behind a quantity, the longest name first.
 * @param taken whether a stretch names something else, such as the kind of thing: "32 GB memory".
 */
export function attributeBeside(
  text: string,
  quantity: { readonly start: number; readonly end: number },
  lexicon: Lexicon,
  taken: (start: number, end: number) => boolean,
): NamedAttribute | null {
  const windowStart = Math.max(0, quantity.start - 32);
  for (let gap = 0; gap <= 6; gap++) {
    const end = quantity.start - gap;
    if (
      end <= windowStart ||
      !/^(?:\s|[:：=]|的|要|为|在|有|达|到|需|得|能|是|of|is|at|with|should be)*$/.test(text.slice(end, quantity.start))
    )
      continue;
    for (let start = windowStart; start < end - 1; start++) {
      const attributes = lexicon.attributeNames.get(text.slice(start, end));
      if (attributes && !(isLatin(text[start]) && isLatin(text[start - 1])) && !taken(start, end)) return { start, end, attributes };
    }
  }
  const behind = /^(?:[\s-]|的|of|in)*/.exec(text.slice(quantity.end, quantity.end + 8))?.[0].length ?? 0;
  const start = quantity.end + behind;
  for (let end = Math.min(text.length, start + 32); end > start; end--) {
    const attributes = lexicon.attributeNames.get(text.slice(start, end));
    if (attributes && !(isLatin(text[end]) && isLatin(text[end - 1])) && !taken(start, end)) return { start, end, attributes };
  }
  return null;
}

const isLatin = (character: string | undefined): boolean => /[a-z\d]/.test(character ?? '');

/**
 * Conditions on the attribute that a quantity speaks of: the one named beside it, else the likeliest with such a unit.
 * @param named the attribute named beside the quantity.
 * @returns null where the catalogue states nothing in that unit.
 */
export function attributeFilters(quantity: Quantity, named: NamedAttribute | null, about: About): AttributeFilter[] | null {
  const { lexicon, text } = about;
  const attribute = chooseAttribute(quantity, named, about);
  if (!attribute) return null;
  const unit = unitFor(quantity.unit, attribute);
  if (attribute.type === 'text') return textFilters(quantity, unit, attribute);
  const shared = { name: attribute.key, ...(unit === null ? {} : { unit }) };
  const [min, max] = [quantity.min, quantity.max].map((text) => (text === undefined ? undefined : Number(text)));
  // "Max 128 GB of memory" asks for no less where the fact is the most a thing takes.
  if (max !== undefined && min === undefined && isMost(attribute) && /^(?:max|最[大多高])/.test(text.slice(quantity.start)))
    return [{ ...shared, op: 'gte', value: max }];
  if (quantity.bare && min !== undefined)
    return [{ ...shared, op: moreIsMeant(attribute, lexicon) ? 'gte' : 'eq', value: nominal(min, unit, attribute) }];
  if (quantity.about && min !== undefined)
    return [
      { ...shared, op: 'gte', value: tidy(min * 0.9) },
      { ...shared, op: 'lte', value: tidy(min * 1.1) },
    ];
  return [
    ...(min === undefined ? [] : [{ ...shared, op: 'gte' as const, value: min }]),
    ...(max === undefined ? [] : [{ ...shared, op: 'lte' as const, value: max }]),
  ];
}

/**
 * A figure as the catalogue rounds it: half a terabyte of storage is its 512 GB. The nearest stated figure within a
 * twentieth; the figure itself where there is none.
 */
function nominal(value: number, unit: string | null, { figures, unit: stated }: AttributeInfo): number {
  const own = unit === null || stated === undefined ? value : convert(value, unit, stated);
  if (own === null || own === 0 || unit === null || !sameDimension(unit, 'GB') || figures?.includes(own)) return value;
  const near = (figures ?? [])
    .filter((figure) => Math.abs(figure - own) <= own / 20)
    .toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own))[0];
  return near === undefined ? value : (convert(near, stated ?? unit, unit) ?? value);
}

/** What a quantity is read by. */
export interface About {
  readonly lexicon: Lexicon;
  readonly kinds: Kinds;
  /** The whole request, folded. */
  readonly text: string;
}

const tidy = (value: number): number => Number(value.toPrecision(6));

/** Of battery life and of places for people, at least as much is meant: "20 小时续航", "a tent for 4 people". */
function moreIsMeant(attribute: AttributeInfo, lexicon: Lexicon): boolean {
  return (
    isMost(attribute) ||
    attributesFor('battery', lexicon).includes(attribute) ||
    COUNTS_PEOPLE.test(attribute.labels.join(' ')) ||
    PEOPLE.test(attribute.unit ?? '')
  );
}

/** Whether a fact is the most a thing takes: maximum memory, 承重上限. */
const isMost = ({ labels }: AttributeInfo): boolean => /^max(?:imum)?\b|^最[大高]|上限/i.test(labels.join('\n'));

const PEOPLE = /^(?:个?人|people|persons?|guests?|adults?|口|位|名)$/i;
const COUNTS_PEOPLE = /人数|\bpeople\b|\bpersons?\b|\bguests\b/i;

/** Whether an attribute counts the people a thing is for. */
export const countsPeople = (attribute: AttributeInfo): boolean => COUNTS_PEOPLE.test(attribute.labels.join(' '));

/** The unit as the catalogue can take it: `G` beside storage is GB; one the catalogue writes by itself stays. */
function unitFor(unit: string | null, attribute: AttributeInfo): string | null {
  if (unit === null) return null;
  const stated = attribute.unit ?? attribute.values.map((term) => parseQuantity(term.value)?.unit).find((found) => found !== undefined);
  if (stated === undefined) return PEOPLE.test(unit) ? null : unit;
  if (sameDimension(unit, stated)) return unit;
  if (/^[gmt]$/i.test(unit) && sameDimension('GB', stated)) return `${unit.toUpperCase()}B`;
  return PEOPLE.test(unit) && /^(?:人|people|persons?|p)$/i.test(stated) ? stated : null;
}

function speaksOf(unit: string | null, attribute: AttributeInfo): boolean {
  if (unit === null) return attribute.type === 'number';
  if (PEOPLE.test(unit) && attribute.unit === undefined)
    return attribute.type === 'number' && COUNTS_PEOPLE.test(attribute.labels.join(' '));
  if (attribute.unit !== undefined) return attribute.unit.toLowerCase() === unit.toLowerCase() || unitFor(unit, attribute) !== null;
  return (
    attribute.type === 'text' && attribute.values.some((term) => parseQuantity(term.value) !== null) && unitFor(unit, attribute) !== null
  );
}

/** People sleep in a tent and sit before a screen: of several counts of people the one whose name fits the request. */
function forPeople(quantity: Quantity, { text, lexicon, kinds }: About): AttributeInfo | null {
  const all = lexicon.vocabulary.attributes.filter((attribute) => speaksOf(quantity.unit, attribute));
  const ofKinds = all.filter((attribute) => kinds.state(attribute));
  const counts = ofKinds.length > 0 ? ofKinds : all;
  const sleeps = /住|睡|sleep/i;
  const asleep = /住|睡|帐篷|tent|sleep/.test(`${text} ${kinds.names}`);
  const fitting = counts.filter((attribute) => sleeps.test(attribute.labels.join(' ')) === asleep);
  return likeliest(fitting.length > 0 ? fitting : counts, quantity);
}

function chooseAttribute(quantity: Quantity, named: NamedAttribute | null, { lexicon, kinds, text }: About): AttributeInfo | null {
  const speaks = (attribute: AttributeInfo): boolean =>
    speaksOf(quantity.unit, attribute) && (quantity.unit !== null || isNear(attribute, quantity));
  const byName = (named?.attributes ?? []).filter(speaks);
  const stated = byName.filter((attribute) => kinds.state(attribute, named ?? undefined));
  if (stated.length > 0) return likeliest(stated, quantity);
  const wider = named
    ? namedIn(text.slice(named.start, named.end), lexicon).filter((each) => speaks(each) && kinds.state(each, named))
    : [];
  if (wider.length > 0) return likeliest(wider, quantity);
  if (byName.length > 0) return likeliest(byName, quantity);
  if (quantity.unit !== null && PEOPLE.test(quantity.unit)) return forPeople(quantity, { text, lexicon, kinds });
  if (quantity.unit === null) return null;
  const inUnit = attributesInUnit(quantity, lexicon);
  const ofKinds = inUnit.filter((attribute) => kinds.state(attribute));
  const byUnit = ofKinds.length > 0 ? ofKinds : inUnit;
  for (const [symbol, itsConcepts] of CONCEPT_OF_UNIT) {
    if (!sameDimension(quantity.unit, symbol)) continue;
    for (const concept of itsConcepts) {
      const fitting = attributesFor(concept, lexicon).filter((attribute) => byUnit.includes(attribute));
      if (fitting.length > 0) return likeliest(fitting, quantity);
    }
  }
  return likeliest(byUnit, quantity);
}

/** Whether a figure is not far outside what is stated: 2000 to 3000 is no storage of a phone. */
function isNear({ min, max }: AttributeInfo, quantity: Quantity): boolean {
  const value = Number(quantity.min ?? quantity.max);
  return min === undefined || max === undefined || (value >= min / 10 && value <= max * 10);
}

/** Attributes whose name holds a word: memory is in "Maximum memory". */
function namedIn(word: string, lexicon: Lexicon): AttributeInfo[] {
  const names = new Set([word, ...everydayNames(word)]);
  return lexicon.vocabulary.attributes.filter(({ labels }) =>
    labels.some((label) => {
      const folded = foldText(label);
      return [...names].some((name) => (/[a-z]/.test(name) ? folded.split(' ').includes(name) : folded.includes(name)));
    }),
  );
}

/**
 * Attributes that may be meant by a figure nobody named: stated in such a unit, and not far outside what is stated, for
 * 3 days are no latency.
 */
export function attributesInUnit(quantity: Pick<Quantity, 'unit' | 'min' | 'max'>, lexicon: Lexicon): AttributeInfo[] {
  const value = Number(quantity.min ?? quantity.max);
  return lexicon.vocabulary.attributes.filter((attribute) => {
    if (!speaksOf(quantity.unit, attribute)) return false;
    if (attribute.min === undefined || attribute.max === undefined || !quantity.unit || !attribute.unit) return true;
    const told = convert(value, quantity.unit, attribute.unit) ?? value;
    return told >= attribute.min / 10 && told <= attribute.max * 10;
  });
}

/** The attribute whose range holds the value, and of several the one most items state. */
function likeliest(attributes: readonly AttributeInfo[], quantity: Quantity): AttributeInfo | null {
  const value = Number(quantity.min ?? quantity.max);
  const score = (attribute: AttributeInfo): number => {
    if (attribute.min === undefined || attribute.max === undefined) return attribute.count;
    const told = quantity.unit && attribute.unit ? (convert(value, quantity.unit, attribute.unit) ?? value) : value;
    return told >= attribute.min && told <= attribute.max ? attribute.count + 1e9 : attribute.count;
  };
  return attributes.reduce<AttributeInfo | null>((best, attribute) => (!best || score(attribute) > score(best) ? attribute : best), null);
}

/** Conditions on an attribute whose values are texts such as "4GB": the values that fit, as the catalogue writes them. */
function textFilters(quantity: Quantity, unit: string | null, attribute: AttributeInfo): AttributeFilter[] | null {
  const fits = attribute.values.filter((term) => {
    const stated = parseQuantity(term.value);
    const value = stated && (unit === null ? stated.value : convert(stated.value, stated.unit, unit));
    if (value === null) return false;
    return (quantity.min === undefined || value >= Number(quantity.min)) && (quantity.max === undefined || value <= Number(quantity.max));
  });
  if (fits.length === 0) {
    const wanted = `${quantity.min ?? quantity.max}${unit ?? ''}`;
    return [{ name: attribute.key, op: 'eq', value: wanted }];
  }
  const values = fits.map((term) => term.value);
  return [
    values.length === 1 && values[0] !== undefined
      ? { name: attribute.key, op: 'eq', value: values[0] }
      : { name: attribute.key, op: 'in', value: values.slice(0, 50) },
  ];
}
