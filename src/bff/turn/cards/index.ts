import type { Directive, DirectiveName } from '../../../protocol/directives.ts';
import { makeAskCard } from './ask-card.ts';
import { makeBundleCard } from './bundle-card.ts';
import type { CardContext, CardMaker, MadeCard } from './card.ts';
import { makeCompareTable } from './compare-table.ts';
import { makeItemCard } from './item-card.ts';
import { makeMoreItems } from './more-items.ts';
import { makeVideoCard } from './video-card.ts';

/** The maker of every card. */
const makers: { readonly [N in DirectiveName]: CardMaker<N> } = {
  itemCard: makeItemCard,
  askCard: makeAskCard,
  moreItems: makeMoreItems,
  videoCard: makeVideoCard,
  bundleCard: makeBundleCard,
  compareTable: makeCompareTable,
};

/** Makes the card of a directive that left the guard. */
export async function makeCard(directive: Directive, context: CardContext): Promise<MadeCard> {
  // The table's type ties each name to its own directive; a lookup by a union of names cannot show that to the compiler.
  const make = makers[directive.name] as CardMaker<DirectiveName>;
  return make(directive, context);
}
