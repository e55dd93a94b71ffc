import type { Deposit, Lease, Offer } from '../../../protocol/offer.ts';
import { useLanguage } from '../../i18n/language.ts';
import { Chip } from '../../ui/chip.tsx';
import { TermPicker } from './term-picker.tsx';
import { leaseWords } from './terms.ts';

export type LeaseOffer = Offer & { lease: Lease };
export const isLease = (offer: Offer): offer is LeaseOffer => offer.lease !== undefined;

/** What an item costs, bought or rented. */
export function Price({ offer, days }: { offer: Offer; days: number }) {
  return isLease(offer) ? <LeasePrice offer={offer} days={days} /> : <SalePrice offer={offer} />;
}

function SalePrice({ offer }: { offer: Offer }) {
  const { t, money } = useLanguage();
  const before = offer.list_price;
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 tabular-nums">
      <strong className="text-price font-semibold">{money(offer.price)}</strong>
      {before && before.amount > offer.price.amount && (
        <span className="text-small text-soft">
          <span className="sr-only">{t.price.was(money(before))}</span>
          <s aria-hidden="true">{money(before)}</s>
        </span>
      )}
    </p>
  );
}

function LeasePrice({ offer, days }: { offer: LeaseOffer; days: number }) {
  const language = useLanguage();
  const { t, money } = language;
  const words = leaseWords(offer, days, language);
  return (
    <div className="tabular-nums">
      {words ? (
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="whitespace-nowrap">
            <strong className="text-price font-semibold">{words.rate}</strong>
            <span className="text-small text-soft">{words.unit}</span>
          </span>{' '}
          <span className="text-small">
            {words.total}
            {offer.fees.some((fee) => !fee.optional) && <span className="text-soft"> · {t.price.feesIncluded}</span>}
          </span>
        </p>
      ) : (
        <p className="text-small text-warn">{t.price.notPossible}</p>
      )}
      <p className="text-small text-soft">
        <DepositWords deposit={offer.lease.deposit} />
        {offer.lease.buyout && (
          <>
            {offer.lease.deposit !== undefined && ' · '}
            {t.price.buyout(money(offer.lease.buyout.price))}
          </>
        )}
      </p>
    </div>
  );
}

/** A deposit not stated says nothing; one that is null says "none". */
function DepositWords({ deposit }: { deposit: Deposit | null | undefined }) {
  const { t, money } = useLanguage();
  if (deposit === undefined) return null;
  if (deposit === null) return t.price.depositNone;
  return (
    <>
      {t.price.deposit(money(deposit.amount))}
      {deposit.waivable && (
        <>
          {' · '}
          <span className="text-good" title={deposit.waiver_condition}>
            {t.price.depositWaivable}
          </span>
        </>
      )}
    </>
  );
}

/** Rent or buy, and for how long: only the choices this item really offers. */
export function OfferChoice({
  offers,
  chosen,
  days,
  onOffer,
  onDays,
}: {
  offers: readonly Offer[];
  chosen: Offer;
  days: number;
  onOffer: (offer: Offer) => void;
  onDays: (days: number) => void;
}) {
  const { t } = useLanguage();
  return (
    <>
      {offers.length > 1 && (
        <div className="flex gap-1">
          {offers.map((offer) => (
            <Chip key={offer.id} dense className="px-2.5" chosen={offer === chosen} onClick={() => onOffer(offer)}>
              {isLease(offer) ? t.price.rent : t.price.buy}
            </Chip>
          ))}
        </div>
      )}
      {isLease(chosen) && <TermPicker lease={chosen.lease} days={days} onDays={onDays} />}
    </>
  );
}
