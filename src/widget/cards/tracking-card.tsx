import type { TrackingCardData } from '../../protocol/parts.ts';
import { useCardWords } from '../i18n/cards/card-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { statusWord } from './order-status.ts';

/** Where a parcel is: newest first, the present step strong. */
export default function TrackingCard({ data }: { data: TrackingCardData }) {
  const { moment } = useLanguage();
  const { order: words } = useCardWords();
  // Carriers send them either way round.
  const events = [...data.events].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <article aria-label={words.title(data.order_id)} className="rounded-card border border-line p-3">
      <h3 dir="auto" className="font-semibold wrap-anywhere">
        {words.tracking(data.carrier)}
      </h3>
      <p className="mb-3 text-small text-soft wrap-anywhere">{words.title(data.order_id)}</p>
      {events.length === 0 && <p className="text-small text-soft">{words.noEvents}</p>}
      <ol>
        {events.map((event, index) => (
          <li key={`${event.at} ${event.text}`} {...(index === 0 ? { 'aria-current': 'step' as const } : {})} className="group flex gap-3">
            <span aria-hidden="true" className="flex flex-col items-center">
              <span
                className={`mt-1.25 size-2 shrink-0 rounded-full ${index === 0 ? 'bg-accent-ink outline-4 outline-accent-wash' : 'bg-edge'}`}
              />
              <span className="mt-1.25 w-px flex-1 bg-line group-last:hidden" />
            </span>
            <div className="min-w-0 pb-4 group-last:pb-0">
              <p dir="auto" className={`text-small wrap-anywhere ${index === 0 ? 'font-semibold' : ''}`}>
                {event.text || statusWord(event.status, words)}
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
