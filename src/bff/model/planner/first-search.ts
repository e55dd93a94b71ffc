import type { SearchArguments } from '../../../protocol/search.ts';
import { wordsFor } from './answer/words.ts';
import { browse, call, offers, type Planning, type Step, say, unclear } from './planning.ts';
import { conceptName } from './read/concepts.ts';
import { foldText } from './read/passage.ts';
import { looksAround } from './read/talk.ts';
import { onlyEdits } from './search/edits.ts';

/** Whether what was shown last was set side by side and not searched for: then there may well be others. */
function wasCompared({ request }: Planning): boolean {
  const { search_state, noted } = request.facts;
  return search_state?.shown.every((id) => noted?.compared?.includes(id)) ?? false;
}

/** The search a message asks for; else a question, or the word that nothing was understood. */
export function firstSearch(planning: Planning): Step {
  const { wish, request, dialogue, composed } = planning;
  const words = wordsFor(wish.language);
  if (!offers(request, 'search_db')) return say(words.searchFailed);
  // Everything the last search found was shown: its other variants would be no other ones.
  if (
    wish.edit?.kind === 'others' &&
    composed?.edits &&
    request.facts.search_state?.cursor === undefined &&
    onlyEdits(wish) &&
    !wasCompared(planning)
  )
    return say(words.noMore.others);
  // A kind of thing that is turned down leaves everything else: that is a question.
  if (wish.exclude.product_types && onlyExcludes(composed?.arguments)) return browse(planning);
  if (composed) return call('search_db', composed.arguments);
  if (wish.unstated.length > 0)
    return say(
      words.notStated(
        wish.unstated.map((concept) => conceptName(concept, wish.language)),
        null,
      ),
    );
  return looksAround(foldText(dialogue.text), []) ? browse(planning) : unclear(planning);
}

const onlyExcludes = (search: SearchArguments | undefined): boolean =>
  search !== undefined && Object.keys(search).every((name) => ABOUT_OFFER.has(name));

/** Arguments that say nothing about the thing. */
const ABOUT_OFFER: ReadonlySet<string> = new Set(['exclude', 'limit', 'offer_kind', 'rental_days', 'price_range', 'sort']);
