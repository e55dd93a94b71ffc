import { attributeValues, type FieldValue, fieldValues, namesOf } from '../../bff/catalog/fields.ts';
import { hasHan } from '../../bff/language/script.ts';
import { fold } from '../../bff/language/tokens.ts';
import { convert, parseQuantity } from '../../bff/language/units.ts';
import type { Item } from '../../protocol/item.ts';

/** A test on what one record states. */
export type Condition = (item: Item) => boolean;

/** Relative width within which two numbers are the same: makers round. */
const WIDTH = 0.005;

/** `type:`, `brand:` … of a condition to the field of an item that holds its names. */
const FIELDS: Readonly<Record<string, string>> = {
  type: 'product_types',
  brand: 'brands',
  feature: 'features',
  use: 'use_cases',
  for: 'audience',
};

/**
 * Reads one condition. `/` separates alternatives.
 * - `type:Camera`, `brand:`, `feature:`, `use:`, `for:`: one of the item's names for it, brackets and case aside
 * - `color:black`: a colour whose name contains it
 * - `model:A7C II`: the model or title contains it, blanks and hyphens aside
 * - `says:wool`: title, subtitle, tags or description contain the word
 * - `titled:watch`: the title contains the word
 * - `wattage=750 W`, `>=`, `<=`: a number the item states under that key, units converted
 * - `modular~Full`: the text it states there contains it
 * @throws Error
 */
export function parseCondition(text: string): Condition {
  const named = /^([a-z]+):(.+)$/.exec(text);
  if (named) return namedCondition(named[1] ?? '', (named[2] ?? '').split('/'));
  const stated = /^([^<>=~]+)(>=|<=|=|~)(.+)$/.exec(text);
  if (!stated) throw new Error(`no condition: ${text}`);
  const [, key = '', operator = '', value = ''] = stated;
  return operator === '~' ? textCondition(key, value.split('/')) : numberCondition(key, operator, value);
}

const valuesKnown = new WeakMap<Item, FieldValue[]>();

/** `fieldValues`, once for each item: every query of a set asks it of the whole catalogue. */
function valuesOf(item: Item): FieldValue[] {
  let values = valuesKnown.get(item);
  if (!values) {
    values = fieldValues(item).filter(({ field }) => !field.startsWith('attributes.'));
    valuesKnown.set(item, values);
  }
  return values;
}

const foldedKnown = new Map<string, string>();

/** `fold`, once for each text. */
function folded(text: string): string {
  let known = foldedKnown.get(text);
  if (known === undefined) {
    known = fold(text);
    foldedKnown.set(text, known);
  }
  return known;
}

const patterns = new Map<string, RegExp>();

/** A model number however it is cut, but whole: `X3` is not in `X30`. */
function modelPattern(model: string): RegExp {
  let pattern = patterns.get(model);
  if (!pattern) {
    const characters = [...folded(model).replace(/[^\p{L}\p{N}]+/gu, '')].join(String.raw`[\s\-_/]*`);
    pattern = new RegExp(String.raw`(?<![a-z\d])${characters}(?![a-z\d])`, 'u');
    patterns.set(model, pattern);
  }
  return pattern;
}

/** Whether a text contains a word: anywhere for Han, at its borders otherwise, plural or not. */
function contains(text: string | undefined, word: string): boolean {
  const whole = folded(text ?? '');
  const part = folded(word);
  // Most texts do not hold the word at all, and the pattern costs more.
  if (!whole.includes(part)) return false;
  if (hasHan(part)) return true;
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?:e?s)?(?![\p{L}\p{N}])`, 'u').test(
    whole,
  );
}

function namedCondition(name: string, alternatives: readonly string[]): Condition {
  const any =
    (holds: (item: Item, value: string) => boolean): Condition =>
    (item) =>
      alternatives.some((value) => holds(item, value));
  const field = FIELDS[name];
  if (field) {
    const wanted = new Set(alternatives.flatMap(namesOf));
    return (item) => valuesOf(item).some((value) => value.field === field && value.names.some((each) => wanted.has(each)));
  }
  switch (name) {
    case 'color':
      return any((item, value) => valuesOf(item).some((each) => each.field === 'colors' && contains(each.value, value)));
    case 'model':
      return any((item, value) => [item.model, item.title, item.sku].some((each) => modelPattern(value).test(folded(each ?? ''))));
    case 'titled':
      return any((item, value) => contains(item.title, value));
    case 'says':
      return any((item, value) =>
        [item.title, item.subtitle, ...(item.tags ?? []), item.description?.plain].some((each) => contains(each, value)),
      );
    default:
      throw new Error(`no condition on ${name}`);
  }
}

function textCondition(key: string, values: readonly string[]): Condition {
  return (item) => {
    const fact = item.attributes?.[key];
    return fact !== undefined && attributeValues(fact).some((each) => values.some((value) => folded(String(each)).includes(folded(value))));
  };
}

function numberCondition(key: string, operator: string, text: string): Condition {
  const wanted = parseQuantity(text) ?? { value: Number(text), unit: undefined };
  if (!Number.isFinite(wanted.value)) throw new Error(`no number: ${text}`);
  return (item) => {
    const fact = item.attributes?.[key];
    const numbers = fact ? attributeValues(fact).filter((value) => typeof value === 'number') : [];
    return numbers.some((number) => {
      const value = fact?.unit === undefined || wanted.unit === undefined ? number : convert(number, fact.unit, wanted.unit);
      if (value === null) return false;
      const slack = Math.abs(wanted.value) * WIDTH;
      return operator === '>='
        ? value >= wanted.value - slack
        : operator === '<='
          ? value <= wanted.value + slack
          : Math.abs(value - wanted.value) <= slack;
    });
  };
}
