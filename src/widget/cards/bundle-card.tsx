import { useContext } from 'react';
import type { Money } from '../../protocol/money.ts';
import type { BundleCardData } from '../../protocol/parts.ts';
import { useLanguage } from '../i18n/language.ts';
import { RunContext, useCardActions } from './card-context.ts';
import { Picture } from './item/picture.tsx';

/** A kit as a receipt: its members, then what it costs, the deposit apart. */
export default function BundleCard({ data }: { data: BundleCardData }) {
  const { t } = useLanguage();
  const { followItem } = useCardActions();
  const run = useContext(RunContext);
  const { price, rent, days, deposit } = data.totals;
  return (
    <article aria-label={data.title} className="rounded-card border border-line">
      <h3 dir="auto" className="px-3 pt-3 text-body font-semibold">
        {data.title}
      </h3>
      <ul aria-label={t.bundle.members} className="divide-y divide-line px-3">
        {data.members.map(({ item, role, quantity }) => (
          <li key={item.id} className="flex items-center gap-3 py-2">
            <Picture item={item} small className="size-11 shrink-0 rounded-control" />
            <div className="min-w-0 flex-1">
              <p className="text-tiny text-soft">{role}</p>
              <p dir="auto" className="truncate text-small font-medium" title={item.title}>
                {item.url ? (
                  <a href={item.url} className="hover:underline" onClick={(event) => followItem(event, item.id, item.url ?? '', run)}>
                    {item.title}
                  </a>
                ) : (
                  item.title
                )}
              </p>
            </div>
            {quantity > 1 && <span className="text-small text-soft tabular-nums">{t.bundle.quantity(quantity)}</span>}
          </li>
        ))}
      </ul>
      <dl className="rounded-b-card border-t border-dashed border-line bg-raised px-3 py-2 text-small tabular-nums">
        {price && <Total label={t.bundle.price} money={price} strong />}
        {rent && <Total label={t.bundle.rent(days === undefined ? undefined : t.price.length(days, 'day'))} money={rent} strong />}
        {deposit && <Total label={t.bundle.deposit} money={deposit} />}
      </dl>
    </article>
  );
}

function Total({ label, money, strong = false }: { label: string; money: Money; strong?: boolean }) {
  const language = useLanguage();
  return (
    <div className="flex items-baseline justify-between gap-3 py-0.5">
      <dt className="text-soft">{label}</dt>
      <dd className={strong ? 'text-body font-semibold' : 'text-soft'}>{language.money(money)}</dd>
    </div>
  );
}
