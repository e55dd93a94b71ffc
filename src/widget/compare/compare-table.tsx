import { useContext, useState } from 'react';
import type { CompareRow, Comparison } from '../../protocol/compare.ts';
import { RunContext, useCardActions } from '../cards/card-context.ts';
import { Picture } from '../cards/item/picture.tsx';
import { useLanguage } from '../i18n/language.ts';

/** Items side by side: rows that differ first, the equal ones folded away. */
export default function CompareTable({ data }: { data: Comparison }) {
  const { t } = useLanguage();
  const [unfolded, setUnfolded] = useState(false);
  const { followItem } = useCardActions();
  const run = useContext(RunContext);
  const differing = data.rows.filter((row) => row.differs);
  const same = data.rows.filter((row) => !row.differs);
  const rows = unfolded ? [...differing, ...same] : differing;
  return (
    <figure aria-label={t.compare.title} className="overflow-hidden rounded-card border border-line">
      <div className="aisle-scroll max-h-112 overflow-auto">
        <table className="w-full border-separate border-spacing-0 text-small">
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky start-0 top-0 z-20 min-w-20 bg-surface p-2 text-start align-bottom text-tiny font-normal text-soft"
              >
                {data.days === undefined ? t.compare.title : t.compare.forDays(t.price.length(data.days, 'day'))}
              </th>
              {data.items.map((item) => (
                <th key={item.id} scope="col" className="sticky top-0 z-10 min-w-32 bg-surface p-2 text-start align-top font-semibold">
                  <Picture item={item} small className="mb-1 size-14 rounded-control" />
                  <span dir="auto" className="line-clamp-2" title={item.title}>
                    {item.url ? (
                      <a href={item.url} className="hover:underline" onClick={(event) => followItem(event, item.id, item.url ?? '', run)}>
                        {item.title}
                      </a>
                    ) : (
                      item.title
                    )}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {same.length > 0 && (
        <button
          type="button"
          aria-expanded={unfolded}
          className="w-full border-t border-line bg-raised px-3 py-2 text-start text-small text-soft hover:text-ink"
          onClick={() => setUnfolded(!unfolded)}
        >
          {t.compare.same(same.length)}
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

function Row({ row }: { row: CompareRow }) {
  const { t } = useLanguage();
  return (
    <tr>
      <th scope="row" className="sticky start-0 z-10 border-t border-line bg-surface p-2 text-start align-top font-normal text-soft">
        {row.label}
      </th>
      {row.cells.map((cell, index) => (
        // Cells have no identity of their own: they are the row's columns.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <td key={index} className="border-t border-line p-2 align-top tabular-nums">
          {cell === null ? <span className="text-soft">{t.compare.notStated}</span> : <span dir="auto">{cell.text}</span>}
          {row.best === index && (
            <span className="mt-0.5 flex items-center gap-1 text-tiny text-good">
              <span aria-hidden="true" className="size-1.5 rounded-full bg-current" />
              {t.compare.best}
            </span>
          )}
        </td>
      ))}
    </tr>
  );
}
