import { type ReactNode, useId } from 'react';
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

/** Rows under heads; the first column names the row. Scrolls sideways in its own box. */
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
    `py-1.5 ${end ? 'ps-4 text-end' : 'pe-4 text-start'} ${extra ? 'narrow:hidden' : ''} font-normal`;
  return (
    <ScrollBox label={title}>
      <table className="w-full tabular-nums">
        <thead className="text-tiny text-soft">
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={cell(column)}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className="border-t border-line align-baseline">
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.name} scope="row" className={`${cell(column)} min-w-0 break-words`}>
                    {column.of(row)}
                  </th>
                ) : (
                  <td key={column.name} className={cell(column)}>
                    {column.of(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
