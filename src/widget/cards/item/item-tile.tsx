import type { Item } from '../../../protocol/item.ts';
import { Actions } from './actions.tsx';
import { ItemLink } from './heading.tsx';
import { Picture } from './picture.tsx';
import { Price } from './price.tsx';
import { Standing } from './standing.tsx';
import { isGone } from './stock.ts';
import type { Choice } from './use-choice.ts';

/** One product of a shelf: picture above, what it costs, what one can do. Prices of neighbours stand on one line. */
export function ItemTile({ item, choice }: { item: Item; choice: Choice }) {
  const gone = isGone(item);
  return (
    <article aria-label={item.title} className="flex h-full flex-col overflow-hidden rounded-card border border-line bg-surface">
      <Picture item={item} className={`aspect-4/3 w-full shrink-0 ${gone ? 'opacity-50' : ''}`} />
      <div className="flex flex-1 flex-col gap-1 p-2">
        <h3 dir="auto" title={item.title} className="line-clamp-2 min-h-9 text-small font-semibold wrap-anywhere">
          <ItemLink item={item} />
        </h3>
        {!gone && <Price {...choice} />}
        <Standing item={item} />
        {!gone && (
          <div className="mt-auto flex gap-2 pt-1">
            <Actions item={item} choice={choice} narrow />
          </div>
        )}
      </div>
    </article>
  );
}
