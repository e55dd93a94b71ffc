import { useContext, useState } from 'react';
import type { Item } from '../../../protocol/item.ts';
import type { Offer } from '../../../protocol/offer.ts';
import type { AskedFor } from '../../../protocol/parts.ts';
import { useLanguage } from '../../i18n/language.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { RunContext, useCardActions, type Wish } from '../card-context.ts';
import { factsLine } from './facts.ts';
import { isLease, OfferChoice, Price } from './offer-block.tsx';
import { Picture } from './picture.tsx';
import { isGone, stockWords } from './stock.ts';
import { openingDays } from './terms.ts';

export interface ItemCardProps {
  readonly item: Item;
  /** Why the adviser chose it; not a fact of the catalogue. */
  readonly reason?: string | undefined;
  readonly checkedAt?: string | undefined;
  /** What the search behind the card asked for. */
  readonly asked?: AskedFor | undefined;
  /** `wide`: picture beside the words; `tall`: above them, one of a row. */
  readonly shape: 'wide' | 'tall';
}

/** What a search asked for, as far as a card can open with it. */
function wishOf(asked: AskedFor | undefined): Wish {
  return {
    ...(asked?.offer_kind ? { kind: asked.offer_kind } : {}),
    ...(asked?.rental_days === undefined ? {} : { days: asked.rental_days }),
  };
}

/** The first sale and the first rental, in the shop's order. */
function oneOfEachKind(offers: readonly Offer[]): Offer[] {
  return offers.filter((offer, index) => offers.findIndex((other) => other.kind === offer.kind) === index);
}

/** One product. Every word and number is the catalogue's but `reason`, which is marked as the adviser's. */
export function ItemCard({ item, reason, checkedAt, asked, shape }: ItemCardProps) {
  const actions = useCardActions();
  const run = useContext(RunContext);
  const wish = { ...actions.wish, ...wishOf(asked), ...actions.wishIn(run) };
  const choose = (chosen: Wish): void => actions.choose(run, chosen);
  // What is gone has no price any more, and nothing to do with it.
  const gone = isGone(item);
  const offers = gone ? [] : oneOfEachKind(item.offers);
  const offer = offers.find(({ kind }) => kind === wish.kind) ?? offers[0];
  const days = offer && isLease(offer) ? openingDays(offer.lease, wish.days) : 0;
  return (
    <article
      aria-label={item.title}
      className={`flex flex-col overflow-hidden rounded-card border border-line bg-surface ${shape === 'tall' ? 'h-full' : ''}`}
    >
      {shape === 'tall' ? (
        <>
          <Picture item={item} className="aspect-4/3 w-full shrink-0" />
          <div className="flex flex-col gap-2 p-3 pb-0">
            <Heading item={item} asked={asked?.facts} />
            {!gone && <OfferPrice offer={offer} days={days} />}
          </div>
        </>
      ) : (
        <div className="flex gap-3 p-3 pb-0">
          <Picture item={item} className="size-24 shrink-0 rounded-control" />
          <div className="flex min-w-0 flex-1 flex-col gap-1.5">
            <Heading item={item} asked={asked?.facts} />
            {!gone && <OfferPrice offer={offer} days={days} />}
          </div>
        </div>
      )}
      <div className="flex flex-1 flex-col gap-3 p-3">
        {offer && (
          <OfferChoice
            offers={offers}
            chosen={offer}
            days={days}
            onOffer={({ kind }) => choose({ kind })}
            onDays={(chosen) => choose({ days: chosen })}
          />
        )}
        {reason && <Reason text={reason} />}
        <div className="mt-auto flex flex-col gap-3">
          <Standing item={item} checkedAt={checkedAt} />
          {!gone && <Actions item={item} offer={offer} days={days} />}
        </div>
      </div>
    </article>
  );
}

function Heading({ item, asked }: { item: Item; asked: readonly string[] | undefined }) {
  const language = useLanguage();
  const { followItem } = useCardActions();
  const run = useContext(RunContext);
  const facts = factsLine(item, language, asked);
  const { url } = item;
  return (
    <div>
      {item.brand && <p className="truncate text-tiny text-soft">{item.brand}</p>}
      <h3 dir="auto" title={item.title} className="line-clamp-2 text-body font-semibold break-words">
        {url ? (
          <a href={url} className="hover:underline" onClick={(event) => followItem(event, item.id, url, run)}>
            {item.title}
          </a>
        ) : (
          item.title
        )}
      </h3>
      {facts && (
        <p title={facts} className="truncate text-small text-soft">
          {facts}
        </p>
      )}
    </div>
  );
}

function OfferPrice({ offer, days }: { offer: Offer | undefined; days: number }) {
  const { t } = useLanguage();
  return offer ? <Price offer={offer} days={days} /> : <p className="text-body font-medium">{t.price.ask}</p>;
}

function Reason({ text }: { text: string }) {
  const { t } = useLanguage();
  return (
    <blockquote className="border-s-2 border-line ps-2 text-small">
      <span className="text-soft">{t.item.reason} · </span>
      <span dir="auto">{text}</span>
    </blockquote>
  );
}

const tones = { good: 'text-good', warn: 'text-warn', bad: 'text-bad' } as const;

/** Rating, availability, and when the facts were last read. */
function Standing({ item, checkedAt }: { item: Item; checkedAt: string | undefined }) {
  const language = useLanguage();
  const { t, number } = language;
  const stock = stockWords(item, language);
  const { rating } = item;
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-tiny text-soft tabular-nums">
      {rating && rating.count > 0 && (
        <span>
          <span aria-hidden="true" className="text-warn">
            ★
          </span>{' '}
          <span className="text-ink">
            <span className="sr-only">{t.item.rating(number(rating.value), number(rating.scale_max))}</span>
            <span aria-hidden="true">{number(rating.value)}</span>
          </span>{' '}
          <span aria-hidden="true">({number(rating.count)})</span>
          <span className="sr-only">{t.item.reviews(number(rating.count))}</span>
        </span>
      )}{' '}
      {stock && <span className={tones[stock.tone]}>{stock.text}</span>}{' '}
      {checkedAt && (
        <time dateTime={checkedAt} className="ms-auto whitespace-nowrap">
          {t.item.checked(language.time(checkedAt))}
        </time>
      )}
    </p>
  );
}

function Actions({ item, offer, days }: { item: Item; offer: Offer | undefined; days: number }) {
  const { t } = useLanguage();
  const { followItem, compared, toggleCompared, addToCart } = useCardActions();
  /** Offers, with their lengths, that the shop took: to rent for a week is not to buy. */
  const [inCart, setInCart] = useState<ReadonlySet<string>>(new Set());
  const run = useContext(RunContext);
  const picked = compared.has(item.id);
  const { url } = item;
  const canBuy = addToCart && offer && item.availability?.available !== false;
  const choice = offer && (isLease(offer) ? `${offer.id} ${days}` : offer.id);
  const added = choice !== undefined && inCart.has(choice);
  return (
    <div className="flex flex-wrap gap-2">
      {canBuy && (
        <button
          type="button"
          disabled={added}
          className={`${buttonClass('primary')} flex-1 px-2`}
          onClick={() => {
            const taken = addToCart({
              item_id: item.id,
              offer_id: offer.id,
              quantity: 1,
              ...(isLease(offer) ? { rental_days: days } : {}),
              ...(run === undefined ? {} : { run_id: run }),
            });
            if (taken && choice !== undefined) setInCart(new Set([...inCart, choice]));
          }}
        >
          {added ? t.item.added : isLease(offer) ? t.item.rentIt : t.item.addToCart}
        </button>
      )}
      {url && (
        <a href={url} className={`${buttonClass('outline')} flex-1 px-2`} onClick={(event) => followItem(event, item.id, url, run)}>
          {t.item.open}
        </a>
      )}
      <button
        type="button"
        aria-pressed={picked}
        className={`${buttonClass(picked ? 'chosen' : 'outline')} flex-1 px-2`}
        onClick={() => toggleCompared(item.id, item.title)}
      >
        <Icon name={picked ? 'check' : 'plus'} size={16} />
        {picked ? t.item.compared : t.item.compare}
      </button>
    </div>
  );
}
