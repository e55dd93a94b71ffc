import type { DatabaseSync } from 'node:sqlite';
import { changedFacts, columnsKept, type FactColumn, factColumn } from '../columns/fact-column.ts';

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

  /** Reads anew what some items state. @param size one past the highest item number. */
  follow(changed: readonly number[], size: number): void {
    const stated = this.#db.prepare(
      `SELECT json_group_array(item) AS items, json_group_array(num) AS numbers FROM fact
       WHERE attribute = ? AND item IN (SELECT value FROM json_each(?))`,
    );
    const within = JSON.stringify(changed);
    for (const [attribute, column] of this.#kept) {
      const { items, numbers } = lists(stated.get(attribute, within));
      this.#kept.set(attribute, changedFacts(column, changed, items, numbers, size));
    }
  }

  #read(attribute: number, size: number): FactColumn {
    // Two texts instead of a row each, as in `match.ts`.
    const row = this.#db
      .prepare('SELECT json_group_array(item) AS items, json_group_array(num) AS numbers FROM fact WHERE attribute = ?')
      .get(attribute);
    const { items, numbers } = lists(row);
    return factColumn(items, numbers, size);
  }
}

const lists = (row: Readonly<Record<string, unknown>> | undefined): { items: number[]; numbers: number[] } => ({
  items: JSON.parse(String(row?.items ?? '[]')) as number[],
  numbers: JSON.parse(String(row?.numbers ?? '[]')) as number[],
});
