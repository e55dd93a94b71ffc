import { type RefObject, useState } from 'react';
import type { CompareVerdict, Comparison } from '../../protocol/compare.ts';
import { TermPicker } from '../cards/item/term-picker.tsx';
import { isLease, termsOf } from '../cards/item/terms.ts';
import { useCompareWords } from '../i18n/compare/compare-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { asText } from './as-text.ts';
import { printComparison } from './print.ts';
import type { Columns } from './use-columns.ts';

interface ToolsProps {
  readonly data: Comparison;
  readonly verdict: CompareVerdict | undefined;
  readonly columns: Columns;
  readonly days: number | undefined;
  readonly onDays: ((days: number) => void) | undefined;
  readonly frame: RefObject<HTMLElement | null>;
}

/** Above the table: the length of the rental, the way through the columns, and out of here on paper or as text. */
export function Tools({ data, verdict, columns, days, onDays, frame }: ToolsProps) {
  const words = useCompareWords();
  const { locale } = useLanguage();
  const leases = data.items.flatMap((item) => item.offers.filter(isLease).map((offer) => offer.lease));
  const { first, shown, go } = columns;
  const count = data.items.length;
  return (
    <div className="cmp-tools">
      {onDays && leases.length > 0 && <TermPicker terms={termsOf(leases)} days={days} onDays={onDays} />}
      <div className="cmp-end">
        {shown < count && (
          <>
            <span role="status" className="cmp-place">
              {words.columns(first + 1, first + shown, count)}
            </span>
            <IconButton
              icon="fold"
              size="small"
              label={words.before}
              className="cmp-before"
              disabled={first === 0}
              onClick={() => go(first - 1)}
            />
            <IconButton
              icon="fold"
              size="small"
              label={words.after}
              className="cmp-after"
              disabled={first + shown >= count}
              onClick={() => go(first + 1)}
            />
          </>
        )}
        <Copy text={() => asText(data, verdict, words)} />
        <Button
          look="plain"
          onClick={() => {
            const page = frame.current?.ownerDocument;
            if (page) printComparison(data, verdict, words, { document: page, locale });
          }}
        >
          {words.print}
        </Button>
      </div>
    </div>
  );
}

function Copy({ text }: { text: () => string }) {
  const words = useCompareWords();
  const [state, setState] = useState<'copied' | 'notCopied'>();
  const copy = (): void => {
    // Absent on a page without a secure address.
    const copying = navigator.clipboard?.writeText(text()) ?? Promise.reject(new Error('no clipboard'));
    copying.then(
      () => setState('copied'),
      () => setState('notCopied'),
    );
  };
  return (
    <>
      <Button look="plain" onClick={copy} onBlur={() => setState(undefined)}>
        {state ? words[state] : words.copy}
      </Button>
      <span role="status" className="sr-only">
        {state && words[state]}
      </span>
    </>
  );
}
