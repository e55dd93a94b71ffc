import { useMemo } from 'react';
import type { RunResponse } from '../../protocol/operator.ts';
import { useRun } from '../api/queries.ts';
import { useLanguage } from '../i18n/language.ts';
import { Waiting } from '../ui/states.tsx';
import { Actions } from './actions.tsx';
import { Figures } from './figures.tsx';
import { Heading } from './heading.tsx';
import { readRun } from './read-run.ts';
import { Remarks } from './remarks.tsx';
import { RunFailed } from './run-failed.tsx';
import { StepView } from './step-view.tsx';
import { useRunEntries } from './use-run-entries.ts';
import { Waterfall } from './waterfall.tsx';

/** One run, from its log: figures, where the time went, and every step. */
export function RunPage({ id }: { id: string }) {
  const { t } = useLanguage();
  const { data, error, isPending, refetch } = useRun(id);
  if (isPending) return <Waiting label={t.loading} lines={6} />;
  if (!data) return <RunFailed error={error} onAgain={() => void refetch()} />;
  return <LoadedRun key={id} run={data} />;
}

function LoadedRun({ run }: { run: RunResponse }) {
  const { t } = useLanguage();
  const { entries, live, lost } = useRunEntries(run);
  const reading = useMemo(
    () => readRun({ run_id: run.id, conversation_id: run.conversation_id }, entries),
    [run.id, run.conversation_id, entries],
  );
  const { scores } = run;
  const lastRequest = (index: number) =>
    reading.steps
      .slice(0, index)
      .flatMap(({ models }) => models)
      .at(-1)?.request;
  return (
    <article className="flex flex-col gap-6">
      <Heading run={run} reading={reading}>
        <Actions run={run} entries={entries} ended={!live} />
      </Heading>
      {lost && (
        <p role="alert" className="text-warn">
          {t.streamLost}
        </p>
      )}
      <Figures reading={reading} scores={scores} />
      <section aria-labelledby="waterfall">
        <h2 id="waterfall" className="mb-1 text-body font-semibold">
          {t.waterfall}
        </h2>
        <Waterfall reading={reading} />
      </section>
      <section aria-labelledby="steps">
        <h2 id="steps" className="mb-3 text-body font-semibold">
          {t.steps}
        </h2>
        <ol>
          {reading.steps.map((step, index) => (
            <StepView
              key={step.n}
              step={step}
              writing={live && step.end === undefined}
              modelled={reading.models.length > 0}
              score={scores?.steps.find((each) => each.step === step.n)}
              failing={scores?.failing?.step === step.n ? scores.failing : undefined}
              discount={scores?.chain.discount}
              before={lastRequest(index)}
            />
          ))}
        </ol>
        {live && (
          <p role="status" className="flex items-center gap-2 ps-4 text-accent-ink">
            <span aria-hidden="true" className="size-2 animate-breathe rounded-full bg-accent" />
            {t.liveNow}
          </p>
        )}
      </section>
      {!live && (
        <section aria-labelledby="afterwards">
          <h2 id="afterwards" className="mb-1 text-body font-semibold">
            {t.afterwards}
          </h2>
          <Remarks remarks={run.remarks ?? []} />
        </section>
      )}
    </article>
  );
}
