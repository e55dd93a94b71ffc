import type { Item } from '../../../protocol/item.ts';
import { useLanguage } from '../../i18n/language.ts';
import { stockWords } from './stock.ts';

const tones = { good: 'text-good', warn: 'text-warn', bad: 'text-bad' } as const;

/** Rating, availability, and when the facts were last read. */
export function Standing({ item, checkedAt }: { item: Item; checkedAt?: string | undefined }) {
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
