import { useRef } from 'react';
import { useConversation } from '../app/widget-context.ts';
import { useLanguage } from '../i18n/language.ts';
import { isRunning, lastAnswer, type Message } from '../stores/model.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { QuietLine } from '../ui/quiet-line.tsx';
import { Answer } from './answer.tsx';
import { useFollowScroll } from './follow-scroll.ts';
import { Greeting } from './greeting.tsx';

const replyTo = (messages: readonly Message[], index: number): string | undefined => {
  const next = messages[index + 1];
  return next?.role === 'shopper' ? next.text : undefined;
};

/** The last turn is never left out of layout: the view follows its growth. */
const turnClass = (index: number, count: number): string | undefined => (index < count - 2 ? 'aisle-turn' : undefined);

/** The conversation. What is said is not read out word by word as it streams; only its beginning and end are. */
export function Thread() {
  const { t } = useLanguage();
  const messages = useConversation((state) => state.conversation.messages);
  const earlier = useConversation((state) => state.conversation.earlier);
  const scroller = useRef<HTMLDivElement>(null);
  const questions = messages.filter((message) => message.role === 'shopper').length;
  const { atEnd, toEnd } = useFollowScroll(scroller, questions);
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label={t.panel.thread}
        // A region that scrolls must be reachable by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        className="aisle-scroll h-full overflow-y-auto px-4 pt-4 pb-6 -outline-offset-2"
      >
        <div className="flex flex-col gap-6">
          {earlier !== undefined && <Earlier state={earlier} />}
          {messages.length === 0 && earlier === undefined && <Greeting />}
          {messages.map((message, index) =>
            message.role === 'shopper' ? (
              <div key={message.id} data-question className={turnClass(index, messages.length)}>
                <Question text={message.text} />
              </div>
            ) : (
              <div key={message.id} className={turnClass(index, messages.length)}>
                <Answer answer={message} reply={replyTo(messages, index)} newest={index === messages.length - 1} />
              </div>
            ),
          )}
        </div>
      </div>
      {!atEnd && (
        <button
          type="button"
          className="absolute inset-x-0 bottom-2 mx-auto flex w-fit animate-appear items-center gap-1 rounded-full border border-line bg-surface py-1.5 ps-2.5 pe-3.5 text-small font-medium shadow-(--aisle-chip-shadow)"
          onClick={toEnd}
        >
          <Icon name="down" size={16} />
          {t.panel.latest}
        </button>
      )}
      <Announcer />
    </div>
  );
}

/** In the place of what was said before, while it is read or cannot be. */
function Earlier({ state }: { state: 'loading' | 'failed' }) {
  const { t } = useLanguage();
  const restore = useConversation((conversation) => conversation.restore);
  if (state === 'loading') return <div aria-hidden="true" className="h-24 animate-breathe rounded-card bg-raised" />;
  return (
    <div className="flex flex-col items-start gap-2">
      <QuietLine tone="warn">{t.earlier}</QuietLine>
      <Button onClick={() => void restore()}>{t.retry}</Button>
    </div>
  );
}

function Question({ text }: { text: string }) {
  const { t } = useLanguage();
  return (
    <div className="flex justify-end ps-10">
      <p dir="auto" className="rounded-panel rounded-ee-small bg-sunken px-3 py-2 text-pretty break-words whitespace-pre-wrap">
        <span className="sr-only">{t.panel.you}: </span>
        {text}
      </p>
    </div>
  );
}

/** Tells a screen reader that an answer began and that it is there; how it ended in between is for the eyes. */
function Announcer() {
  const { t } = useLanguage();
  const state = useConversation(({ conversation }) => {
    const answer = lastAnswer(conversation);
    if (!answer) return 'none';
    return isRunning(answer) ? 'answering' : answer.state;
  });
  const fault = useConversation(({ conversation }) => lastAnswer(conversation)?.fault?.code);
  const words =
    state === 'none'
      ? ''
      : state === 'answering'
        ? t.state.answering
        : fault
          ? t.fault[fault]
          : state === 'stopped'
            ? t.state.stopped
            : t.state.done;
  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  );
}
