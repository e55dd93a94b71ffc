import type { Attribute, Item } from '../../../protocol/item.ts';
import type { Language } from '../../i18n/language.ts';

/** Facts on a card: enough to tell items apart, few enough to stay on one line. */
const SHOWN = 3;
const TIGHT_UNIT = /^[°%"″'′]|^\p{Script=Han}/u;

function withUnit(value: string, unit: string | undefined): string {
  if (!unit) return value;
  return TIGHT_UNIT.test(unit) ? value + unit : `${value} ${unit}`;
}

/** One attribute in the fewest words; null where it would say nothing ("no"). */
export function factText({ label, value, values, unit }: Attribute, language: Language): string | null {
  const all = values ?? (value === undefined ? [] : [value]);
  const first = all[0];
  if (typeof first === 'boolean') return first ? label : null;
  const text = all.map((one) => (typeof one === 'number' ? language.number(one) : String(one))).join('/');
  if (text === '') return null;
  return typeof first === 'number' && !unit ? `${label} ${text}` : withUnit(text, unit);
}

/** The line under an item's title: the facts that were asked about, then those the shop states first. */
export function factsLine(item: Item, language: Language, asked: readonly string[] = []): string {
  const all = Object.entries(item.attributes ?? {});
  const facts = [...all.filter(([key]) => asked.includes(key)), ...all.filter(([key]) => !asked.includes(key))]
    .map(([, attribute]) => factText(attribute, language))
    .filter((fact) => fact !== null && fact.length <= 24)
    .slice(0, SHOWN);
  return facts.length > 0 ? facts.join(' · ') : (item.subtitle ?? '');
}
