import type { ReactNode } from 'react';
import type { Item } from '../../../protocol/item.ts';
import type { Offer } from '../../../protocol/offer.ts';
import { useCardWords } from '../../i18n/cards/card-words.ts';
import { useLanguage } from '../../i18n/language.ts';
import { Icon } from '../../ui/icon.tsx';
import { isLease, type LeaseOffer, lengthWords, perWords, termUnit } from './terms.ts';
import { packagesOf, tiersOf } from './tiers.ts';
import type { Choice } from './use-choice.ts';

/** What a contract would say: rates by length, fees, the deposit and when it is waived, what the shop promises. */
export default function SmallPrint({ item, choice: { offer, days } }: { item: Item; choice: Choice }) {
  if (!offer) return null;
  return (
    <div className="flex animate-appear flex-col gap-3 border-t border-line pt-3 text-small">
      {isLease(offer) && <Rates offer={offer} days={days} />}
      <Charges offer={offer} />
      <Guarantees item={item} />
    </div>
  );
}

/** A label on the left, an amount on the right; amounts stand under one another. */
function Line({ label, strong = false, children }: { label: string; strong?: boolean; children: ReactNode }) {
  return (
    <div className={`flex items-baseline justify-between gap-3 ${strong ? 'font-semibold' : ''}`}>
      <dt dir="auto" className={`min-w-0 ${strong ? '' : 'text-soft'}`}>
        {label}
      </dt>
      <dd className="text-end tabular-nums">{children}</dd>
    </div>
  );
}

function Rates({ offer, days }: { offer: LeaseOffer; days: number }) {
  const language = useLanguage();
  const { terms } = useCardWords();
  const tiers = tiersOf(offer, days);
  const packages = packagesOf(offer);
  const unit = termUnit(offer.lease);
  if (tiers.length < 2 && packages.length === 0) return null;
  return (
    <section>
      <h4 className="mb-1 font-semibold">{terms.rates}</h4>
      <dl className="flex flex-col gap-1">
        {tiers.map(({ from, price, applies }) => (
          <Line key={from} label={terms.from(lengthWords(unit, from, language)) + (applies ? ` · ${terms.chosen}` : '')} strong={applies}>
            {language.money(price)}
            {perWords(offer.lease, language)}
          </Line>
        ))}
        {packages.map((pack) => (
          <Line key={pack.days} label={terms.package(lengthWords(unit, pack.days, language))}>
            {language.money(pack.price)}
          </Line>
        ))}
      </dl>
    </section>
  );
}

function Charges({ offer: { fees, lease } }: { offer: Offer }) {
  const { t, money } = useLanguage();
  const { terms } = useCardWords();
  const deposit = lease?.deposit;
  if (fees.length === 0 && !deposit && !lease?.buyout) return null;
  return (
    <section>
      <h4 className="mb-1 font-semibold">{terms.charges}</h4>
      <dl className="flex flex-col gap-1">
        {fees.map((fee) => (
          <Line key={fee.type} label={`${fee.label} · ${fee.optional ? terms.optional : terms.included}`}>
            {money(fee.amount)}
          </Line>
        ))}
        {deposit && <Line label={terms.deposit}>{money(deposit.amount)}</Line>}
        {lease?.buyout && (
          <Line label={terms.buyout(t.price.length(lease.buyout.after_periods, lease.billing_period.unit))}>
            {money(lease.buyout.price)}
          </Line>
        )}
      </dl>
      {deposit && (
        <p className="mt-1 text-soft">
          {deposit.waivable && <span dir="auto">{deposit.waiver_condition ?? t.price.depositWaivable}</span>}
          {deposit.waivable && deposit.refundable && ' · '}
          {deposit.refundable && terms.refunded(deposit.refund_within_days)}
        </p>
      )}
    </section>
  );
}

function Guarantees({ item: { policies = [] } }: { item: Item }) {
  const { terms } = useCardWords();
  if (policies.length === 0) return null;
  return (
    <section>
      <h4 className="mb-1 font-semibold">{terms.guarantees}</h4>
      <ul className="flex flex-col gap-1">
        {policies.map(({ type, label, description, url }) => (
          <li key={type} className="flex gap-1.5">
            <Icon name="check" size={16} className="mt-0.25 text-good" />
            <div dir="auto" className="min-w-0">
              {url ? (
                <a href={url} className="text-accent-ink underline underline-offset-2">
                  {label}
                </a>
              ) : (
                <span>{label}</span>
              )}
              {description && <p className="text-soft">{description}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
