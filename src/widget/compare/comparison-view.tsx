import { type ReactNode, useRef, useState } from 'react';
import type { Comparison } from '../../protocol/compare.ts';
import { useCompareWords } from '../i18n/compare/compare-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { CompareTable } from './compare-table.tsx';
import { Tools } from './tools.tsx';
import { useColumns } from './use-columns.ts';
import { useSheet } from './use-sheet.ts';
import { type ShownVerdict, Verdict } from './verdict.tsx';

export interface ComparisonViewProps {
  readonly data: Comparison;
  readonly verdict?: ShownVerdict | undefined;
  /** Stands under the verdict: what may be asked further. */
  readonly children?: ReactNode;
  /** The length asked for; the table may still show another. */
  readonly days?: number | undefined;
  readonly onDays?: ((days: number) => void) | undefined;
  readonly busy?: boolean;
  /** Present where the amounts for the length asked for did not come. */
  readonly onRetry?: (() => void) | undefined;
  readonly onOpened?: ((key: string) => void) | undefined;
  readonly onRemove?: ((id: string) => void) | undefined;
}

/** A whole comparison: tools, table, verdict. It knows nothing of the network. */
export default function ComparisonView({
  data,
  verdict,
  children,
  days,
  onDays,
  busy = false,
  onRetry,
  onOpened,
  onRemove,
}: ComparisonViewProps) {
  const words = useCompareWords();
  const frame = useRef<HTMLElement>(null);
  const region = useRef<HTMLDivElement>(null);
  const columns = useColumns(region, data.items.length);
  const [lit, setLit] = useState<string>();
  const [unfolded, setUnfolded] = useState(false);
  useSheet(frame);
  const whole = verdict && !('streaming' in verdict) ? verdict : undefined;

  const toRow = (key: string): void => {
    setLit(key);
    if (data.rows.some((row) => row.key === key && !row.differs)) setUnfolded(true);
    // Once the fold is open the row is there.
    requestAnimationFrame(() => {
      const row = [...(region.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find((each) => each.dataset.row === key);
      row?.scrollIntoView({ block: 'center', inline: 'nearest' });
      row?.querySelector('button')?.focus({ preventScroll: true });
    });
  };

  return (
    <figure ref={frame} aria-label={words.title} className="cmp">
      <Tools data={data} verdict={whole} columns={columns} days={days ?? data.days} onDays={onDays} frame={frame} />
      {onRetry && (
        <div className="cmp-note" data-warn="">
          <span role="status">{words.notRecomputed}</span>
          <Retry onRetry={onRetry} />
        </div>
      )}
      {data.note && (
        <p className="cmp-note" dir="auto">
          <Icon name="info" size={16} />
          <span>{data.note}</span>
        </p>
      )}
      <CompareTable
        data={data}
        region={region}
        onKeyDown={columns.onKeyDown}
        scrolls={columns.shown < data.items.length}
        busy={busy}
        winner={whole?.winner}
        lit={lit}
        unfolded={unfolded}
        onUnfold={setUnfolded}
        onOpened={onOpened}
        onRemove={onRemove}
      />
      {verdict && <Verdict verdict={verdict} data={data} onRow={toRow} />}
      {children}
    </figure>
  );
}

function Retry({ onRetry }: { onRetry: () => void }) {
  const { t } = useLanguage();
  return <Button onClick={onRetry}>{t.retry}</Button>;
}
