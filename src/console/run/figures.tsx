import type { ReactNode } from 'react';
import type { FormScore } from '../../protocol/score.ts';
import { useLanguage } from '../i18n/language.ts';
import { unitsOf } from './cost.ts';
import type { Reading } from './reading.ts';

function Figure({ name, value, tone = '', children }: { name: string; value: string; tone?: string; children?: ReactNode }) {
  return (
    <div className="min-w-0 border-s border-line ps-3">
      <dt className="text-tiny text-soft">{name}</dt>
      <dd>
        <span className={`text-title font-semibold tabular-nums ${tone}`}>{value}</span>
        {children && <span className="block text-tiny text-soft">{children}</span>}
      </dd>
    </div>
  );
}

/** A run in six figures. */
export function Figures({ reading, scores }: { reading: Reading; scores: FormScore | undefined }) {
  const { t, duration, number, score, percent } = useLanguage();
  const { use, steps } = reading;
  const calls = steps.flatMap((step) => step.calls);
  const failed = calls.filter(({ returned }) => returned?.ok === false).length;
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(120px,1fr))] gap-y-3">
      <Figure name={t.figures.firstText} value={duration(reading.first_text)} />
      <Figure name={t.figures.firstCard} value={duration(reading.first_card)} />
      <Figure name={t.figures.whole} value={duration(reading.length)} />
      <Figure name={t.figures.steps} value={number(steps.filter(({ n }) => n > 0).length)}>
        {t.callsMade(calls.length)}
        {failed > 0 && <span className="text-bad"> · {t.callsFailed(failed)}</span>}
      </Figure>
      <Figure name={t.figures.tokens} value={use ? number(use.input + use.output) : '–'}>
        {use
          ? `${t.tokensInOut(number(use.input), number(use.output), number(use.cached))} · ${t.worth(number(unitsOf(use) * 1000))}`
          : t.noTokens}
      </Figure>
      <Figure name={t.figures.score} value={score(scores?.form)} tone={scores?.failing?.cause === 'model' ? 'text-bad' : ''}>
        {scores && (
          <>
            {t.chain(score(scores.chain.score), percent(scores.chain.discount))}
            {scores.failing && (
              <a href={`#step-${scores.failing.step}`} className="block text-bad underline underline-offset-2">
                {t.failsAt(scores.failing.step)}
              </a>
            )}
          </>
        )}
      </Figure>
    </dl>
  );
}
