import type { OrderCardData } from '../../protocol/parts.ts';
import { useCardWords } from '../i18n/cards/card-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { statusTone, statusWord } from './order-status.ts';

type Line = OrderCardData['order']['lines'][number];

/** One order: what was bought or rented, and where it stands. */
export default function OrderCard({ data: { order } }: { data: OrderCardData }) {
  const { money, date } = useLanguage();
  const { order: words } = useCardWords();
  return (
    <article aria-label={words.title(order.id)} className="overflow-hidden rounded-card border border-line">
      <header className="flex items-start justify-between gap-3 p-3 pb-2">
        <div className="min-w-0">
          <h3 className="font-semibold wrap-anywhere">{words.title(order.id)}</h3>
          <p className="text-small text-soft tabular-nums">{words.placed(date(order.placed_at))}</p>
        </div>
        <p dir="auto" className={`max-w-1/2 shrink-0 rounded-control px-2 py-1 text-small font-medium ${statusTone(order.status)}`}>
          {statusWord(order.status, words)}
        </p>
      </header>
      {order.lines.length === 0 && <p className="px-3 pb-3 text-small text-soft">{words.noLines}</p>}
      <ul className="px-3 empty:hidden">
        {order.lines.map((line) => (
          <OrderLine key={line.item_id} line={line} />
        ))}
      </ul>
      <p className="flex items-baseline justify-between gap-3 border-t border-line bg-raised px-3 py-2">
        <span className="text-small text-soft">{words.total}</span>
        <strong className="font-semibold tabular-nums">{money(order.total)}</strong>
      </p>
    </article>
  );
}

function OrderLine({ line }: { line: Line }) {
  const { t, money, date } = useLanguage();
  const words = useCardWords();
  const { lease } = line;
  return (
    <li className="flex justify-between gap-3 border-line py-2 text-small not-first:border-t">
      <div className="min-w-0">
        <p dir="auto" title={line.title} className="line-clamp-2 wrap-anywhere">
          {line.title}
          {line.quantity > 1 && <span className="whitespace-nowrap text-soft tabular-nums"> {words.bundle.quantity(line.quantity)}</span>}
        </p>
        {lease && (
          <p className="flex flex-wrap gap-x-2 text-tiny text-soft tabular-nums">
            <span>{words.order.rental(t.price.length(lease.days, 'day'))}</span>{' '}
            {lease.due_back && <span>{words.order.dueBack(date(lease.due_back))}</span>}{' '}
            {lease.deposit && <span>{t.price.deposit(money(lease.deposit))}</span>}
          </p>
        )}
      </div>
      <span className="shrink-0 tabular-nums">{money(line.price)}</span>
    </li>
  );
}
