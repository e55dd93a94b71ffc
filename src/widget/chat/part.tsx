import { type ComponentType, lazy, Suspense } from 'react';
import { type CardPlace, cards } from '../cards/registry.tsx';
import { UnknownPart } from '../cards/unknown-part.tsx';
import type { ShownPart } from '../stores/model.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';

const MoreResults = lazy(() => import('./more-results.tsx'));

/** A data part as its card. One that breaks, or that this build does not know, costs the answer nothing but itself. */
export function Part({ part, place }: { part: ShownPart; place: CardPlace }) {
  return (
    <ErrorBoundary fallback={<UnknownPart />}>
      <Suspense fallback={<div aria-hidden="true" className="h-40 animate-breathe rounded-card bg-raised" />}>
        {part.type === 'data-moreItems' ? <MoreResults data={part.data} shown={place.items} /> : <Card part={part} place={place} />}
      </Suspense>
    </ErrorBoundary>
  );
}

function Card({ part, place }: { part: ShownPart; place: CardPlace }) {
  // The table pairs each type with the card of that type; the compiler cannot follow the pair through a union.
  const Shown = cards[part.type] as ComponentType<{ data: ShownPart['data']; place: CardPlace }> | null;
  return Shown && <Shown data={part.data} place={place} />;
}
