/** What the items state of one attribute, by item number: most state one value, the few that state more stand apart. */
export interface FactColumn {
  /** NaN where not stated. */
  readonly first: Float64Array;
  readonly more: ReadonlyMap<number, readonly number[]>;
}

/** Numbers kept in all, 8 bytes each: every column of a shop of 100 000 items, 32 of one of a million. */
const KEPT = 32_000_000;

/** How many columns are kept of a catalogue. @param size one past the highest item number. */
export const columnsKept = (size: number): number => Math.max(4, Math.floor(KEPT / size));

/**
 * The column of one attribute.
 * @param items numbers of items, one for each value.
 * @param size one past the highest item number.
 */
export function factColumn(items: readonly number[], values: readonly number[], size: number): FactColumn {
  const first = new Float64Array(size).fill(Number.NaN);
  const more = new Map<number, readonly number[]>();
  fill(first, more, items, values);
  return { first, more };
}

/**
 * The column after some items changed; the one given is used up.
 * @param changed every item that changed, whether it states the attribute or not.
 * @param items numbers of items, one for each value that the changed ones state now.
 */
export function changedFacts(
  { first, more }: FactColumn,
  changed: Iterable<number>,
  items: readonly number[],
  values: readonly number[],
  size: number,
): FactColumn {
  const next = first.length < size ? new Float64Array(size).fill(Number.NaN, first.length) : first;
  if (next !== first) next.set(first);
  const several = new Map(more);
  for (const no of changed) {
    next[no] = Number.NaN;
    several.delete(no);
  }
  fill(next, several, items, values);
  return { first: next, more: several };
}

function fill(first: Float64Array, more: Map<number, readonly number[]>, items: readonly number[], values: readonly number[]): void {
  for (const [index, item] of items.entries()) {
    const value = values[index] ?? Number.NaN;
    const known = first[item] ?? Number.NaN;
    if (Number.isNaN(known)) first[item] = value;
    else more.set(item, [...(more.get(item) ?? [known]), value]);
  }
}

/** Whether an item states a value that passes. */
export function someValue(column: FactColumn, no: number, passes: (value: number) => boolean): boolean {
  const several = column.more.size > 0 ? column.more.get(no) : undefined;
  return several ? several.some(passes) : passes(column.first[no] ?? Number.NaN);
}
