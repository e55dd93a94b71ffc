import type { ReactNode } from 'react';
import type { RunResponse } from '../../protocol/operator.ts';
import { useRun } from '../api/queries.ts';
import { hrefs, navigate } from '../app/route.ts';
import { useLanguage } from '../i18n/language.ts';
import { readRun } from '../run/read-run.ts';
import { RunFailed } from '../run/run-failed.tsx';
import { Outcome } from '../runs/outcome.tsx';
import { Button } from '../ui/button.tsx';
import { Link, linkClass } from '../ui/link.tsx';
import { Nothing, Waiting } from '../ui/states.tsx';
import { When } from '../ui/when.tsx';
import { CallDifferences } from './call-differences.tsx';
import { pairCards, type ReadRun, shownText } from './difference-of-runs.ts';
import { FigureTable } from './figure-table.tsx';
import { TextDifference } from './text-difference.tsx';

const read = (run: RunResponse): ReadRun => ({
  run,
  reading: readRun({ run_id: run.id, conversation_id: run.conversation_id }, run.entries),
});

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-2 text-body font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Head({ letter, of: { run, reading } }: { letter: string; of: ReadRun }) {
  const { t } = useLanguage();
  return (
    <div className="min-w-0 rounded-card border border-line p-3">
      <p className="text-tiny font-semibold text-soft">{letter}</p>
      <Link href={hrefs.run(run.id)} className="block text-body font-medium break-words hover:underline">
        {reading.question || t.noWords}
      </Link>
      <p className="mt-1 flex flex-wrap gap-x-3 text-tiny text-soft">
        <code>{reading.models.join(' → ')}</code>
        <When at={reading.started_at} both />
        <Outcome outcome={reading.outcome} error={run.summary?.error} />
      </p>
    </div>
  );
}

/** Two runs side by side: what they called, showed and said, and how long they took. */
export function ComparePage({ a: idA, b: idB }: { a: string; b: string }) {
  const { t } = useLanguage();
  const [first, second] = [useRun(idA), useRun(idB)];
  if (!idA || !idB)
    return (
      <Nothing page title={t.compareWhat}>
        <Link href={hrefs.runs()} className={linkClass}>
          {t.toRuns}
        </Link>
      </Nothing>
    );
  if (first.isPending || second.isPending) return <Waiting label={t.loading} lines={6} />;
  const failed = [first, second].find((each) => each.isError);
  if (failed) return <RunFailed error={failed.error} onAgain={() => void failed.refetch()} />;
  if (!first.data || !second.data) return null;
  const [a, b] = [read(first.data), read(second.data)];
  const cards = pairCards(a.reading, b.reading);
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h1 className="text-title font-semibold">{t.twoRuns}</h1>
        <Button icon="swap" onClick={() => navigate(hrefs.compare(idB, idA), { replace: true })}>
          {t.swap}
        </Button>
      </div>
      <div className="grid grid-cols-2 gap-2 narrow:grid-cols-1">
        <Head letter="A" of={a} />
        <Head letter="B" of={b} />
      </div>
      <Part title={t.figuresOf}>
        <FigureTable a={a} b={b} />
      </Part>
      <Part title={t.callsOf}>
        <CallDifferences a={a.reading} b={b.reading} />
      </Part>
      <Part title={t.cardsOf}>
        {cards.length === 0 ? (
          <p className="text-soft">{t.noCards}</p>
        ) : (
          <ul className="divide-y divide-line">
            {cards.map((card) => (
              <li key={`${card.in} ${card.key}`} className="flex flex-wrap items-baseline gap-x-3 py-1.5">
                <span
                  className={`w-24 shrink-0 text-tiny ${card.in === 'both' ? 'text-soft' : card.in === 'a' ? 'font-medium text-bad' : 'font-medium text-good'}`}
                >
                  {t.inRuns[card.in]}
                </span>
                <span className="text-tiny text-soft">{t.cardTypes[card.type] ?? card.type}</span>
                <span className="min-w-0 flex-1 break-words">{card.title}</span>
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={t.textOf}>
        <TextDifference a={shownText(a.reading)} b={shownText(b.reading)} />
      </Part>
    </div>
  );
}
