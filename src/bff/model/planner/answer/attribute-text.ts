import type { Attribute } from '../../../../protocol/item.ts';

/** "重量 390 g"; a yes is told by the label alone, a no not at all. */
export function attributeText({ label, value, values, unit }: Attribute): string {
  if (value === false) return '';
  if (value === true) return label;
  const stated = (values ?? [value ?? '']).slice(0, 3).join(' / ');
  const name = label.replace(/\s*[(（][^()（）]*[)）]/g, '');
  // "Suits up to (people)" counts people, and without them the figure could be money.
  const counted = /[(（]\s*(people|persons|months|years|pieces)\s*[)）]/i.exec(label)?.[1];
  if (unit === undefined && counted !== undefined) return `${name} ${stated} ${counted}`;
  return `${name} ${stated}${unit === undefined ? '' : /^[%°"″'′]/.test(unit) ? unit : ` ${unit}`}`;
}
