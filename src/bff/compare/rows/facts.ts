import type { CompareCell, CompareRow } from '../../../protocol/compare.ts';
import type { Attribute, Item } from '../../../protocol/item.ts';
import { sameDimension } from '../../language/units.ts';
import { type Aligned, align } from '../meaning.ts';
import { asEnergy, inUnit, type Quantity, quantityOf } from '../quantity.ts';
import { type CompareContext, type Ranked, rowOf } from '../row.ts';
import { compareWords } from '../words.ts';

/** What one column of a row comes to. */
interface Column {
  readonly cell: CompareCell;
  readonly ranked: Ranked;
}

/**
 * Stated facts, aligned by meaning; numbers are told in the unit of the first item that states one. Asked-about facts come
 * first, then those that more items state.
 * @param aspects facts that were asked about, by key or label.
 */
export function factRows(context: CompareContext, aspects: readonly string[] = []): CompareRow[] {
  const { items, locale, policy } = context;
  const group = compareWords(locale).groups.facts;
  const asked = ({ key, label }: Aligned): number =>
    aspects.some((aspect) => aspect.toLowerCase() === key.toLowerCase() || label.toLowerCase().includes(aspect.toLowerCase())) ? 1 : 0;
  const count = ({ facts }: Aligned): number => facts.filter((fact) => fact !== null).length;
  return align(items, policy)
    .toSorted((a, b) => asked(b) - asked(a) || count(b) - count(a))
    .flatMap((aligned) => {
      const unit = commonUnit(aligned, items);
      const columns = aligned.facts.map((stated, column): Column => {
        const item = items[column];
        return stated && item ? columnOf(stated.fact, `attributes.${stated.key}`, unit, item, context) : { cell: null, ranked: null };
      });
      return rowOf(
        { key: `attributes.${aligned.key}`, label: aligned.label, group },
        columns.map(({ cell }) => cell),
        locale,
        { values: columns.map(({ ranked }) => ranked), better: policy.better(aligned.key, aligned.label) },
      );
    });
}

/** The unit a row is told in: that of the first quantity; energy where charge stands beside it. */
function commonUnit({ facts }: Aligned, items: readonly Item[]): string | undefined {
  const units = facts.flatMap((stated) => (stated && quantityOf(stated.fact)?.unit) ?? []);
  const energy = units.find((unit) => sameDimension(unit, 'Wh'));
  const charge = facts.some((stated, column) => {
    const quantity = stated && quantityOf(stated.fact);
    const item = items[column];
    return quantity && item && asEnergy(quantity, item);
  });
  return energy !== undefined && charge ? energy : units[0];
}

function columnOf(fact: Attribute, source: string, unit: string | undefined, item: Item, context: CompareContext): Column {
  const words = compareWords(context.locale);
  const own = quantityOf(fact);
  const told = own && inUnit(own, unit);
  if (told) return { cell: { text: textOf(told, context.locale), ...singleOf(told), source }, ranked: rankOf(told) };
  const charged = own && asEnergy(own, item);
  const energy = charged && inUnit(charged.energy, unit);
  if (own && charged && energy) {
    const text = words.atVoltage(textOf(energy, context.locale), textOf(own, context.locale), charged.volts);
    return { cell: { text, ...singleOf(energy), source }, ranked: rankOf(energy) };
  }
  // As it is stated: a text, a yes or no, or a quantity that nothing here can tell in the row's unit.
  const values = fact.values ?? (fact.value === undefined ? [] : [fact.value]);
  const text = words.list(values.map((value) => (value === true ? words.yes : value === false ? words.no : String(value))));
  return { cell: text === '' ? null : { text: fact.unit ? `${text} ${fact.unit}` : text, source }, ranked: null };
}

const singleOf = ({ numbers }: Quantity): { value?: number } =>
  numbers.length === 1 && numbers[0] !== undefined ? { value: numbers[0] } : {};
const rankOf = ({ numbers }: Quantity): Ranked => (numbers.length === 1 ? (numbers[0] ?? null) : null);

const formats = new Map<string, Intl.NumberFormat>();
function textOf({ numbers, unit }: Quantity, locale: string): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: false });
    formats.set(locale, format);
  }
  const text = numbers.map((value) => format.format(value)).join('–');
  return unit === undefined ? text : `${text}${/^[°%"″]/.test(unit) ? '' : ' '}${unit}`;
}
