import type { Item } from '../../protocol/item.ts';
import type { AskedFor } from '../../protocol/parts.ts';
import { useCardWords } from '../i18n/cards/card-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { QuietLine } from '../ui/quiet-line.tsx';
import { ItemTile } from './item/item-tile.tsx';
import { OfferChoice } from './item/offer-choice.tsx';
import { Picture } from './item/picture.tsx';
import { useChoice } from './item/use-choice.ts';

export interface MoreItemsProps {
  readonly preview: readonly Item[];
  /** Items not shown yet. */
  readonly remaining: number;
  /** Items loaded so far, in order. */
  readonly items: readonly Item[];
  readonly state: 'ready' | 'loading' | 'failed' | 'end';
  /** When the last page came. */
  readonly checkedAt: string | undefined;
  readonly asked?: AskedFor | undefined;
  onMore(): void;
}

/** The rest of a search, a page at a time: a shelf that scrolls sideways, two items and a peek of the next. */
export function MoreItems({ preview, remaining, items, state, checkedAt, asked, onMore }: MoreItemsProps) {
  const { number, time, t } = useLanguage();
  const { more } = useCardWords();
  if (state === 'end' && items.length === 0) return <QuietLine>{more.none}</QuietLine>;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {items.length > 0 && <Shelf items={items} asked={asked} />}
      {state === 'failed' && <QuietLine tone="warn">{more.failed}</QuietLine>}
      {state === 'end' ? (
        <p className="flex justify-between gap-3 text-small text-soft">
          <span>{more.end}</span>
          {checkedAt && <time dateTime={checkedAt}>{t.item.checked(time(checkedAt))}</time>}
        </p>
      ) : (
        <div className="flex items-center gap-3 rounded-card border border-line p-2 ps-3">
          {items.length === 0 && preview.length > 0 && <Preview items={preview} />}
          <span className="flex-1 text-small text-soft tabular-nums">{more.summary(number(remaining))}</span>
          <Button disabled={state === 'loading'} aria-busy={state === 'loading'} onClick={onMore}>
            {state === 'loading' ? more.loading : state === 'failed' ? t.retry : items.length > 0 ? more.next : more.show}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The first pictures, overlapping. */
function Preview({ items }: { items: readonly Item[] }) {
  return (
    <span aria-hidden="true" className="flex">
      {items.map((item) => (
        <Picture
          key={item.id}
          item={{ ...item, media: item.media?.slice(0, 1) }}
          small
          className="size-10 rounded-control border border-surface not-first:-ms-3"
        />
      ))}
    </span>
  );
}

function Shelf({ items, asked }: Pick<MoreItemsProps, 'items' | 'asked'>) {
  const { more } = useCardWords();
  const { of, choose } = useChoice();
  const choices = items.map((item) => of(item, asked));
  return (
    <>
      <OfferChoice choices={choices} onChoose={choose} />
      <ul aria-label={more.title} className="aisle-row -mx-4 flex snap-x scroll-px-4 gap-2 overflow-x-auto px-4 py-0.5">
        {items.map((item, at) => {
          const choice = choices[at];
          return (
            <li key={item.id} className="w-[calc(50%-14px)] max-w-56 min-w-[calc(144px*var(--aisle-scale))] shrink-0 snap-start">
              {choice && <ItemTile item={item} choice={choice} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}
