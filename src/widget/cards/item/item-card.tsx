import { lazy, Suspense, useId, useState } from 'react';
import type { Item } from '../../../protocol/item.ts';
import type { AskedFor } from '../../../protocol/parts.ts';
import { useLanguage } from '../../i18n/language.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Actions } from './actions.tsx';
import { Heading } from './heading.tsx';
import { OfferChoice } from './offer-choice.tsx';
import { Picture } from './picture.tsx';
import { Price } from './price.tsx';
import { Standing } from './standing.tsx';
import { isGone } from './stock.ts';
import { useChoice } from './use-choice.ts';

const SmallPrint = lazy(() => import('./small-print.tsx'));

export interface ItemCardProps {
  readonly item: Item;
  /** Why the adviser chose it; not a fact of the catalogue. */
  readonly reason?: string | undefined;
  readonly checkedAt?: string | undefined;
  /** What the search behind the card asked for. */
  readonly asked?: AskedFor | undefined;
  /** One of a list, whose head holds the choice of term for all of them. */
  readonly listed?: boolean;
}

/** One product. Every word and number is the catalogue's but `reason`, which is marked as the adviser's. */
export function ItemCard({ item, reason, checkedAt, asked, listed = false }: ItemCardProps) {
  const { t } = useLanguage();
  const { of, choose } = useChoice();
  const [unfolded, setUnfolded] = useState(false);
  const details = useId();
  // What is gone has no price any more, and nothing to do with it.
  const gone = isGone(item);
  const choice = of(item, asked);
  const { offer } = choice;
  const tells = offer && (offer.lease || offer.fees.length > 0 || item.policies?.length);
  return (
    <article aria-label={item.title} className="@container flex flex-col gap-2 rounded-card border border-line bg-surface p-3">
      <div className="flex gap-3">
        <Picture item={item} className={`size-24 shrink-0 rounded-control @max-[280px]:size-16 ${gone ? 'opacity-50' : ''}`} />
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <Heading item={item} asked={asked?.facts} />
          {!gone && <Price {...choice} />}
        </div>
      </div>
      {!listed && <OfferChoice choices={[choice]} onChoose={choose} />}
      {reason && !gone && <Reason text={reason} />}
      <Standing item={item} checkedAt={checkedAt} />
      {!gone && (
        <div className="flex flex-wrap gap-2">
          <Actions item={item} choice={choice} />
          {tells && (
            <button
              type="button"
              aria-label={t.item.details}
              title={t.item.details}
              aria-expanded={unfolded}
              aria-controls={details}
              className={`${buttonClass('outline')} size-9 touch:size-11`}
              onClick={() => setUnfolded(!unfolded)}
            >
              <Icon name="fold" size={16} className={unfolded ? 'rotate-180' : ''} />
            </button>
          )}
        </div>
      )}
      <div id={details} className="empty:hidden">
        {unfolded && offer && (
          <Suspense>
            <SmallPrint item={item} choice={choice} />
          </Suspense>
        )}
      </div>
    </article>
  );
}

function Reason({ text }: { text: string }) {
  const { t } = useLanguage();
  return (
    <blockquote className="border-s-2 border-accent-ink ps-2 text-small">
      <span className="text-soft">{t.item.reason} · </span>
      <span dir="auto">{text}</span>
    </blockquote>
  );
}
