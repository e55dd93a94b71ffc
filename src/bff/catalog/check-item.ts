import * as v from 'valibot';
import { type Item, itemSchema } from '../../protocol/item.ts';

/** An item as the contract wants it, or the first field that is not so and why. */
export type CheckedItem = { readonly item: Item } | { readonly field: string; readonly reason: string };

/** Checks what a feed, an endpoint or an operator calls an item. Unknown fields are left out. */
export function checkItem(value: unknown): CheckedItem {
  const parsed = v.safeParse(itemSchema, value);
  if (parsed.success) return { item: parsed.output };
  const [issue] = parsed.issues;
  return { field: v.getDotPath(issue) ?? '', reason: issue.message };
}
