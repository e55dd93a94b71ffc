import type { Attribute, Item } from '../../protocol/item.ts';
import { sameDimension } from '../language/units.ts';
import type { ComparePolicy } from './policy.ts';

/** Names of one and the same fact, in keys and labels of either language. Only what is never something else is here. */
const synonyms: readonly (readonly [string, RegExp])[] = [
  ['weight', /^(?:(?:net|item|product|body)[ _]?)?weight$|^(?:机身|产品|商品)?(?:重量|净重)$/],
  ['screen_size', /^(?:screen|display)(?:[ _]?(?:size|diagonal))?$|^(?:主)?屏幕?(?:尺寸|大小)$/],
  ['storage', /^(?:internal[ _])?storage(?:[ _]?(?:capacity|size))?$|^(?:机身)?存储(?:容量|空间)?$/],
  ['memory', /^(?:ram|memory)(?:[ _]?(?:capacity|size))?$|^(?:运行)?内存(?:容量)?$/],
  ['battery', /^battery(?:[ _]?capacity)?$|^电池(?:容量)?$/],
  ['battery_life', /^(?:battery[ _]?life|run[ _]?time|play[ _]?time)$|^续航(?:时间)?$/],
  ['power', /^(?:(?:rated|nominal)[ _])?(?:power|wattage)$|^(?:额定)?功率$/],
  ['noise', /^noise(?:[ _]?level)?$|^噪[音声](?:值)?$/],
  ['brightness', /^brightness$|^(?:标称)?亮度$/],
  ['resolution', /^(?:screen[ _])?resolution$|^(?:屏幕)?分辨率$/],
  ['color', /^colou?r$|^(?:机身)?颜色$/],
  ['material', /^material$|^材[质料]$/],
  ['length', /^length$|^长度?$/],
  ['width', /^width$|^宽度?$/],
  ['height', /^height$|^高度?$/],
  ['depth', /^depth$|^深度?$/],
  ['warranty', /^warranty(?:[ _]?period)?$|^质保(?:期)?$/],
];

/** A name without case, brackets and the unit they may hold: 机身重量（g） is 机身重量. */
const fold = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s*\([^()]*\)/g, '')
    .trim()
    .toLowerCase();

/** One row's fact for each item: under which key it states it. */
export interface Aligned {
  /** Key of the row. */
  readonly key: string;
  readonly label: string;
  readonly facts: readonly ({ readonly key: string; readonly fact: Attribute } | null)[];
}

/** Facts that may stand in one row: numbers of one dimension, or at least one without a unit. */
function compatible(one: Attribute, other: Attribute): boolean {
  const charge = (unit: string): boolean => sameDimension(unit, 'mAh') || sameDimension(unit, 'Wh');
  if (one.unit === undefined || other.unit === undefined || one.unit === other.unit) return true;
  return sameDimension(one.unit, other.unit) || (charge(one.unit) && charge(other.unit));
}

/**
 * Facts of several items aligned by meaning: by the shop's own word for it (`comparison.same`), by key, by label, by the common names
 * in both languages. Two facts that one item states side by side are never the same, however alike their names.
 */
export function align(items: readonly Item[], policy: ComparePolicy): Aligned[] {
  const rows: { key: string; label: string; names: Set<string>; facts: ({ key: string; fact: Attribute } | null)[] }[] = [];
  for (const [column, item] of items.entries())
    for (const [key, fact] of Object.entries(item.attributes ?? {})) {
      const names = namesOf(policy.sameAs(key), fact.label);
      const free = (row: (typeof rows)[number]): boolean =>
        row.facts[column] === null && row.facts.every((other) => other === null || compatible(other.fact, fact));
      // The same key first: a label that two keys share must not take the place of the key's own row.
      const row =
        rows.find((each) => each.key === policy.sameAs(key) && free(each)) ??
        rows.find((each) => meets(each.names, names) && free(each) && !ownsKey(items, each.key, column));
      const place = row ?? { key: policy.sameAs(key), label: fact.label, names, facts: items.map(() => null) };
      if (!row) rows.push(place);
      for (const name of names) place.names.add(name);
      place.facts[column] = { key, fact };
    }
  return rows.map(({ key, label, facts }) => ({ key, label, facts }));
}

/** Whether this very item states the row's own key: then another of its facts is not that one. */
const ownsKey = (items: readonly Item[], key: string, column: number): boolean => Object.hasOwn(items[column]?.attributes ?? {}, key);

const meets = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => [...other].some((name) => one.has(name));

function namesOf(key: string, label: string): Set<string> {
  const folded = [fold(key), fold(label)];
  const known = synonyms.find(([, words]) => folded.some((name) => words.test(name)));
  return new Set([`key ${folded[0]}`, `label ${folded[1]}`, ...(known ? [`means ${known[0]}`] : [])]);
}
