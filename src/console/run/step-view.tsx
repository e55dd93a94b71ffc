import { languageOf } from '../../protocol/locale.ts';
import type { RecordedRequest } from '../../protocol/run-entries.ts';
import type { BothWords, FailingStep, StepScore } from '../../protocol/score.ts';
import { useLanguage } from '../i18n/language.ts';
import { Icon } from '../ui/icon.tsx';
import { Call } from './call.tsx';
import { Judgements } from './judgements.tsx';
import { Prompt } from './prompt.tsx';
import type { Step } from './reading.ts';
import { SideBySide } from './side-by-side.tsx';

/** One round of the loop: thought, what came of it before the shopper, action, observation, verdicts, and its score. */
export function StepView({
  step,
  writing,
  modelled,
  score,
  failing,
  discount,
  before,
}: {
  step: Step;
  /** The model is at work on it. */
  writing: boolean;
  /** Some step of the run asked a model. */
  modelled: boolean;
  score: StepScore | undefined;
  /** The chain breaks here, and why. */
  failing: FailingStep | undefined;
  discount: number | undefined;
  /** Request of the model call before this step's first. */
  before: RecordedRequest | undefined;
}) {
  const { t, locale, duration, number, score: written, percent } = useLanguage();
  const inWords = (words: BothWords): string => words[languageOf(locale)];
  /** The mark itself is what failed; where the turn ended with an error, a sentence says so and the mark may be full. */
  const marked = failing?.cause === 'model';
  const title = step.n > 0 ? t.stepN(step.n) : t.besideSteps;
  return (
    <li id={`step-${step.n}`} className="scroll-mt-16">
      <section
        aria-label={title}
        className={`flex flex-col gap-2 border-s-2 ps-4 pb-6 narrow:ps-3 ${failing ? 'border-bad' : 'border-line'}`}
      >
        <header className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <h3 className="text-body font-semibold">{title}</h3>
          <span className="text-tiny text-soft tabular-nums">
            {step.end === undefined && !writing
              ? duration(step.start)
              : t.fromTo(duration(step.start), step.end === undefined ? '…' : duration(step.end))}
            {step.reason !== undefined && ` · ${t.stepReasons[step.reason] ?? step.reason}`}
            {step.use && ` · ${t.tokensInOut(number(step.use.input), number(step.use.output), number(step.use.cached))}`}
            {step.redone > 0 && ` · ${t.redone(step.redone)}`}
          </span>
          {score && (
            <span className={`ms-auto text-small tabular-nums ${marked ? 'font-semibold text-bad' : 'text-soft'}`}>
              {marked && <Icon name="warn" className="me-1 inline-block align-text-bottom" />}
              {marked ? t.failingStep : t.stepScore} {written(score.score)}
              {discount !== undefined && step.n > 1 && (
                <span className="text-tiny font-normal text-soft"> {t.countsAs(percent(discount ** (step.n - 1)))}</span>
              )}
            </span>
          )}
        </header>
        {failing && failing.cause !== 'model' && (
          <p className="flex gap-1.5 text-small text-bad">
            <Icon name="warn" className="mt-px" />
            {inWords(failing.reason)}
          </p>
        )}
        {score && score.faults.length > 0 && (
          <ul className="rounded-control bg-raised p-2 text-small">
            {score.faults.map(({ rule, subject, reason, cost }) => (
              <li key={`${rule} ${subject}`} className="flex gap-1.5">
                <Icon name="warn" className="mt-px text-bad" />
                <span className="min-w-0 break-words">
                  {inWords(reason)} <span className="text-tiny text-soft">{t.costs(percent(cost))}</span>{' '}
                  <code className="text-tiny text-soft">{rule}</code>
                </span>
              </li>
            ))}
          </ul>
        )}
        {step.models.map(({ model, request, start }, index) => (
          <div key={start} className="flex flex-wrap items-start gap-x-3">
            <span className="min-h-7 pt-1 text-small">
              <span className="text-tiny text-soft">{index === 0 ? t.asked : t.fellBack}</span>{' '}
              <code className="font-semibold">{model}</code>
            </span>
            <Prompt request={request} before={index === 0 ? before : step.models[index - 1]?.request} />
          </div>
        ))}
        {step.models.length === 0 && step.calls.length > 0 && (
          <p className="text-small text-soft">{modelled ? t.searchedAhead : t.noModelAsked}</p>
        )}
        <SideBySide step={step} writing={writing} />
        {step.calls.map((call) => (
          <Call key={call.seq} call={call} />
        ))}
        <Judgements judgements={step.judgements} />
      </section>
    </li>
  );
}
