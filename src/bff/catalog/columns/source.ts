import type { Offer } from '../../../protocol/offer.ts';
import type { Names } from '../plan/names.ts';
import type { Columns } from './columns.ts';
import type { FactColumn } from './fact-column.ts';

/** What is read of items by number while they are tested and ordered; an engine sees to it that it is there. */
export interface ItemSource {
  readonly columns: Columns;
  readonly names: Names;
  readonly offers: { of(no: number): readonly Offer[] };
  /** @param size one past the highest item number. */
  readonly facts: { of(attribute: number, size: number): FactColumn };
}
