import type { Item } from '../../protocol/item.ts';
import type { AskedFor } from '../../protocol/parts.ts';
import { useLanguage } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { QuietLine } from '../ui/quiet-line.tsx';
import { ItemRow } from './item/item-row.tsx';
import { Picture } from './item/picture.tsx';

export interface MoreItemsProps {
  readonly preview: readonly Item[];
  /** Items not shown yet. */
  readonly remaining: number;
  /** Items loaded so far, in order. */
  readonly items: readonly Item[];
  readonly state: 'ready' | 'loading' | 'failed' | 'end';
  /** When the last page came. */
  readonly checkedAt: string | undefined;
  readonly asked?: AskedFor;
  onMore(): void;
}

/** The rest of a search, a page at a time. */
export function MoreItems({ preview, remaining, items, state, checkedAt, asked, onMore }: MoreItemsProps) {
  const { t, number } = useLanguage();
  return (
    <div className="flex flex-col gap-3">
      {items.length > 0 && <ItemRow cards={items.map((item) => ({ item, checkedAt, asked }))} />}
      {state === 'failed' && <QuietLine tone="warn">{t.more.failed}</QuietLine>}
      {state === 'end' ? (
        <p className="text-small text-soft">{t.more.end}</p>
      ) : (
        <div className="flex items-center gap-3 rounded-card border border-line p-2 ps-3">
          {items.length === 0 && preview.length > 0 && (
            <span aria-hidden="true" className="flex -space-x-3">
              {preview.map((item) => (
                <Picture
                  key={item.id}
                  item={{ ...item, media: item.media?.slice(0, 1) }}
                  small
                  className="size-10 rounded-control border border-surface"
                />
              ))}
            </span>
          )}
          <span className="flex-1 text-small text-soft">{t.more.summary(number(remaining))}</span>
          <Button disabled={state === 'loading'} onClick={onMore}>
            {state === 'loading' ? t.more.loading : items.length > 0 ? t.more.next : t.more.show}
          </Button>
        </div>
      )}
    </div>
  );
}
