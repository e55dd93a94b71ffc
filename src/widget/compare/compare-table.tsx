import { useState } from 'react';
import type { CompareRow, Comparison } from '../../protocol/compare.ts';
import type { Item } from '../../protocol/item.ts';
import { ItemLink } from '../cards/item/heading.tsx';
import { Picture } from '../cards/item/picture.tsx';
import { isGone } from '../cards/item/stock.ts';
import { useCardWords } from '../i18n/cards/card-words.ts';
import { useLanguage } from '../i18n/language.ts';

/** Items side by side: rows that differ first, the equal ones folded away. */
export default function CompareTable({ data }: { data: Comparison }) {
  const { t } = useLanguage();
  const { compare } = useCardWords();
  const [unfolded, setUnfolded] = useState(false);
  const differing = data.rows.filter((row) => row.differs);
  const same = data.rows.filter((row) => !row.differs);
  const rows = unfolded ? [...differing, ...same] : differing;
  return (
    <figure aria-label={t.compare.title} className="overflow-hidden rounded-card border border-line">
      <div
        // A region that scrolls must be reachable by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        className="aisle-scroll max-h-112 overflow-auto -outline-offset-2"
      >
        <table className="w-full border-separate [border-spacing:0] text-small">
          <Head items={data.items} days={data.days} />
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {data.rows.length === 0 && <p className="px-3 py-2 text-small text-soft">{compare.empty}</p>}
      {same.length > 0 && (
        <button
          type="button"
          aria-expanded={unfolded}
          className="min-h-9 w-full border-t border-line bg-raised px-3 text-start text-small text-soft hover:text-ink touch:min-h-11"
          onClick={() => setUnfolded(!unfolded)}
        >
          {compare.same(same.length)}
        </button>
      )}
      {data.note && (
        <figcaption dir="auto" className="border-t border-line px-3 py-2 text-small text-soft">
          {data.note}
        </figcaption>
      )}
    </figure>
  );
}

/** Small pictures and titles that stay in sight above their columns. */
function Head({ items, days }: { items: readonly Item[]; days: number | undefined }) {
  const { t } = useLanguage();
  const { compare } = useCardWords();
  return (
    <thead>
      <tr>
        <th
          scope="col"
          className="sticky start-0 top-0 z-20 w-18 min-w-18 border-b border-line bg-surface p-2 ps-3 text-start align-bottom text-tiny font-normal text-soft"
        >
          {days === undefined ? t.compare.title : compare.forDays(t.price.length(days, 'day'))}
        </th>
        {items.map((item) => (
          <th
            key={item.id}
            scope="col"
            className="sticky top-0 z-10 min-w-28 border-b border-line bg-surface p-2 text-start align-top font-semibold"
          >
            <Picture item={item} small className={`mb-1 size-14 rounded-control ${isGone(item) ? 'opacity-50' : ''}`} />
            <span dir="auto" className="line-clamp-2 wrap-anywhere" title={item.title}>
              <ItemLink item={item} />
            </span>
            {isGone(item) && <span className="block text-tiny font-normal text-bad">{t.item.gone}</span>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Row({ row }: { row: CompareRow }) {
  const { compare } = useCardWords();
  return (
    <tr className="group">
      <th
        scope="row"
        className="sticky start-0 z-10 border-b border-line bg-surface p-2 ps-3 text-start align-top font-normal wrap-anywhere text-soft group-last:border-0"
      >
        {row.label}
      </th>
      {row.cells.map((cell, index) => (
        // Cells have no identity of their own: they are the row's columns.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <td key={index} className="border-b border-line p-2 align-top wrap-anywhere tabular-nums group-last:border-0">
          {cell === null ? (
            <span className="text-soft">{compare.notStated}</span>
          ) : (
            <span dir="auto" className={row.best === index ? 'font-semibold' : ''}>
              {cell.text}
            </span>
          )}
          {row.best === index && (
            <span className="mt-0.5 flex items-center gap-1 text-tiny text-good">
              <span aria-hidden="true" className="size-1.5 rounded-full bg-current" />
              {compare.best}
            </span>
          )}
        </td>
      ))}
    </tr>
  );
}
