import { lazy, memo, Suspense, useDeferredValue, useEffect, useState } from 'react';
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
  // Drawn in slices that give way to a key or a scroll: on a slow phone a card takes longer than a frame.
  const drawn = useDeferredValue(answer);
  const plain = <PlainContent blocks={drawn.blocks} />;
  return (
    <div className="flex flex-col gap-3" data-state={answer.state} data-run={answer.runId}>
      <ErrorBoundary fallback={plain}>
        <Suspense fallback={plain}>
          <RunContext value={answer.runId}>
            <AnswerContent answer={drawn} reply={reply} newest={newest && drawn.state === 'done'} />
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
  return <Fault fault={answer.fault} words={answer.state === 'failed' ? t.retry : t.goOn} onRetry={newest ? retry : undefined} />;
}

interface FaultProps {
  readonly fault: NonNullable<AnswerModel['fault']>;
  /** Names the way on. */
  readonly words: string;
  /** Absent where the conversation has gone on. */
  readonly onRetry: (() => void) | undefined;
}

/** What happened and what to do. While the server asks to wait, the sentence counts down and the button waits with it. */
function Fault({ fault: { code, retryable, retryAfter = 0, words: said }, words, onRetry }: FaultProps) {
  const { t } = useLanguage();
  const seconds = useCountdown(retryAfter);
  return (
    <div className="flex flex-col items-start gap-2">
      <QuietLine tone="warn">{(seconds > 0 && t.later[code]?.(seconds)) || said || t.fault[code]}</QuietLine>
      {onRetry && retryable && (
        <Button disabled={seconds > 0} onClick={onRetry}>
          {words}
        </Button>
      )}
    </div>
  );
}

/** Whole seconds until `from` seconds have passed since it was first shown. */
function useCountdown(from: number): number {
  const [end] = useState(() => Date.now() + from * 1000);
  const [left, setLeft] = useState(Math.ceil(from));
  useEffect(() => {
    if (left <= 0) return;
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000))), 500);
    return () => clearInterval(timer);
  }, [left, end]);
  return left;
}
