import type { SearchArguments } from '../../../protocol/search.ts';
import { askCard } from './answer/directives.ts';
import { optionLabel } from './answer/question.ts';
import { wordsFor } from './answer/words.ts';
import { valuesAsked } from './asks/values-question.ts';
import { searchArgumentsOf, searchResultOf } from './history.ts';
import { nounFor } from './noun.ts';
import { call, offers, type Planning, type Step, say } from './planning.ts';
import { foldText } from './read/passage.ts';

/** Values told of one field: what one question card takes. */
const TOLD = 6;

/**
 * "Which colours are there?": the values of a field among what is spoken of, each with how many have it, as a question the
 * shopper may answer. Null where the message asks for no such thing, or nothing is spoken of.
 */
export function valuesStep(planning: Planning): Step | null {
  const { dialogue, request, vocabulary, wish, service } = planning;
  if (service.item || service.order || service.tool || wish.talk === 'compare') return null;
  const field = valuesAsked(foldText(dialogue.text), vocabulary);
  const search = field === null ? null : spokenOf(planning);
  if (field === null || !search || !offers(request, 'search_db')) return null;
  const returned = dialogue.returned.find((each) => each.name === 'search_db');
  if (!returned) return call('search_db', search);
  const words = wordsFor(wish.language);
  const result = searchResultOf(returned);
  if (!result) return say(words.searchFailed);
  const noun = nounFor(wish, searchArgumentsOf(returned), vocabulary);
  const facet = result.facets.find((each) => each.field === field);
  const values = (facet?.values ?? []).slice(0, TOLD).map(({ value, count }) => ({
    label: optionLabel(field === 'product_types' ? (value.split(' > ').at(-1) ?? value) : value, facet?.unit),
    count,
  }));
  if (!facet || values.length === 0) return say(words.notTold(noun));
  const card =
    planning.directives.has('askCard') && values.length > 1
      ? askCard(
          words.question(field, facet.label, noun),
          values.map(({ label }) => label),
        )
      : null;
  return say([words.values(facet.label, values, noun, facet.values.length > TOLD), ...(card ? [card] : [])].join('\n\n'));
}

/** The search whose results are asked about: the one the message itself says, else the last one. */
function spokenOf({ composed, request }: Planning): SearchArguments | null {
  const own =
    composed && !composed.edits && (composed.own.product_types || composed.own.brands || composed.own.attributes)
      ? composed.arguments
      : null;
  const { cursor: _cursor, direct: _direct, exclude, ...last } = request.facts.search_state?.arguments ?? {};
  const { ids: _ids, ...excluded } = exclude ?? {};
  const before = Object.keys(last).length > 0 ? { ...last, ...(Object.keys(excluded).length > 0 ? { exclude: excluded } : {}) } : null;
  return own ?? (before && { ...before, limit: 3 });
}
