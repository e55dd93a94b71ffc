import { useLanguage } from '../../i18n/language.ts';
import { ItemCard, type ItemCardProps } from './item-card.tsx';

/** One item alone stands wide; two or more form a row that scrolls sideways and lets the next one peek. */
export function ItemRow({ cards }: { cards: readonly Omit<ItemCardProps, 'shape'>[] }) {
  const { t } = useLanguage();
  const [only] = cards;
  if (cards.length === 1 && only) return <ItemCard {...only} shape="wide" />;
  return (
    <ul aria-label={t.item.options} className="aisle-row -mx-4 flex snap-x scroll-px-4 gap-3 overflow-x-auto px-4">
      {cards.map((card) => (
        <li key={card.item.id} className="w-64 max-w-[82%] shrink-0 snap-start">
          <ItemCard {...card} shape="tall" />
        </li>
      ))}
    </ul>
  );
}
