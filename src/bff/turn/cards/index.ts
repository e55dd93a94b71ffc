import type { Directive, DirectiveName } from '../../../protocol/directives.ts';
import { makeAskCard } from './ask-card.ts';
import { makeBundleCard } from './bundle-card.ts';
import type { CardContext, CardMaker, MadeCard } from './card.ts';
import { makeItemCard } from './item-card.ts';
import { makeMoreItems } from './more-items.ts';
import { makeVideoCard } from './video-card.ts';

/** The maker of every card; a directive without one makes nothing. */
const makers: { readonly [N in DirectiveName]?: CardMaker<N> } = {
  itemCard: makeItemCard,
  askCard: makeAskCard,
  moreItems: makeMoreItems,
  videoCard: makeVideoCard,
  bundleCard: makeBundleCard,
};

/** Directives that a prompt may teach: those with a maker. */
export const offeredDirectives = Object.keys(makers) as DirectiveName[];

/** Makes the card of a directive that left the guard. */
export async function makeCard(directive: Directive, context: CardContext): Promise<MadeCard> {
  // The table's type ties each name to its own directive; a lookup by a union of names cannot show that to the compiler.
  const make = makers[directive.name] as CardMaker<DirectiveName> | undefined;
  return make ? make(directive, context) : {};
}
