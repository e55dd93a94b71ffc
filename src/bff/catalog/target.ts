import type { Item } from '../../protocol/item.ts';

/** How far an import has come: what was read up to a point whose items are safe. */
export interface ImportPlace {
  /** Number of the file among those given, from 0. */
  readonly file: number;
  /** Records of that file that were read, with or without fault. */
  readonly records: number;
}

/** Where imported items go. Nothing of them is visible before {@link commit}, and then all are, in one revision. */
export interface ImportTarget {
  /** Where an earlier import of the same files stopped; absent: the beginning. */
  readonly resumed?: ImportPlace;
  /**
   * @returns true when the same id and locale came before in this import: the later one stands. A target that learns it only
   * when it writes tells it from {@link flush}.
   */
  put(item: Item): boolean;
  /**
   * For a target that writes many items at a time, over a line: called after each record and, with `all`, before the end.
   * @returns null while there is nothing to wait for; else the number of repeats that the write found.
   */
  flush?(all: boolean): Promise<number> | null;
  /** Called after each record; a target that can be resumed keeps the place from time to time. */
  reached?(place: ImportPlace): void;
  /** Makes everything visible at once, as the next revision. */
  commit(): void | Promise<void>;
  /** Leaves the catalogue as it was. */
  rollback(): void | Promise<void>;
}

/** A full import was refused, since what it brings cannot be the whole catalogue. The message says what to do. */
export class ReplacementRefused extends Error {
  override readonly name = 'ReplacementRefused';

  constructor(items: number, live: number) {
    super(
      `the files hold ${items} items and the catalogue ${live}: is the feed whole? --force replaces it all the same; the catalogue is as it was`,
    );
  }
}

/** Whether so much less came than the catalogue has that the feed is likelier cut short than the shop halved. */
export const isShrunk = (items: number, live: number): boolean => items * 2 < live;
