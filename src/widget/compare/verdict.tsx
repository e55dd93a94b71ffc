import { useState } from 'react';
import type { CompareVerdict, Comparison, VerdictBasis } from '../../protocol/compare.ts';
import { useCompareWords } from '../i18n/compare/compare-words.ts';
import { Button } from '../ui/button.tsx';

/** A verdict as far as it is known: whole, or the sentences that have come so far. */
export type ShownVerdict = CompareVerdict | { readonly streaming: readonly string[] };

/** Sentences shown at once; the others open. */
const AT_ONCE = 4;

interface VerdictProps {
  readonly verdict: ShownVerdict;
  readonly data: Comparison;
  /** Goes to a row of the table. */
  readonly onRow: (key: string) => void;
}

/** What can be said of the table, each sentence with the rows it stands on. */
export function Verdict({ verdict, data, onRow }: VerdictProps) {
  const words = useCompareWords();
  const [all, setAll] = useState(false);
  const whole = 'streaming' in verdict ? undefined : verdict;
  const sentences = whole?.sentences ?? ('streaming' in verdict ? verdict.streaming.map((text) => ({ text, rows: [] })) : []);
  const shown = all ? sentences : sentences.slice(0, AT_ONCE);
  return (
    <div className="cmp-verdict" aria-busy={!whole}>
      <h3>{heading(whole?.basis, words)}</h3>
      {sentences.length === 0 && (
        <p role="status" className="cmp-basis">
          {words.weighing}
        </p>
      )}
      <ul>
        {shown.map(({ text, rows }, at) => (
          // Sentences only ever come one after another.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at} dir="auto">
            {text} <Rows keys={rows} data={data} onRow={onRow} />
          </li>
        ))}
      </ul>
      {shown.length < sentences.length && (
        <div>
          <Button look="plain" onClick={() => setAll(true)}>
            {words.moreClaims(sentences.length - shown.length)}
          </Button>
        </div>
      )}
      {whole && <p className="cmp-basis">{words.basis[whole.basis]}</p>}
    </div>
  );
}

const heading = (basis: VerdictBasis | undefined, words: ReturnType<typeof useCompareWords>): string =>
  basis === 'rules' ? words.verdict : words.verdictForYou;

/** The rows a sentence stands on, by name; each leads to its row. */
function Rows({ keys, data, onRow }: { keys: readonly string[]; data: Comparison; onRow: (key: string) => void }) {
  const words = useCompareWords();
  const rows = keys.flatMap((key) => data.rows.find((row) => row.key === key) ?? []);
  if (rows.length === 0) return null;
  return (
    <span className="cmp-rows">
      {rows.map(({ key, label }) => (
        <button key={key} type="button" className="cmp-chip" aria-label={words.toRow(label)} onClick={() => onRow(key)}>
          {label}
        </button>
      ))}
    </span>
  );
}
