import type { Item } from '../../../protocol/item.ts';
import type { SearchArguments } from '../../../protocol/search.ts';

/** What the sifting thread is asked; `call` pairs it with its answer. */
export type SiftRequest = { readonly call: number; readonly items: readonly Item[]; readonly revision: string } & (
  | { readonly kind: 'search'; readonly search: SearchArguments; readonly locale: string; readonly today: number }
  | { readonly kind: 'vocabulary' }
);
