import { type KeyboardEvent, type RefObject, useId } from 'react';
import type { Comparison } from '../../protocol/compare.ts';
import { useCompareWords } from '../i18n/compare/compare-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { Icon } from '../ui/icon.tsx';
import { arrange, type RowGroup } from './arrange.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';

interface TableProps {
  readonly data: Comparison;
  readonly region: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Not every column is in sight. */
  readonly scrolls: boolean;
  /** New amounts are on their way. */
  readonly busy: boolean;
  readonly winner: string | undefined;
  /** Key of the row that a claim points at. */
  readonly lit: string | undefined;
  readonly unfolded: boolean;
  readonly onUnfold: (unfolded: boolean) => void;
  readonly onOpened: ((key: string) => void) | undefined;
  readonly onRemove: ((id: string) => void) | undefined;
}

/** Items side by side in a real table: rows that differ first and by group, the equal ones folded away. */
export function CompareTable({ data, region, onKeyDown, scrolls, busy, winner, lit, unfolded, onUnfold, onOpened, onRemove }: TableProps) {
  const { t } = useLanguage();
  const words = useCompareWords();
  const keys = useId();
  const { differing, equal } = arrange(data);
  const differs = differing.reduce((count, group) => count + group.rows.length, 0);
  const shown: readonly RowGroup[] = unfolded && equal.length > 0 ? [...differing, { name: words.equalRows, rows: equal }] : differing;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; a section would be a landmark in every answer */}
      <div
        ref={region}
        role="group"
        aria-label={words.title}
        aria-describedby={scrolls ? keys : undefined}
        // A region that scrolls must be reachable by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        className="cmp-scroll"
        onKeyDown={onKeyDown}
      >
        {busy && <div className="cmp-busy" />}
        <table className="cmp-table" aria-busy={busy} style={{ '--columns': data.items.length } as object}>
          <caption className="sr-only">
            {words.caption(data.items.map((item) => item.title).join(t.separator), differs, equal.length)}
          </caption>
          <colgroup>
            <col className="cmp-first" />
            <col span={data.items.length} />
          </colgroup>
          <TableHead data={data} winner={winner} onRemove={onRemove} />
          {shown.map(({ name, rows }) => (
            <tbody key={name}>
              <tr className="cmp-group">
                <th scope="rowgroup" colSpan={data.items.length + 1}>
                  <span>{name}</span>
                </th>
              </tr>
              {rows.map((row) => (
                <TableRow key={row.key} row={row} lit={row.key === lit} onOpened={onOpened} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {scrolls && (
        <p id={keys} className="sr-only">
          {words.keys}
        </p>
      )}
      {data.rows.length === 0 && <p className="cmp-note">{words.empty}</p>}
      {equal.length > 0 && (
        <button type="button" className="cmp-fold" aria-expanded={unfolded} onClick={() => onUnfold(!unfolded)}>
          {words.equal(equal.length)}
          <Icon name="fold" size={16} />
        </button>
      )}
    </>
  );
}
