import type { OrderCardData } from '../../protocol/parts.ts';
import { type Language, useLanguage } from '../i18n/language.ts';

/** A shop's own word for a status is shown as it is; the usual ones in the shopper's language. */
export const statusWord = (status: string, { t }: Language): string =>
  (Object.hasOwn(t.order.status, status) ? t.order.status[status] : undefined) ?? status;

/** One order: what was bought or rented, and where it stands. */
export default function OrderCard({ data: { order } }: { data: OrderCardData }) {
  const language = useLanguage();
  const { t, money, date } = language;
  return (
    <article aria-label={t.order.title(order.id)} className="rounded-card border border-line">
      <header className="flex items-baseline justify-between gap-3 px-3 pt-3">
        <div className="min-w-0">
          <h3 className="truncate text-small font-semibold">{t.order.title(order.id)}</h3>
          <p className="text-tiny text-soft">{t.order.placed(date(order.placed_at))}</p>
        </div>
        <p className="shrink-0 rounded-full bg-accent-wash px-2 py-0.5 text-tiny font-medium text-accent-ink">
          {statusWord(order.status, language)}
        </p>
      </header>
      <ul className="divide-y divide-line px-3">
        {order.lines.map((line) => (
          <li key={line.item_id} className="flex justify-between gap-3 py-2 text-small">
            <div className="min-w-0">
              <p dir="auto" className="line-clamp-2">
                {line.title}
                {line.quantity > 1 && <span className="text-soft"> {t.bundle.quantity(line.quantity)}</span>}
              </p>
              {line.lease && (
                <p className="text-tiny text-soft">
                  {t.order.rental(t.price.length(line.lease.days, 'day'))}
                  {line.lease.due_back && ` · ${t.order.dueBack(date(line.lease.due_back))}`}
                  {line.lease.deposit && ` · ${t.price.deposit(money(line.lease.deposit))}`}
                </p>
              )}
            </div>
            <span className="shrink-0 tabular-nums">{money(line.price)}</span>
          </li>
        ))}
      </ul>
      <p className="flex justify-between border-t border-line px-3 py-2 text-small">
        <span className="text-soft">{t.order.total}</span>
        <strong className="font-semibold tabular-nums">{money(order.total)}</strong>
      </p>
    </article>
  );
}
