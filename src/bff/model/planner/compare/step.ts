import * as v from 'valibot';
import { type Comparison, comparisonSchema } from '../../../../protocol/compare.ts';
import { itemCard } from '../answer/directives.ts';
import { verdict } from '../answer/verdict.ts';
import { wordsFor } from '../answer/words.ts';
import { cartIds, speaksOfCart } from '../cart.ts';
import { searchArgumentsOf, searchResultOf } from '../history.ts';
import { call, calls, offers, type Planning, type Step, say } from '../planning.ts';
import { lastCompared, lastSpokenOf, shownIds } from '../pointed.ts';
import { attributesFor, type Concept } from '../read/concepts.ts';
import { lexiconOf } from '../read/lexicon.ts';
import { foldText } from '../read/passage.ts';
import { aboutSubject } from '../search/subject.ts';
import { type Side, sidesOf } from './sides.ts';

/** Items a comparison takes. */
const COMPARED = { least: 2, most: 6 } as const;

/**
 * The steps of a comparison: names that no search has found yet are searched for, side by side; then the items are
 * compared; then the verdict is said. Null where the message is rather a wish.
 */
export function comparisonStep(planning: Planning): Step | null {
  const { dialogue, request, wish } = planning;
  const words = wordsFor(wish.language);
  const compared = dialogue.returned.findLast((returned) => returned.name === 'compare_items');
  if (compared) {
    const parsed = v.safeParse(comparisonSchema, compared.data);
    return compared.ok && parsed.success ? say(answer(planning, parsed.output)) : say(words.compareUnavailable);
  }
  if (!offers(request, 'compare_items')) return dialogue.returned.length > 0 ? say(words.compareUnavailable) : null;
  if (speaksOfCart(foldText(dialogue.text))) return ofTheCart(planning);
  const sides = sidesOf(planning);
  if (!sides) return ofWhatIsShown(planning);
  const missing = sides.flatMap((side) => (side.id === null ? [side] : []));
  if (missing.length > 0 && !hasSearched(planning) && offers(request, 'search_db'))
    return calls(missing.map(({ search }) => ({ name: 'search_db', arguments: search })));
  const found = sides.map((side) => side.id ?? foundFor(side, planning));
  const ids = [...new Set(found.flatMap((id) => id ?? []))];
  if (ids.length >= COMPARED.least) return compare(ids, planning);
  const lost = sides.filter((_, at) => found[at] === null).map((side) => side.name);
  return say(
    [words.notCarried(lost.length > 0 ? lost : sides.map((side) => side.name)), ...ids.map((id) => itemCard(id, null))].join('\n\n'),
  );
}

const hasSearched = ({ dialogue }: Planning): boolean => dialogue.returned.some((returned) => returned.name === 'search_db');

/** What is in the cart side by side, with the item of the page or just spoken of where "this" is said. */
function ofTheCart(planning: Planning): Step {
  const { dialogue, request, wish } = planning;
  const cart = cartIds(request.facts);
  const beside = THIS_ONE.test(foldText(dialogue.text)) ? (request.facts.page?.item_id ?? lastSpokenOf(dialogue.said)) : null;
  const ids = [...new Set([...(beside ? [beside] : []), ...cart])];
  if (ids.length >= COMPARED.least) return compare(ids, planning);
  const words = wordsFor(wish.language);
  return say(cart.length === 1 ? words.oneInCart : words.compareUnavailable);
}

const THIS_ONE = /这(?:一?[个款台件双条把顶部套]|相机|商品)|\bthis\b/;

/** Side by side what the page compares, else what was compared last, else what was shown. */
function ofWhatIsShown(planning: Planning): Step | null {
  const { facts } = planning.request;
  const marked = facts.page?.compare ?? [];
  const before = lastCompared(planning.dialogue.said);
  const ids = [marked, before].find((each) => each.length >= COMPARED.least) ?? shownIds(facts, planning.dialogue);
  if (ids.length >= COMPARED.least) return compare(ids, planning);
  const { wish, request, dialogue, composed } = planning;
  if (composed !== null) return null;
  const lookedUp = dialogue.returned.some((returned) => returned.name === 'knowledge_search');
  return !lookedUp && offers(request, 'knowledge_search') && dialogue.text.length > 8
    ? call('knowledge_search', { queries: [{ query: dialogue.text.slice(0, 200), domain: 'internal_kb' }] })
    : say(wordsFor(wish.language).compareUnavailable);
}

function compare(ids: readonly string[], planning: Planning): Step {
  const { facts } = planning.request;
  const days = planning.wish.rental_days ?? facts.search_state?.arguments.rental_days ?? facts.noted?.rental_days;
  const aspects = aspectsOf(planning);
  return call('compare_items', {
    ids: ids.slice(0, COMPARED.most),
    ...(aspects.length > 0 ? { aspects: aspects.slice(0, 8) } : {}),
    ...(days === undefined ? {} : { days }),
  });
}

/** Keys of the facts the shopper named: 哪个更轻 names the weight. */
function aspectsOf({ wish, vocabulary }: Planning): string[] {
  const concept = wish.edit?.kind === 'more' ? wish.edit.concept : null;
  return [
    ...new Set([
      ...(wish.sort_attribute ? [wish.sort_attribute.name] : []),
      ...wish.attributes.map((filter) => filter.name),
      ...(concept ? keysOf(concept, vocabulary) : []),
    ]),
  ];
}

const keysOf = (concept: Concept, vocabulary: Planning['vocabulary']): string[] =>
  attributesFor(concept, lexiconOf(vocabulary)).map((attribute) => attribute.key);

function answer(planning: Planning, comparison: Comparison): string {
  const { wish, directives } = planning;
  const ids = comparison.items.map((item) => item.id);
  const cheap = wish.sort === 'price_asc' || wish.edit?.kind === 'cheaper';
  const rows = [...aspectsOf(planning).map((key) => `attributes.${key}`), ...(cheap ? ['total', 'rate', 'price'] : [])];
  const table = directives.has('compareTable') ? `<compareTable ids="${ids.join(',')}"/>` : ids.map((id) => itemCard(id, null)).join('\n');
  return `${verdict(comparison, rows, wish.language)}\n\n${table}`;
}

/** What this turn's search for a side found. */
function foundFor(side: Extract<Side, { id: null }>, { dialogue, vocabulary }: Planning): string | null {
  const returned = dialogue.returned.find((each) => JSON.stringify(each.arguments) === JSON.stringify(side.search));
  const result = returned && searchResultOf(returned);
  if (!returned || !result) return null;
  return aboutSubject(searchArgumentsOf(returned), result, vocabulary).items[0]?.id ?? null;
}
