import { useContext, useState } from 'react';
import type { Item } from '../../../protocol/item.ts';
import { useLanguage } from '../../i18n/language.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { RunContext, useCardActions } from '../card-context.ts';
import { isLease } from './terms.ts';
import type { Choice } from './use-choice.ts';

interface ActionsProps {
  readonly item: Item;
  readonly choice: Choice;
  /** Room for one word only: the first action, and a drawing for the comparison. */
  readonly narrow?: boolean;
}

/** Rent or buy where the shop handles it, look closer, compare. */
export function Actions({ item, choice: { offer, days }, narrow = false }: ActionsProps) {
  const { t } = useLanguage();
  const { followItem, addToCart } = useCardActions();
  /** Offers, with their lengths, that the shop took: to rent for a week is not to buy. */
  const [inCart, setInCart] = useState<ReadonlySet<string>>(new Set());
  const run = useContext(RunContext);
  const { url } = item;
  const chosen = offer && (isLease(offer) ? `${offer.id} ${days}` : offer.id);
  const added = chosen !== undefined && inCart.has(chosen);
  const takes = addToCart && offer && item.availability?.available !== false;
  return (
    <>
      {takes && (
        <button
          type="button"
          disabled={added}
          className={`${buttonClass('primary')} flex-1 px-1.5`}
          onClick={() => {
            const taken = addToCart({
              item_id: item.id,
              offer_id: offer.id,
              quantity: 1,
              ...(isLease(offer) ? { rental_days: days } : {}),
              ...(run === undefined ? {} : { run_id: run }),
            });
            if (taken && chosen !== undefined) setInCart(new Set([...inCart, chosen]));
          }}
        >
          {added ? t.item.added : isLease(offer) ? t.item.rentIt : t.item.addToCart}
        </button>
      )}
      {url && !(narrow && takes) && (
        <a href={url} className={`${buttonClass('outline')} flex-1 px-1.5`} onClick={(event) => followItem(event, item.id, url, run)}>
          {t.item.open}
        </a>
      )}
      <CompareToggle item={item} narrow={narrow} />
    </>
  );
}

function CompareToggle({ item: { id, title }, narrow }: { item: Item; narrow: boolean }) {
  const { t } = useLanguage();
  const { compared, toggleCompared } = useCardActions();
  const picked = compared.has(id);
  const words = picked ? t.item.compared : t.item.compare;
  return (
    <button
      type="button"
      aria-pressed={picked}
      {...(narrow ? { 'aria-label': words, title: words } : {})}
      className={`${buttonClass(picked ? 'chosen' : 'outline')} ${narrow ? 'size-9 touch:size-11' : 'flex-1 px-1.5'}`}
      onClick={() => toggleCompared(id, title)}
    >
      <Icon name={picked ? 'check' : 'plus'} size={16} />
      {!narrow && words}
    </button>
  );
}
