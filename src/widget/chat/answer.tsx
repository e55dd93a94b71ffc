import { lazy, memo, Suspense } from 'react';
import { useConversation } from '../app/widget-context.ts';
import { RunContext } from '../cards/card-context.ts';
import { useLanguage } from '../i18n/language.ts';
import { type Answer as AnswerModel, isRunning } from '../stores/model.ts';
import { Button } from '../ui/button.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { QuietLine } from '../ui/quiet-line.tsx';
import { PlainContent } from './plain-content.tsx';
import { StatusLine } from './status-line.tsx';

/** Fetched while the shopper reads the greeting. */
export const loadAnswerContent = () => import('./answer-content.tsx');
const AnswerContent = lazy(loadAnswerContent);

interface AnswerProps {
  readonly answer: AnswerModel;
  /** What the shopper said after it. */
  readonly reply: string | undefined;
  readonly newest: boolean;
}

/** One answer: its words and cards, then how it stands. */
export const Answer = memo(function Answer({ answer, reply, newest }: AnswerProps) {
  const plain = <PlainContent blocks={answer.blocks} />;
  return (
    <div className="flex flex-col gap-3" data-state={answer.state}>
      <ErrorBoundary fallback={plain}>
        <Suspense fallback={plain}>
          <RunContext value={answer.runId}>
            <AnswerContent answer={answer} reply={reply} newest={newest && answer.state === 'done'} />
          </RunContext>
        </Suspense>
      </ErrorBoundary>
      {isRunning(answer) ? <StatusLine answer={answer} /> : <Ending answer={answer} newest={newest} />}
    </div>
  );
});

/** How an answer ended, when that is worth a word, and the way on. */
function Ending({ answer, newest }: { answer: AnswerModel; newest: boolean }) {
  const { t } = useLanguage();
  const retry = useConversation((state) => state.retry);
  if (answer.state === 'stopped') return <QuietLine icon="stop">{t.state.stopped}</QuietLine>;
  if (answer.cut) return <QuietLine>{t.state.cut}</QuietLine>;
  if (!answer.fault) return null;
  const { code, retryable, retryAfter } = answer.fault;
  return (
    <div className="flex flex-col items-start gap-2">
      <QuietLine tone="warn">
        {t.fault[code]}
        {retryAfter !== undefined && retryAfter > 0 && ` ${t.tryIn(Math.ceil(retryAfter))}`}
      </QuietLine>
      {newest && retryable && <Button onClick={retry}>{answer.state === 'failed' ? t.retry : t.goOn}</Button>}
    </div>
  );
}
