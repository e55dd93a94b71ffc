import type { Deposit, Offer } from '../../../protocol/offer.ts';
import { useLanguage } from '../../i18n/language.ts';
import { isLease, type LeaseOffer, leaseWords, lengthWords, termsOf } from './terms.ts';
import type { Choice } from './use-choice.ts';

/** What an item costs, bought or rented; without an offer, whom to ask. */
export function Price({ offer, days, wished }: Choice) {
  const { t } = useLanguage();
  if (!offer) return <p className="font-medium">{t.price.ask}</p>;
  return isLease(offer) ? <LeasePrice offer={offer} days={days} wished={wished} /> : <SalePrice offer={offer} />;
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

function LeasePrice({ offer, days, wished }: { offer: LeaseOffer; days: number; wished: number | undefined }) {
  const language = useLanguage();
  const { t, money } = language;
  const words = leaseWords(offer, days, language);
  const { lease } = offer;
  const { unit, min, max } = termsOf([lease]);
  return (
    <div className="tabular-nums">
      {words ? (
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span>
            <strong className="text-price font-semibold">{words.rate}</strong>
            <span className="text-small whitespace-nowrap text-soft">{words.unit}</span>
          </span>{' '}
          <span className="text-small">{words.total}</span>{' '}
          {words.inPackage && <span className="text-small text-good">{t.price.inPackage}</span>}{' '}
          {offer.fees.some((fee) => !fee.optional) && <span className="text-small text-soft">{t.price.feesIncluded}</span>}
        </p>
      ) : (
        <p className="text-small text-warn">{t.price.notPossible}</p>
      )}
      {wished !== undefined && wished !== days && (
        <p className="text-small text-warn">
          {wished < min
            ? t.price.shortest(lengthWords(unit, min, language))
            : max !== undefined && wished > max && t.price.longest(lengthWords(unit, max, language))}
        </p>
      )}
      <p className="flex flex-wrap gap-x-2 text-small text-soft">
        <DepositWords deposit={lease.deposit} /> {lease.buyout && <span>{t.price.buyout(money(lease.buyout.price))}</span>}
      </p>
    </div>
  );
}

/** A deposit not stated says nothing; one that is null says "none". */
function DepositWords({ deposit }: { deposit: Deposit | null | undefined }) {
  const { t, money } = useLanguage();
  if (deposit === undefined) return null;
  if (deposit === null) return <span>{t.price.depositNone}</span>;
  return (
    <>
      <span>{t.price.deposit(money(deposit.amount))}</span>{' '}
      {deposit.waivable && (
        <span className="text-good" title={deposit.waiver_condition}>
          {t.price.depositWaivable}
        </span>
      )}
    </>
  );
}
