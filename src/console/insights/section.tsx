import { type ReactNode, useId, useState } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';

/** A question about the period, and its answer. */
export function Section({ title, about, wide = false, children }: { title: string; about?: string; wide?: boolean; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`min-w-0 rounded-card border border-line p-4 ${wide ? 'col-span-full' : ''}`}>
      <h2 id={id} className="text-body font-semibold">
        {title}
      </h2>
      {about && <p className="mb-2 max-w-[72ch] text-small text-soft">{about}</p>}
      {children}
    </section>
  );
}

/** A column of a {@link DataTable}. */
export interface DataColumn<Row> {
  readonly name: string;
  readonly of: (row: Row) => ReactNode;
  /** Figures stand at the end of their column. */
  readonly end?: true;
  /** Left out on a phone. */
  readonly extra?: true;
}

/** Rows shown before the reader asks for all of them. */
const FIRST = 8;

/** Rows under heads, the first few until more are asked for; the first column names the row. Scrolls sideways in its own box. */
export function DataTable<Row>({
  title,
  columns,
  rows,
  keyOf,
}: {
  title: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}) {
  const cell = ({ end, extra }: DataColumn<Row>): string =>
    `py-1.5 ${end ? 'ps-4 text-end narrow:ps-3' : 'pe-4 text-start narrow:pe-2'} ${extra ? 'narrow:hidden' : ''} font-normal`;
  const { t } = useLanguage();
  const [all, setAll] = useState(false);
  const shown = all || rows.length <= FIRST + 1 ? rows : rows.slice(0, FIRST);
  return (
    <>
      <ScrollBox label={title}>
        <table className="w-full tabular-nums">
          <thead className="text-tiny text-soft">
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col" className={`${cell(column)} break-keep`}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={keyOf(row)} className="border-t border-line align-baseline">
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th key={column.name} scope="row" className={`${cell(column)} min-w-0 break-words`}>
                      {column.of(row)}
                    </th>
                  ) : (
                    <td key={column.name} className={`${cell(column)} ${column.end ? 'whitespace-nowrap' : ''}`}>
                      {column.of(row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {shown.length < rows.length && (
        <Button look="plain" className="mt-1 -ms-2.5" onClick={() => setAll(true)}>
          {t.showAll(rows.length)}
        </Button>
      )}
    </>
  );
}
