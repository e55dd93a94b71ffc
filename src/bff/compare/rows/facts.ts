import type { CompareCell, CompareRow } from '../../../protocol/compare.ts';
import type { Attribute } from '../../../protocol/item.ts';
import { convert } from '../../language/units.ts';
import { betterOf } from '../better.ts';
import { bestOf, type CompareContext, rowOf } from '../row.ts';
import { compareWords } from '../words.ts';

/** A number in the row's unit, at most three places; null where the units have nothing to do with each other. */
function inUnit(value: number, from: string | undefined, to: string | undefined): number | null {
  if (from === to) return value;
  if (from === undefined || to === undefined) return null;
  const converted = convert(value, from, to);
  return converted === null ? null : Math.round(converted * 1000) / 1000;
}

function cellOf(fact: Attribute | undefined, key: string, unit: string | undefined, context: CompareContext): CompareCell {
  if (!fact) return null;
  const words = compareWords(context.locale);
  const values = fact.values ?? (fact.value === undefined ? [] : [fact.value]);
  if (values.length === 0) return null;
  const source = `attributes.${key}`;
  const numbers = values.map((value) => (typeof value === 'number' ? inUnit(value, fact.unit, unit) : null));
  const format = new Intl.NumberFormat(context.locale, { maximumFractionDigits: 3, useGrouping: false });
  if (numbers.every((value) => value !== null)) {
    const text = `${numbers.map((value) => format.format(value)).join('–')}${unit ? ` ${unit}` : ''}`;
    return { text, ...(numbers.length === 1 ? { value: numbers[0] } : {}), source };
  }
  const text = values.map((value) => (value === true ? words.yes : value === false ? words.no : String(value))).join(', ');
  return { text: fact.unit && values.every((value) => typeof value === 'number') ? `${text} ${fact.unit}` : text, source };
}

/**
 * Stated facts, aligned by key; numbers are converted to the unit of the first item that states one. Facts come in the order
 * in which the items state them, those that all state first.
 */
export function factRows(context: CompareContext, aspects: readonly string[] = []): CompareRow[] {
  const { items, locale } = context;
  const group = compareWords(locale).groups.facts;
  const keys = [...new Set(items.flatMap((item) => Object.keys(item.attributes ?? {})))];
  const stated = (key: string): number => items.filter((item) => item.attributes?.[key]).length;
  const asked = (key: string): number => {
    const label = items.find((item) => item.attributes?.[key])?.attributes?.[key]?.label ?? key;
    return aspects.some((aspect) => aspect.toLowerCase() === key.toLowerCase() || label.includes(aspect)) ? 1 : 0;
  };
  return keys
    .toSorted((a, b) => asked(b) - asked(a) || stated(b) - stated(a))
    .flatMap((key) => {
      const facts = items.map((item) => item.attributes?.[key]);
      const first = facts.find((fact) => fact !== undefined);
      if (!first) return [];
      const cells = facts.map((fact) => cellOf(fact, key, first.unit, context));
      const better = betterOf(key, first.label);
      const numbers = cells.map((cell) => (typeof cell?.value === 'number' ? cell.value : null));
      return rowOf({ key: `attributes.${key}`, label: first.label, group }, cells, better && bestOf(numbers, better));
    });
}
