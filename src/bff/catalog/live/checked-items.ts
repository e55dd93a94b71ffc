import type { Item } from '../../../protocol/item.ts';
import { checkItem } from '../check-item.ts';

/** Records of an answer that are no items, for the operator's log. */
export interface DroppedItems {
  readonly count: number;
  /** What is wrong with the first of them: a field, and a reason of ours that quotes nothing. */
  readonly field: string;
  readonly reason: string;
}
export type ReportDropped = (dropped: DroppedItems) => void;

/** Why something is no item. */
interface Fault {
  readonly field: string;
  readonly reason: string;
}

/**
 * What of an answer is items by the contract; the rest is dropped and reported, and not shown.
 * @param faults of what was not even read as an item.
 */
export function checkedItems(values: readonly unknown[], report: ReportDropped, faults: readonly Fault[] = []): Item[] {
  const items: Item[] = [];
  let [first] = faults;
  let count = faults.length;
  for (const value of values) {
    const checked = checkItem(value);
    if ('item' in checked) items.push(checked.item);
    else {
      count++;
      first ??= checked;
    }
  }
  if (first) report({ count, field: first.field, reason: first.reason.slice(0, 200) });
  return items;
}

/** The items asked for, in the order asked; what was not asked for is left out. */
export function inOrder(ids: readonly string[], items: readonly Item[]): Item[] {
  return [...new Set(ids)].flatMap((id) => items.find((item) => item.id === id) ?? []);
}
