import { wordsFor } from './answer/words.ts';
import { offers, type Planning, say, type Step, unclear } from './plan.ts';

/** The step for a message that asks for no product: an answer without a search, or another tool. Null for all others. */
export function talkStep(planning: Planning): Step | null {
  const { wish, request } = planning;
  const words = wordsFor(wish.language);
  switch (wish.talk) {
    case null:
      return null;
    case 'any':
      // Without a search to go on with, there is nothing to be easy about.
      return request.facts.search_state ? null : say(unclear(planning));
    case 'unclear':
      return say(unclear(planning));
    case 'compare':
      return request.facts.search_state ? say(words.compareUnavailable) : null;
    case 'this-item':
      return request.facts.page?.item_id === undefined || !offers(request, 'get_item') ? thisItem(planning) : null;
    default:
      return say(words.talk[wish.talk]);
  }
}

function thisItem({ wish, request }: Planning): Step | null {
  return request.facts.page?.item_id === undefined ? null : say(wordsFor(wish.language).itemUnavailable);
}
