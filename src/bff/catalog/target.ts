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
  /** @returns true when the same id and locale came before in this import: the later one stands. */
  put(item: Item): boolean;
  /** Called after each record; a target that can be resumed keeps the place from time to time. */
  reached?(place: ImportPlace): void;
  /** Makes everything visible at once, as the next revision. */
  commit(): void | Promise<void>;
  /** Leaves the catalogue as it was. */
  rollback(): void;
}
