import { lazy, memo, Suspense } from 'react';
import { ItemList } from '../cards/item/item-list.tsx';
import type { CardPlace } from '../cards/registry.tsx';
import { UnknownPart } from '../cards/unknown-part.tsx';
import type { Answer } from '../stores/model.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { type Group, groupBlocks, isSuggestion, sameGroup } from './groups.ts';
import { warmUp } from './markdown/blocks.ts';
import { Markdown } from './markdown/markdown.tsx';
import { Part } from './part.tsx';

const loadFooter = () => import('../feedback/answer-footer.tsx');
const AnswerFooter = lazy(loadFooter);
// Needed at the end of the answer that needs this file: fetched now, while the network is there.
loadFooter().catch(() => undefined);
warmUp();
const Sources = lazy(() => import('../cards/sources.tsx'));

/**
 * The words and cards of an answer in the order they came. With the Markdown parser and every card it is the heavier
 * half of the chat, so it is a file of its own: the panel shows without it, and it is there before the first answer.
 */
export default function AnswerContent({ answer, reply, newest }: { answer: Answer } & Omit<CardPlace, 'items'>) {
  const groups = groupBlocks(answer.blocks);
  const items = groups.reduce((count, group) => count + (group.kind === 'items' ? group.cards.length : 0), 0);
  const show = (group: Group) => (
    <div key={group.key} className="animate-appear empty:hidden">
      <Shown group={group} place={{ reply, newest, items }} />
    </div>
  );
  return (
    <>
      {groups.filter((group) => !isSuggestion(group)).map(show)}
      {newest && groups.length > 0 && (
        <ErrorBoundary fallback={null}>
          <Suspense fallback={<div className="h-6" />}>
            <AnswerFooter answer={answer} />
          </Suspense>
        </ErrorBoundary>
      )}
      {groups.filter(isSuggestion).map(show)}
    </>
  );
}

interface ShownProps {
  readonly group: Group;
  readonly place: CardPlace;
}

/** Drawn again only when what it shows has changed, so that a row of cards costs nothing while words stream below it. */
const Shown = memo(
  function Shown({ group, place }: ShownProps) {
    switch (group.kind) {
      case 'text':
        return <Markdown text={group.text} open={group.open} />;
      case 'items':
        return (
          <div data-items={group.cards.map(({ item }) => item.id).join('\n')}>
            <ItemList cards={group.cards.map(({ item, reason, checked_at, asked }) => ({ item, reason, checkedAt: checked_at, asked }))} />
          </div>
        );
      case 'part':
        return <Part part={group.part} place={place} verdict={group.verdict} />;
      case 'unread':
        return <UnknownPart />;
      case 'sources':
        return (
          <ErrorBoundary fallback={null}>
            <Suspense fallback={<div className="h-6" />}>
              <Sources
                sources={group.sources.map((source) => ({
                  id: source.sourceId,
                  title: source.title ?? (source.type === 'source-url' ? source.url : source.sourceId),
                  url: source.type === 'source-url' ? source.url : undefined,
                }))}
              />
            </Suspense>
          </ErrorBoundary>
        );
    }
  },
  (before, now) =>
    sameGroup(before.group, now.group) &&
    before.place.reply === now.place.reply &&
    before.place.newest === now.place.newest &&
    before.place.items === now.place.items,
);
