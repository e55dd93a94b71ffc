import { memo } from 'react';
import { useConversation } from '../app/widget-context.ts';
import { ItemRow } from '../cards/item/item-row.tsx';
import { Sources } from '../cards/sources.tsx';
import { UnknownPart } from '../cards/unknown-part.tsx';
import { useLanguage } from '../i18n/language.ts';
import { type Answer as AnswerModel, isRunning } from '../stores/model.ts';
import { Button } from '../ui/button.tsx';
import { QuietLine } from '../ui/quiet-line.tsx';
import { type Group, groupBlocks } from './groups.ts';
import { Part } from './part.tsx';
import { StatusLine } from './status-line.tsx';
import { Text } from './text.tsx';

interface AnswerProps {
  readonly answer: AnswerModel;
  /** What the shopper said after it. */
  readonly reply: string | undefined;
  readonly newest: boolean;
}

/** One answer: its words and cards in the order they came, then how it stands. */
export const Answer = memo(function Answer({ answer, reply, newest }: AnswerProps) {
  return (
    <div className="flex flex-col gap-3" data-state={answer.state}>
      {groupBlocks(answer.blocks).map((group) => (
        <div key={group.key} className="animate-appear">
          <Shown group={group} place={{ reply, newest: newest && answer.state === 'done' }} />
        </div>
      ))}
      {isRunning(answer) ? <StatusLine answer={answer} /> : <Ending answer={answer} newest={newest} />}
    </div>
  );
});

function Shown({ group, place }: { group: Group; place: { reply: string | undefined; newest: boolean } }) {
  switch (group.kind) {
    case 'text':
      return <Text text={group.text} />;
    case 'items':
      return <ItemRow cards={group.cards.map(({ item, reason, checked_at }) => ({ item, reason, checkedAt: checked_at }))} />;
    case 'part':
      return <Part part={group.part} place={place} />;
    case 'unread':
      return <UnknownPart />;
    case 'sources':
      return (
        <Sources
          sources={group.sources.map((source) => ({
            id: source.sourceId,
            title: source.title ?? (source.type === 'source-url' ? source.url : source.sourceId),
            url: source.type === 'source-url' ? source.url : undefined,
          }))}
        />
      );
  }
}

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
