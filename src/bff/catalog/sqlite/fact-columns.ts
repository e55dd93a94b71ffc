import type { DatabaseSync } from 'node:sqlite';

/** What the items state of one attribute, by item number: most state one value, the few that state more stand apart. */
export interface FactColumn {
  /** NaN where not stated. */
  readonly first: Float64Array;
  readonly more: ReadonlyMap<number, readonly number[]>;
}

/** Numbers kept in all, 8 bytes each: every column of a shop of 100 000 items, sixteen of one of a million. */
const KEPT = 16_000_000;
const columnsKept = (size: number): number => Math.max(4, Math.floor(KEPT / size));

/** Numbers by attribute, read when first asked about, the least recently used given up. */
export class FactColumns {
  readonly #db: DatabaseSync;
  readonly #kept = new Map<number, FactColumn>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** @param size one past the highest item number. */
  of(attribute: number, size: number): FactColumn {
    const column = this.#kept.get(attribute) ?? this.#read(attribute, size);
    this.#kept.delete(attribute);
    this.#kept.set(attribute, column);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > columnsKept(size) && oldest !== undefined) this.#kept.delete(oldest);
    return column;
  }

  /** Reads the attributes that most items state. */
  warm(size: number): void {
    const common = this.#db.prepare('SELECT attribute FROM fact GROUP BY attribute ORDER BY count(*) DESC LIMIT ?').all(columnsKept(size));
    for (const row of common) this.of(Number(row.attribute), size);
  }

  forget(): void {
    this.#kept.clear();
  }

  #read(attribute: number, size: number): FactColumn {
    // Two texts instead of a row each, as in `match.ts`.
    const row = this.#db
      .prepare('SELECT json_group_array(item) AS items, json_group_array(num) AS numbers FROM fact WHERE attribute = ?')
      .get(attribute);
    const items = JSON.parse(String(row?.items ?? '[]')) as number[];
    const numbers = JSON.parse(String(row?.numbers ?? '[]')) as number[];
    const first = new Float64Array(size).fill(Number.NaN);
    const more = new Map<number, number[]>();
    for (const [index, item] of items.entries()) {
      const value = numbers[index] ?? Number.NaN;
      const known = first[item] ?? Number.NaN;
      if (Number.isNaN(known)) first[item] = value;
      else more.set(item, [...(more.get(item) ?? [known]), value]);
    }
    return { first, more };
  }
}

/** Whether an item states a value that passes. */
export function someValue(column: FactColumn, no: number, passes: (value: number) => boolean): boolean {
  const several = column.more.size > 0 ? column.more.get(no) : undefined;
  return several ? several.some(passes) : passes(column.first[no] ?? Number.NaN);
}
