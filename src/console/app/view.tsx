import { lazy, Suspense } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { RunsPage } from '../runs/runs-page.tsx';
import { buttonClass } from '../ui/button.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Link } from '../ui/link.tsx';
import { Nothing, Waiting } from '../ui/states.tsx';
import { hrefs, type Route } from './route.ts';

const RunPage = lazy(() => import('../run/run-page.tsx').then(({ RunPage }) => ({ default: RunPage })));
const ComparePage = lazy(() => import('../compare/compare-page.tsx').then(({ ComparePage }) => ({ default: ComparePage })));
const InsightsPage = lazy(() => import('../insights/insights-page.tsx').then(({ InsightsPage }) => ({ default: InsightsPage })));

function Chosen({ route }: { route: Route }) {
  const { t } = useLanguage();
  switch (route.view) {
    case 'runs':
      return <RunsPage query={route.query} />;
    case 'run':
      return <RunPage id={route.id} />;
    case 'compare':
      return <ComparePage a={route.a} b={route.b} />;
    case 'insights':
      return <InsightsPage query={route.query} />;
    case 'unknown':
      return (
        <Nothing page title={t.unknownView}>
          <Link href={hrefs.runs()} className={`${buttonClass()} mt-3`}>
            {t.toRuns}
          </Link>
        </Nothing>
      );
  }
}

/** The view an address names. All but the list are loaded when they are first gone to. */
export function View({ route, address }: { route: Route; address: string }) {
  const { t } = useLanguage();
  return (
    <ErrorBoundary key={address} fallback={<Nothing page title={t.broken} />}>
      <Suspense fallback={<Waiting label={t.loading} />}>
        <Chosen route={route} />
      </Suspense>
    </ErrorBoundary>
  );
}
