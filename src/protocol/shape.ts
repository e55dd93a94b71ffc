import * as v from 'valibot';

/**
 * `v.object` for pages that are not ours: valibot walks its entries with `for … in`, which on a shop with an enumerable
 * `Object.prototype.extend` meets a field that no schema has. Entries without a prototype hold our fields only.
 */
// Schemas that a bundle does not use must not stay in it.
/* @__NO_SIDE_EFFECTS__ */
export function shape<const Entries extends v.ObjectEntries>(entries: Entries): v.ObjectSchema<Entries, undefined> {
  return v.object(Object.assign(Object.create(null), entries) as Entries);
}

const bare = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.assign(Object.create(null), value) : value;

/** Whether the page has put something enumerable on every object. */
function polluted(): boolean {
  for (const _ in {}) return true;
  return false;
}

/**
 * `JSON.parse` whose objects have the sender's fields only. Where the page put a `note` on every object, an optional
 * field `note` that was not sent would otherwise be found, and be wrong.
 * @throws SyntaxError as `JSON.parse` does.
 */
export const parseJson = (text: string): unknown => (polluted() ? JSON.parse(text, bare) : JSON.parse(text));
