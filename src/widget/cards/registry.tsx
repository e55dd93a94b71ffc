import type { ReactNode } from 'react';
import type { DataPartOf, DataPartType } from '../../protocol/parts.ts';
import { ItemList } from './item/item-list.tsx';
import { lateCard } from './late-card.tsx';
import { Notice } from './notice.tsx';
import { Suggestions } from './suggestions.tsx';

/** What a card may know of its surroundings. */
export interface CardPlace {
  /** What the shopper said after this answer. */
  readonly reply?: string | undefined;
  /** Whether this is the newest answer and it has ended. */
  readonly newest: boolean;
  /** Item cards in this answer. */
  readonly items: number;
}

/** What every card gets. */
export interface CardProps<T extends DataPartType> {
  readonly data: DataPartOf<T>;
  readonly place: CardPlace;
}

/**
 * The card of each part type; null where a part is not a card of its own. It is also the allow-list: a stream may pick
 * a card, never invent one. A new part does not compile until it has a line here.
 */
export const cards: { readonly [T in DataPartType]: ((props: CardProps<T>) => ReactNode) | null } = {
  'data-itemCard': ({ data }) => (
    <ItemList cards={[{ item: data.item, reason: data.reason, checkedAt: data.checked_at, asked: data.asked }]} />
  ),
  'data-notice': ({ data }) => <Notice data={data} />,
  'data-suggestions': ({ data, place }) => (place.newest ? <Suggestions prompts={data.prompts} /> : null),
  'data-askCard': lateCard(() => import('./question/question-card.tsx')),
  'data-videoCard': lateCard(() => import('./video-card.tsx')),
  'data-bundleCard': lateCard(() => import('./bundle-card.tsx')),
  'data-orderCard': lateCard(() => import('./order-card.tsx')),
  'data-trackingCard': lateCard(() => import('./tracking-card.tsx')),
  // These need the network, so `chat/more-results.tsx` and `compare/chat-comparison.tsx` drive them.
  'data-moreItems': null,
  'data-compareTable': null,
  // Stands under its table, see `chat/groups.ts`.
  'data-compareVerdict': null,
  'data-notes': null,
  'data-status': null,
  'data-resync': null,
};
