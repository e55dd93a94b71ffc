import type { DataPartType } from '../../protocol/parts.ts';

/** Heights of what comes, px, so that nothing moves when it arrives; of the usual card where its length varies. */
const HEIGHTS: Partial<Record<DataPartType, string>> = {
  'data-itemCard': 'h-60',
  'data-compareTable': 'h-96',
  'data-videoCard': 'aspect-3/2',
  'data-bundleCard': 'h-64',
  'data-moreItems': 'h-14',
};

/** A quiet ground of the size of a card that is on its way. */
export function CardSkeleton({ type }: { type: DataPartType }) {
  return <div aria-hidden="true" className={`animate-breathe rounded-card bg-raised ${HEIGHTS[type] ?? 'h-44'}`} />;
}
