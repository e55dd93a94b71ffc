import { useLanguage } from '../../i18n/language.ts';
import { ItemCard, type ItemCardProps } from './item-card.tsx';
import { OfferChoice } from './offer-choice.tsx';
import { useChoice } from './use-choice.ts';

/** The items of an answer, one below the other, with one choice of term above them that all are reckoned for. */
export function ItemList({ cards }: { cards: readonly Omit<ItemCardProps, 'listed'>[] }) {
  const { t } = useLanguage();
  const { of, choose } = useChoice();
  const [only] = cards;
  if (cards.length === 1 && only) return <ItemCard {...only} />;
  return (
    <div className="flex flex-col gap-2">
      <OfferChoice choices={cards.map(({ item, asked }) => of(item, asked))} onChoose={choose} />
      <ul aria-label={t.item.options} className="flex flex-col gap-2">
        {cards.map((card) => (
          <li key={card.item.id}>
            <ItemCard {...card} listed />
          </li>
        ))}
      </ul>
    </div>
  );
}
