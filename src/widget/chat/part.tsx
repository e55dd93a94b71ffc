import { type ComponentType, Suspense } from 'react';
import type { CompareVerdict } from '../../protocol/compare.ts';
import { CardFailed } from '../cards/card-failed.tsx';
import { CardSkeleton } from '../cards/card-skeleton.tsx';
import { lateCard } from '../cards/late-card.tsx';
import { type CardPlace, type CardProps, cards } from '../cards/registry.tsx';
import type { ShownPart } from '../stores/model.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';

const MoreResults = lateCard(() => import('./more-results.tsx'));
const Comparison = lateCard(() => import('../compare/chat-comparison.tsx'));

/** A data part as its card. One that breaks, or whose file does not come, costs the answer nothing but itself. */
export function Part({ part, place, verdict }: { part: ShownPart; place: CardPlace; verdict: CompareVerdict | undefined }) {
  return (
    <ErrorBoundary fallback={(again) => <CardFailed again={again} />}>
      <Suspense fallback={<CardSkeleton type={part.type} />}>
        {part.type === 'data-moreItems' ? (
          <MoreResults data={part.data} shown={place.items} />
        ) : part.type === 'data-compareTable' ? (
          <Comparison data={part.data} verdict={verdict} />
        ) : (
          <Card part={part} place={place} />
        )}
      </Suspense>
    </ErrorBoundary>
  );
}

function Card({ part, place }: { part: ShownPart; place: CardPlace }) {
  // The table pairs each type with the card of that type; the compiler cannot follow the pair through a union.
  const Shown = cards[part.type] as ComponentType<CardProps<ShownPart['type']>> | null;
  return Shown && <Shown data={part.data} place={place} />;
}
