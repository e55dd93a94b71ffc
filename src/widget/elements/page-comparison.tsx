import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { ApiError } from '../api/errors.ts';
import { useCardActions } from '../app/use-card-actions.ts';
import { useTheme } from '../app/use-theme.ts';
import { useWidget } from '../app/widget-context.ts';
import { CardContext } from '../cards/card-context.ts';
import { useLanguage } from '../i18n/language.ts';
import { comparison } from '../queries/comparison.ts';
import { queryClientOf } from '../queries/query-client.ts';
import { Button } from '../ui/button.tsx';
import { QuietLine } from '../ui/quiet-line.tsx';

const CompareTable = lazy(() => import('../compare/compare-table.tsx'));

interface Props {
  /** What the tree stands in, inside the element's shadow root. */
  readonly root: HTMLElement;
  readonly ids: readonly string[];
  readonly days: number | undefined;
}

/** The content of `<aisle-compare>`: the table of `POST /v1/compare`, asked for when it is nearly seen. */
export function PageComparison({ root, ids, days }: Props) {
  const { t, locale } = useLanguage();
  const { client } = useWidget();
  const near = useNear(root);
  const actions = useCardActions();
  useTheme(root, true);
  const { data, error, isFetching, refetch } = useQuery({ ...comparison(client, ids, days, locale), enabled: near }, queryClientOf(client));
  if (error && !data)
    return (
      <QuietLine tone="warn">
        {/* The BFF says in the shopper's language why a choice cannot be compared. */}
        <p role="status">{error instanceof ApiError && error.status === 400 ? error.message : t.compare.failed}</p>
        {!(error instanceof ApiError && error.status === 400) && (
          <Button look="plain" disabled={isFetching} onClick={() => void refetch()}>
            {t.retry}
          </Button>
        )}
      </QuietLine>
    );
  if (!data) return <Waiting label={t.compare.loading} />;
  return (
    <CardContext value={actions}>
      <Suspense fallback={<Waiting label={t.compare.loading} />}>
        <CompareTable data={data} />
      </Suspense>
    </CardContext>
  );
}

/** About the size of what comes, so that little moves when it arrives. */
function Waiting({ label }: { label: string }) {
  return (
    <p role="status" className="flex h-80 animate-breathe items-center justify-center rounded-card bg-raised text-small text-soft">
      {label}
    </p>
  );
}

/** Whether the element has been within a window's height of what the shopper sees. */
function useNear(element: HTMLElement): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const seen = new IntersectionObserver((entries) => setNear((before) => before || entries.some((entry) => entry.isIntersecting)), {
      rootMargin: '100%',
    });
    seen.observe(element);
    return () => seen.disconnect();
  }, [element]);
  return near;
}
