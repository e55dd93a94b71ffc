import type { Comparison } from '../../protocol/compare.ts';
import type { Item } from '../../protocol/item.ts';
import { ItemLink } from '../cards/item/heading.tsx';
import { Picture } from '../cards/item/picture.tsx';
import { isGone } from '../cards/item/stock.ts';
import { useCompareWords } from '../i18n/compare/compare-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { IconButton } from '../ui/button.tsx';
import { headline } from './arrange.ts';

interface HeadProps {
  readonly data: Comparison;
  /** Id of the item that fits this shopper best, where a verdict named one. */
  readonly winner: string | undefined;
  readonly onRemove: ((id: string) => void) | undefined;
}

/** Picture, title and price of each item; they stay in sight above their columns. */
export function TableHead({ data, winner, onRemove }: HeadProps) {
  const { t } = useLanguage();
  const words = useCompareWords();
  const { items, days } = data;
  return (
    <thead>
      <tr>
        <th scope="col">{days === undefined ? words.title : words.forDays(t.price.length(days, 'day'))}</th>
        {items.map((item, column) => (
          <th key={item.id} scope="col" className={isGone(item) ? 'cmp-gone' : undefined}>
            <div className="cmp-item">
              <Picture item={item} small className="cmp-picture" />
              <span dir="auto" className="cmp-name" title={item.title}>
                <ItemLink item={item} />
              </span>
              <HeadPrice data={data} column={column} />
              {item.id === winner && <span className="cmp-tag">{words.winner}</span>}
              {isGone(item) && <span className="cmp-bad">{t.item.gone}</span>}
              {onRemove && items.length > 2 && <Remove item={item} onRemove={onRemove} />}
            </div>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The amount of the first row that has one, with what it is for. */
function HeadPrice({ data, column }: { data: Comparison; column: number }) {
  const { money } = useLanguage();
  const head = headline(data, column);
  if (!head) return null;
  return (
    <span className="cmp-price">
      {head.amount ? money(head.amount) : head.text} <small>{head.label}</small>
    </span>
  );
}

function Remove({ item, onRemove }: { item: Item; onRemove: (id: string) => void }) {
  const words = useCompareWords();
  return <IconButton icon="close" size="small" label={words.remove(item.title)} className="cmp-remove" onClick={() => onRemove(item.id)} />;
}
