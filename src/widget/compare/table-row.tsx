import { useState } from 'react';
import type { CompareCell, CompareRow } from '../../protocol/compare.ts';
import { useCompareWords } from '../i18n/compare/compare-words.ts';
import type { CompareWords, SourceKind } from '../i18n/compare/dictionary.ts';
import { Icon } from '../ui/icon.tsx';

interface RowProps {
  readonly row: CompareRow;
  /** A claim of the verdict points here. */
  readonly lit: boolean;
  readonly onOpened: ((key: string) => void) | undefined;
}

/** One fact of all items. Its name opens a second line that says where each cell was read. */
export function TableRow({ row, lit, onOpened }: RowProps) {
  const words = useCompareWords();
  const [open, setOpen] = useState(false);
  const toggle = (): void => {
    if (!open) onOpened?.(row.key);
    setOpen(!open);
  };
  return (
    <>
      <tr data-row={row.key} data-lit={lit || undefined} data-best={row.best}>
        <th scope="row">
          <button type="button" className="cmp-label" aria-expanded={open} onClick={toggle}>
            <span dir="auto">{row.label}</span>
            <Icon name="fold" size={16} />
          </button>
        </th>
        {row.cells.map((cell, column) => (
          // Cells have no identity of their own: they are the row's columns.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <td key={column} data-best={row.best === column || undefined}>
            <Cell row={row} cell={cell} best={row.best === column} />
          </td>
        ))}
      </tr>
      {open && (
        <tr className="cmp-source">
          <th scope="row">{words.sources}</th>
          {row.cells.map((cell, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <td key={column} dir="auto">
              {cell ? words.source[sourceKind(cell.source)] : words.notStated}
            </td>
          ))}
        </tr>
      )}
    </>
  );
}

function Cell({ row, cell, best }: { row: CompareRow; cell: CompareCell; best: boolean }) {
  const words = useCompareWords();
  if (cell === null) return <span className="cmp-silent">{words.notStated}</span>;
  const missing = row.key === 'required_certificates' && cell.value === false;
  return (
    <>
      <span dir="auto" className={missing ? 'cmp-missing' : undefined}>
        {cell.text}
      </span>
      {best && row.best_label && <span className="cmp-best">{row.best_label}</span>}
    </>
  );
}

const kinds: readonly SourceKind[] = [
  'offers',
  'attributes',
  'rating',
  'review_aspects',
  'availability',
  'shipping',
  'policies',
  'seller',
  'certificate rules',
];

/** The part of a record that a source names; what this build does not know is the record itself. */
function sourceKind(source: string): keyof CompareWords['source'] {
  const [first] = source.split('.');
  return kinds.find((kind) => kind === first) ?? 'record';
}
