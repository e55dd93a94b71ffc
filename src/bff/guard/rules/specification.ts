import type { Attribute, Item } from '../../../protocol/item.ts';
import type { Measure } from '../../language/measures.ts';
import { convert } from '../../language/units.ts';

/** What a sentence's quantity says against the catalogue. */
export type SpecificationFinding =
  /** It contradicts a stated attribute, whose own words stand in its place. */
  | { readonly kind: 'contradicted'; readonly attribute: string; readonly value: string }
  /** It fits no stated quantity of its kind, but which one is meant is not clear. */
  | { readonly kind: 'doubtful'; readonly reason: string };

/** Words by which a sentence names an attribute besides its label: as said, and as they stand in labels. */
const SYNONYMS: readonly (readonly [said: RegExp, labelled: RegExp])[] = [
  [/weigh|(?<![承载负限配])重/i, /weight|(?<![承载负限配])重/i],
  [/batter|runtime|last|续航|电池/i, /batter|runtime|续航|电池/i],
  [/batter|capacity|电池|容量/i, /capacity|容量/i],
  [/screen|display|屏/i, /screen|display|屏/i],
  [/noise|loud|噪/i, /noise|噪/i],
  [/bright|lumen|亮/i, /bright|亮/i],
  [/pixel|sensor|resolution|像素|传感/i, /pixel|sensor|resolution|像素/i],
  [/storage|disk|硬盘|存储/i, /storage|disk|硬盘|存储/i],
  [/memory|\bram|内存/i, /memory|\bram|内存|运存/i],
  [/charg|power|快充|功率|充电/i, /charg|power|功率|快充|充电/i],
  [/refresh|刷新/i, /refresh|刷新/i],
];

/** A comparison or a bound states no attribute: "229 g lighter", 不到 500 克. */
const RELATIVE_BEFORE =
  /(?:轻了?|重了|多了?|少了?|短了?|长了?|差|比|不到|不足|超过|少于|多于|至少|最多|以内|以上|under|over|less than|more than|at least|at most|up to|within|below|above|by|another|extra) ?(?:约|about|only|just)? ?$/i;
const RELATIVE_AFTER = /^ ?(?:lighter|heavier|longer|shorter|more|less|closer|以内|以上|以下|左右|上下)/i;
/** Rounding that a sentence may do. */
const TOLERANCE = 0.03;

/**
 * G17: whether a quantity contradicts what the catalogue says of the item the sentence names.
 * @param before the text before it, at most a sentence or two; `after` a few characters.
 * @returns null where it agrees or nothing can be tied to it.
 */
export function specificationFinding(measure: Measure, before: string, after: string, item: Item | undefined): SpecificationFinding | null {
  if (!item || RELATIVE_BEFORE.test(before) || RELATIVE_AFTER.test(after)) return null;
  const stated = Object.values(item.attributes ?? {}).flatMap((attribute) => numbersOf(attribute, measure));
  if (stated.length === 0 || stated.some(({ number, claimed }) => Math.abs(number - claimed) <= TOLERANCE * Math.max(number, claimed)))
    return null;
  const clause =
    before
      .slice(-32)
      .split(/[,。;!?,;!?\n]/)
      .at(-1) ?? '';
  const named = stated.filter(({ attribute }) => names(clause + after, attribute));
  const [only] = named;
  if (only && named.length === 1)
    return { kind: 'contradicted', attribute: only.attribute.label, value: `${only.number} ${only.attribute.unit ?? ''}`.trim() };
  return { kind: 'doubtful', reason: `${item.id} states no quantity of this kind and size` };
}

/** The numbers of an attribute of the same kind as the claim, with the claim told in the attribute's unit. */
function numbersOf(attribute: Attribute, { value: said, unit }: Measure): { attribute: Attribute; number: number; claimed: number }[] {
  const claimed = attribute.unit ? convert(said, unit, attribute.unit) : null;
  if (claimed === null) return [];
  const values = attribute.values ?? (attribute.value === undefined ? [] : [attribute.value]);
  return values.flatMap((value) => {
    const number =
      typeof value === 'number' ? value : typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
    return number === undefined ? [] : [{ attribute, number, claimed }];
  });
}

function names(clause: string, attribute: Attribute): boolean {
  const label = attribute.label.toLowerCase();
  if (label.length > 1 && clause.toLowerCase().includes(label)) return true;
  return SYNONYMS.some(([said, labelled]) => said.test(clause) && labelled.test(label));
}

/** The item a sentence is about: the one whose title or model stands last before it. */
export function namedItem(before: string, items: Iterable<Item>): Item | undefined {
  const text = before.toLowerCase();
  let named: Item | undefined;
  let last = -1;
  for (const item of items)
    for (const name of [item.title, item.model]) {
      const at = name && name.length > 2 ? text.lastIndexOf(name.toLowerCase()) : -1;
      if (at > last) {
        last = at;
        named = item;
      }
    }
  return named;
}
