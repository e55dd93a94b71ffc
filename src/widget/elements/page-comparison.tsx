import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { ApiError } from '../api/errors.ts';
import { useCardActions } from '../app/use-card-actions.ts';
import { useTheme } from '../app/use-theme.ts';
import { useWidget } from '../app/widget-context.ts';
import { CardContext } from '../cards/card-context.ts';
import { CardFailed } from '../cards/card-failed.tsx';
import { lateCard } from '../cards/late-card.tsx';
import { useOpened } from '../compare/use-opened.ts';
import { useCompareWords } from '../i18n/compare/compare-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { comparison } from '../queries/comparison.ts';
import { queryClientOf } from '../queries/query-client.ts';
import { Button } from '../ui/button.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { QuietLine } from '../ui/quiet-line.tsx';
import { useNear } from './use-near.ts';
import { useVerdict } from './use-verdict.ts';

const ComparisonView = lateCard(() => import('../compare/comparison-view.tsx'));
const Notes = lazy(() => import('../chat/notes.tsx').then((module) => ({ default: module.Notes })));

interface Props {
  /** What the tree stands in, inside the element's shadow root. */
  readonly root: HTMLElement;
  readonly ids: readonly string[];
  readonly days: number | undefined;
  /** Takes an item out; absent where the page says what is compared. */
  readonly onRemove?: ((id: string) => void) | undefined;
}

/** A comparison among the shop's own content: the table of `POST /v1/compare`, asked for when it is nearly seen. */
export function PageComparison({ root, ids, days: given, onRemove }: Props) {
  const { locale, t } = useLanguage();
  const words = useCompareWords();
  const { client } = useWidget();
  const near = useNear(root);
  const actions = useCardActions();
  const [chosen, setChosen] = useState<number>();
  const days = chosen ?? given;
  const wanted = { ids, days, locale };
  const opened = useOpened(wanted);
  const verdict = useVerdict(wanted, opened);
  useTheme(root, true);
  const answer = useQuery({ ...comparison(client, wanted), enabled: near }, queryClientOf(client));
  const { data, error, isFetching, isPlaceholderData, refetch } = answer;
  if (error && !data) return <Refused error={error} busy={isFetching} again={() => void refetch()} />;
  // Other items are another table; the same ones for another term are the same.
  if (!data || (isPlaceholderData && data.items.map((item) => item.id).join('\n') !== ids.join('\n'))) return <Waiting />;
  return (
    <CardContext value={actions}>
      <ErrorBoundary fallback={(again) => <CardFailed again={again} />}>
        <Suspense fallback={<Waiting />}>
          <ComparisonView
            data={data}
            days={days}
            onDays={setChosen}
            busy={isPlaceholderData}
            onRetry={error ? () => void refetch() : undefined}
            verdict={verdict.shown ?? data.verdict}
            onOpened={opened.open}
            onRemove={onRemove}
          >
            <div className="cmp-aside">
              {verdict.fault && (
                <>
                  <QuietLine tone="warn">{verdict.fault.words ?? t.fault[verdict.fault.code]}</QuietLine>
                  <Button onClick={verdict.retry}>{t.retry}</Button>
                </>
              )}
              {!verdict.shown && !verdict.fault && <Button onClick={() => verdict.ask(data.items)}>{words.ask}</Button>}
            </div>
            {verdict.shown && (
              <Suspense>
                <div className="cmp-noted">
                  <Notes />
                </div>
              </Suspense>
            )}
          </ComparisonView>
        </Suspense>
      </ErrorBoundary>
    </CardContext>
  );
}

/** The BFF says in the shopper's language why a choice cannot be compared; anything else may be tried again. */
function Refused({ error, busy, again }: { error: Error; busy: boolean; again: () => void }) {
  const { t } = useLanguage();
  const words = useCompareWords();
  const forGood = error instanceof ApiError && error.status === 400;
  return (
    <QuietLine tone={forGood ? 'plain' : 'warn'}>
      <p role="status">{forGood ? error.message : words.failed}</p>
      {!forGood && (
        <Button look="plain" disabled={busy} onClick={again}>
          {t.retry}
        </Button>
      )}
    </QuietLine>
  );
}

/** About the size of what comes, so that little moves when it arrives. */
function Waiting() {
  const words = useCompareWords();
  return (
    <p role="status" className="flex h-80 animate-breathe items-center justify-center rounded-card bg-raised text-small text-soft">
      {words.loading}
    </p>
  );
}
