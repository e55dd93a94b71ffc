import type { ReactNode } from 'react';
import { Bar, type Tone } from './bar.tsx';

/** One line of a bar table. */
export interface BarRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly value: number;
  /** What is written beside the bar. */
  readonly told: ReactNode;
  readonly tone?: Tone;
}

/** Quantities with names: a chart that is a table, so that it needs no other. */
export function BarTable({ title, rows, most }: { title: string; rows: readonly BarRow[]; most?: number }) {
  const top = most ?? Math.max(0, ...rows.map(({ value }) => value));
  return (
    <table className="w-full table-fixed">
      <caption className="sr-only">{title}</caption>
      <tbody>
        {rows.map(({ key, name, value, told, tone }) => (
          <tr key={key} className="align-baseline">
            <th scope="row" className="w-[min(40%,200px)] py-1 pe-3 text-start font-normal break-words">
              {name}
            </th>
            <td className="py-1">
              <Bar value={value} most={top} {...(tone ? { tone } : {})} />
            </td>
            <td className="w-28 py-1 ps-3 text-end text-small tabular-nums">{told}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
