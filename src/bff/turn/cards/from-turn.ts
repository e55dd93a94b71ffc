import type { NotedFacts } from '../../model/port.ts';
import type { TurnDependencies, TurnInput } from '../dependencies.ts';
import type { TurnEvidence } from '../evidence.ts';
import type { LastSearch } from '../turn-state.ts';
import type { CardContext } from './card.ts';
import { nextPage } from './next-page.ts';

/** A turn, as its cards need to know it. */
export interface TurnOfCards {
  readonly deps: Pick<TurnDependencies, 'catalog' | 'comparePolicy' | 'now'>;
  readonly input: Pick<TurnInput, 'locale' | 'signal' | 'facts'>;
  readonly evidence: Pick<TurnEvidence, 'items' | 'record'>;
  /** What this turn searched last: it moves on while cards are made. */
  readonly lastSearch: () => LastSearch | undefined;
  readonly noted: () => NotedFacts;
}

/** What the cards of a turn are made from. What they show beyond the last search enters the turn's ledger. */
export function cardContext({ deps, input, evidence, lastSearch, noted }: TurnOfCards): CardContext {
  const { catalog, comparePolicy } = deps;
  const { locale, signal, facts } = input;
  const reading = { locale, signal };
  return {
    items: (ids) => catalog.items(ids, reading),
    asSearched: (id) => evidence.items.get(id),
    lastSearch,
    noted,
    async nextPage(limit) {
      const found = await nextPage(lastSearch(), limit, { catalog, context: reading });
      if (found) await evidence.record(found);
      return found;
    },
    locale,
    comparePolicy,
    rentalDays: () => lastSearch()?.arguments.rental_days ?? facts.search_state?.arguments.rental_days,
    now: () => new Date(deps.now()).toISOString(),
  };
}
