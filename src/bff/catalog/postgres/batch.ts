import type { Item } from '../../../protocol/item.ts';

/** Records written in one go: few enough for memory, enough that the trips to the server weigh nothing. */
const SIZE = 1000;

/** Records that wait to be written, each id and locale once. */
export class Batch {
  readonly #size: number;
  readonly #waiting = new Map<string, Item>();

  constructor(size: number = SIZE) {
    this.#size = size;
  }

  /** @returns whether one of the same id and locale was waiting; the later one stands. */
  put(item: Item): boolean {
    const key = `${item.locale}\n${item.id}`;
    const repeats = this.#waiting.delete(key);
    this.#waiting.set(key, item);
    return repeats;
  }

  /** Whether it is time to write. @param all also fewer than make a batch. */
  isDue(all: boolean): boolean {
    return this.#waiting.size >= (all ? 1 : this.#size);
  }

  take(): Item[] {
    const items = [...this.#waiting.values()];
    this.#waiting.clear();
    return items;
  }
}
