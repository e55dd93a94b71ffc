import type { TrackingCardData } from '../../protocol/parts.ts';
import { useLanguage } from '../i18n/language.ts';
import { statusWord } from './order-card.tsx';

/** Where a parcel is: newest first, the present step strong. */
export default function TrackingCard({ data }: { data: TrackingCardData }) {
  const language = useLanguage();
  const { t, moment } = language;
  // Carriers send them either way round.
  const events = [...data.events].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <article aria-label={t.order.title(data.order_id)} className="rounded-card border border-line p-3">
      <h3 className="text-small font-semibold">{t.order.tracking(data.carrier)}</h3>
      <p className="mb-2 text-tiny text-soft">{t.order.title(data.order_id)}</p>
      {events.length === 0 && <p className="text-small text-soft">{t.order.noEvents}</p>}
      <ol>
        {events.map((event, index) => (
          <li key={`${event.at} ${event.text}`} {...(index === 0 ? { 'aria-current': 'step' as const } : {})} className="group flex gap-3">
            <span aria-hidden="true" className="flex flex-col items-center">
              <span className={`mt-1.5 size-2 shrink-0 rounded-full ${index === 0 ? 'bg-accent-ink' : 'bg-edge'}`} />
              <span className="w-px flex-1 bg-line group-last:hidden" />
            </span>
            <div className="pb-3 group-last:pb-0">
              <p dir="auto" className={`text-small ${index === 0 ? 'font-semibold' : ''}`}>
                {event.text || statusWord(event.status, language)}
              </p>
              <p className="text-tiny text-soft tabular-nums">
                {moment(event.at)}
                {event.place && ` · ${event.place}`}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </article>
  );
}
