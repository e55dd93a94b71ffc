import type { AttributeFilter } from '../../../protocol/search.ts';
import { fold } from '../../language/tokens.ts';
import { parseQuantity, sameDimension } from '../../language/units.ts';
import { SearchRefused } from '../engine.ts';
import { inUnit } from '../fields.ts';
import type { Conditions } from './conditions.ts';
import { anyTerm, attributeToken, NOTHING, termToken } from './match.ts';
import type { KnownAttribute, Names } from './names.ts';
import type { FactRange } from './tests.ts';

type Scalar = string | number | boolean;
const valuesOf = (filter: AttributeFilter): Scalar[] => (Array.isArray(filter.value) ? filter.value : [filter.value]);
const NEGATIVE: ReadonlySet<AttributeFilter['op']> = new Set(['ne', 'not_in']);

/** Relative width that a converted number may miss by; far below any difference a product states. */
const WIDTH = 1e-9;

/**
 * Adds what the filters on one attribute name ask.
 * @throws SearchRefused for a unit of another kind, or a bound that is no number.
 */
export function addAttribute(filters: readonly AttributeFilter[], names: Names, found: Conditions): void {
  const attributes = comparable(names.attributes(filters[0]?.name ?? ''), filters);
  if (attributes.length === 0) {
    found.match.push(NOTHING);
    return;
  }
  for (const filter of filters.filter((each) => NEGATIVE.has(each.op))) {
    found.match.push({ any: attributes.map(({ no }) => ({ token: attributeToken(no) })) });
    const terms = attributes.flatMap((attribute) => valuesOf(filter).flatMap((value) => textTerms(attribute, value, names)));
    found.not.push(...terms.map((term) => ({ token: termToken(term) })));
    const ranges = attributes.flatMap((attribute) => valuesOf(filter).flatMap((value) => equalRange(attribute, filter, value)));
    if (ranges.length > 0) found.tests.push({ not: { facts: ranges } });
  }
  const positive = filters.filter((each) => !NEGATIVE.has(each.op));
  const bounds = positive.filter((each) => each.op === 'lte' || each.op === 'gte');
  if (bounds.length > 0) found.tests.push({ facts: attributes.map((attribute) => rangeOf(attribute, bounds)) });
  for (const filter of positive.filter((each) => each.op !== 'lte' && each.op !== 'gte')) addEqual(attributes, filter, names, found);
}

/** The unit a filter's value is in: its own ("4GB"), or the one beside it. */
const unitIn = (filter: AttributeFilter, value: Scalar): string | undefined =>
  (typeof value === 'string' ? parseQuantity(value)?.unit : undefined) ?? filter.unit;

/**
 * Of several attributes by one name those that are stated in a unit the search can be compared in.
 * @throws SearchRefused when there are attributes and none is.
 */
function comparable(attributes: readonly KnownAttribute[], filters: readonly AttributeFilter[]): KnownAttribute[] {
  const units = filters.flatMap((filter) => valuesOf(filter).map((value) => unitIn(filter, value))).filter((unit) => unit !== undefined);
  const fitting = attributes.filter(({ unit }) =>
    units.every((asked) => unit === undefined || unit === asked || sameDimension(asked, unit)),
  );
  if (attributes.length === 0 || fitting.length > 0) return fitting;
  const name = filters[0]?.name ?? '';
  const stated = [...new Set(attributes.map(({ unit }) => unit ?? ''))];
  throw new SearchRefused(
    'bad_arguments',
    `attributes: ${name} is stated in ${stated.join(' or ')}, not in ${units.join(', ')}`,
    ['attributes'],
    {
      [`attributes.${name}.unit`]: stated,
    },
  );
}

/** The number a filter's value means in an attribute's unit. */
function numberIn(attribute: KnownAttribute, filter: AttributeFilter, value: Scalar): number | null {
  const told = typeof value === 'string' ? parseQuantity(value) : null;
  const plain = typeof value === 'number' ? value : typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : null;
  const amount = told?.value ?? plain;
  if (amount === null) return null;
  return inUnit(amount, unitIn(filter, value), attribute.unit);
}

const around = (value: number): [number, number] => [value - Math.abs(value) * WIDTH, value + Math.abs(value) * WIDTH];

function rangeOf(attribute: KnownAttribute, filters: readonly AttributeFilter[]): FactRange {
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  for (const filter of filters) {
    const bound = numberIn(attribute, filter, valuesOf(filter)[0] ?? '');
    if (bound === null) throw new SearchRefused('bad_arguments', `attributes: ${filter.name} ${filter.op} needs a number`, ['attributes']);
    if (filter.op === 'gte') low = Math.max(low, around(bound)[0]);
    else high = Math.min(high, around(bound)[1]);
  }
  return { attribute: attribute.no, low, high };
}

function addEqual(attributes: readonly KnownAttribute[], filter: AttributeFilter, names: Names, found: Conditions): void {
  const terms: number[] = [];
  const ranges: FactRange[] = [];
  for (const attribute of attributes) {
    for (const value of valuesOf(filter)) {
      terms.push(...(filter.op === 'contains' ? containingTerms(attribute, value, names) : textTerms(attribute, value, names)));
      ranges.push(...equalRange(attribute, filter, value));
    }
  }
  if (ranges.length === 0) found.match.push(anyTerm(terms));
  // A number written in another unit has another name: the text 4GB and the number 4 both are what is asked for.
  else found.either.push({ match: terms.length > 0 ? anyTerm(terms) : null, tests: [{ facts: ranges }] });
}

/** The number a filter's value means, as a range; none where it means no number. */
function equalRange(attribute: KnownAttribute, filter: AttributeFilter, value: Scalar): FactRange[] {
  const number = numberIn(attribute, filter, value);
  if (number === null) return [];
  const [low, high] = around(number);
  return [{ attribute: attribute.no, low, high }];
}

/** Words for yes and no, as models and shoppers write them. */
const YES = new Set(['true', 'yes', '是', '有', '支持']);
const NO = new Set(['false', 'no', '否', '无', '没有', '不支持', 'none']);

function textTerms(attribute: KnownAttribute, value: Scalar, names: Names): number[] {
  const text = fold(String(value));
  const spellings = [String(value), ...(YES.has(text) ? ['true'] : []), ...(NO.has(text) ? ['false'] : [])];
  return spellings.flatMap((spelling) => names.equal(`attributes.${attribute.key}`, spelling));
}

function containingTerms(attribute: KnownAttribute, value: Scalar, names: Names): number[] {
  return names.containing(`attributes.${attribute.key}`, String(value));
}
