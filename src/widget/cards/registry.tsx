import { type ComponentType, lazy } from 'react';
import type { DataPartOf, DataPartType } from '../../protocol/parts.ts';
import { ItemRow } from './item/item-row.tsx';
import { Notice } from './notice.tsx';
import { QuestionCard } from './question-card.tsx';
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

type CardOf<T extends DataPartType> = ComponentType<{ data: DataPartOf<T>; place: CardPlace }>;

/**
 * The card of each part type; null where a part is not a card of its own. It is also the allow-list: a stream may pick
 * a card, never invent one. A new part does not compile until it has a line here.
 */
export const cards: { readonly [T in DataPartType]: CardOf<T> | null } = {
  'data-itemCard': ({ data }) => (
    <ItemRow cards={[{ item: data.item, reason: data.reason, checkedAt: data.checked_at, asked: data.asked }]} />
  ),
  'data-askCard': ({ data, place }) => <QuestionCard data={data} reply={place.reply} />,
  'data-notice': ({ data }) => <Notice data={data} />,
  'data-suggestions': ({ data, place }) => (place.newest ? <Suggestions prompts={data.prompts} /> : null),
  'data-compareTable': lazy(() => import('../compare/compare-table.tsx')),
  'data-videoCard': lazy(() => import('./video-card.tsx')),
  'data-bundleCard': lazy(() => import('./bundle-card.tsx')),
  'data-orderCard': lazy(() => import('./order-card.tsx')),
  'data-trackingCard': lazy(() => import('./tracking-card.tsx')),
  // Needs the network, so `chat/more-results.tsx` drives it.
  'data-moreItems': null,
  // The same sentences come as text; this says which rows each stands on.
  'data-compareVerdict': null,
  'data-notes': null,
  'data-status': null,
  'data-resync': null,
};
