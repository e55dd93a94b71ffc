import type { SearchArguments } from '../../../protocol/search.ts';
import type { SearchResult, Vocabulary } from '../../catalog/engine.ts';
import { answerSearch, type Searched } from './answer/answer.ts';
import { wordsFor } from './answer/words.ts';
import { sayCheapest } from './cheapest.ts';
import { type Dialogue, searchArgumentsOf, searchResultOf } from './history.ts';
import { nounFor } from './noun.ts';
import { call, offers, type Planning, type Step, say } from './planning.ts';
import { namedKindOnly, ofNamedKind, withoutRepeated } from './search/below.ts';
import { cheaperThan, cheapestOfAll } from './search/cheaper.ts';
import { CARDS } from './search/compose.ts';
import { otherAttribute, otherSort } from './search/other-attribute.ts';
import { otherWords } from './search/other-words.ts';
import { aboutSubject } from './search/subject.ts';
import { otherOffer, SEARCHES, widen } from './search/widen.ts';

/** What a search found leads to: a wider or another search while it may help, then the answer. */
export function afterSearch(planning: Planning): Step {
  const { wish, vocabulary, request, dialogue, directives } = planning;
  const words = wordsFor(wish.language);
  const searches = dialogue.returned.flatMap((returned): Searched[] => {
    const result = searchResultOf(returned);
    const search = searchArgumentsOf(returned);
    if (!result) return [];
    const searched = { arguments: search, result: asMeant(planning, search, aboutSubject(search, result, vocabulary)) };
    return [search.cursor === undefined ? searched : ofNamedKind(searched, vocabulary)];
  });
  // Where the search with what was remembered found nothing, the answer is about the one without it.
  const told = withoutRepeated(searches, vocabulary);
  const counted = told.length > 1 && planning.composed?.remembered.length ? told.slice(1) : told;
  // None of it is in stock: what was found before is the answer.
  if (
    counted.length > 1 &&
    counted.at(-1)?.result.items.length === 0 &&
    counted.at(-1)?.arguments.in_stock &&
    !counted[0]?.arguments.in_stock
  )
    counted.pop();
  const [first, ...later] = counted;
  const last = later.at(-1) ?? first;
  const canSearch = offers(request, 'search_db') && searches.length < SEARCHES;
  if (!first || !last || dialogue.returned.at(-1)?.ok === false) {
    const simpler = canSearch && searches.length === 0 && failures(dialogue) === 1 ? simplified(planning) : null;
    return simpler ? call('search_db', simpler) : say(words.searchFailed);
  }
  if (wantsCheaper(planning)) {
    const again = last.result.items.length === 0 && canSearch ? cheapestOfAll(last.arguments) : null;
    if (again) return call('search_db', again);
    const [cheapest] = last.result.items;
    if (searches.length > 1 && cheapest && last.arguments.exclude?.ids === undefined)
      return sayCheapest(cheapest, last.arguments, planning);
  }
  const named = canSearch && told.length === searches.length ? namedKindOnly(last, vocabulary) : null;
  if (named) return call('search_db', named);
  // A place in a list belongs to its order.
  const sorted = canSearch && last.arguments.cursor === undefined ? (otherSort(searches, vocabulary) ?? availableFirst(last)) : null;
  if (sorted) return call('search_db', sorted);
  if (last.result.items.length === 0 && canSearch && wish.edit === null) {
    const wider =
      forgetting(planning, told) ??
      inOtherWords(last, told, vocabulary) ??
      otherAttribute(searches, dialogue.text, vocabulary) ??
      otherOffer(wish, last.arguments, last.result) ??
      widen(last.arguments, last.result);
    if (wider) return call('search_db', wider.arguments);
  }
  return say(
    answerSearch({
      wish,
      vocabulary,
      searches: [first, ...later],
      noun: nounFor(wish, first.arguments, vocabulary),
      asked: dialogue.text,
      said: dialogue.said,
      foreignPrice: planning.composed?.foreignPrice ?? false,
      remembered: counted === told ? (planning.composed?.remembered ?? []) : [],
      directives,
      noQuestion: wish.talk === 'any',
    }),
  );
}

/** "Cheaper" alone, of what was shown. */
const wantsCheaper = ({ wish, composed }: Planning): boolean =>
  composed?.edits === true && wish.edit?.kind === 'cheaper' && wish.price === null;

/** What a search found, as far as it is what was meant: "cheaper" is cheaper than most of what was shown. */
function asMeant(planning: Planning, search: SearchArguments, result: SearchResult): SearchResult {
  if (!wantsCheaper(planning) || cheapestOfAll(search) === null) return result;
  const { request, dialogue } = planning;
  const shown = (request.facts.search_state?.shown ?? []).slice(-CARDS).flatMap((id) => dialogue.seen.get(id) ?? []);
  return cheaperThan(search, result, shown);
}

/** What is asked for in an order is to be had: where the first of it is not, the same of what is. */
function availableFirst({ arguments: search, result }: Searched): SearchArguments | null {
  const ordered = search.sort === 'price_asc' || search.sort === 'price_desc' || search.sort === 'rating';
  const gone = result.items.some((item) => item.availability?.available === false);
  const some = result.items.some((item) => item.availability?.available === true) || result.cursor !== undefined;
  return ordered && gone && some && search.in_stock === undefined && search.cursor === undefined ? { ...search, in_stock: true } : null;
}

const failures = (dialogue: Dialogue): number =>
  dialogue.returned.filter((returned) => returned.name === 'search_db' && !returned.ok).length;

/** What was taken over from earlier messages is given up first: nobody said it this time. */
function forgetting({ composed }: Planning, searches: readonly Searched[]): { readonly arguments: SearchArguments } | null {
  return composed && composed.remembered.length > 0 && searches.length === 1 ? { arguments: composed.own } : null;
}

function inOtherWords(
  { arguments: search }: Searched,
  tried: readonly Searched[],
  { locales }: Vocabulary,
): { readonly arguments: SearchArguments } | null {
  const translated = otherWords(search, locales);
  return translated && tried.every((each) => each.arguments.query !== translated.query) ? { arguments: translated } : null;
}

/** After a search the catalogue could not take: what every catalogue can test. Null when that is what was tried. */
function simplified({ dialogue, request }: Planning): Readonly<Record<string, unknown>> | null {
  const failed = dialogue.returned.find((returned) => returned.name === 'search_db');
  if (!failed) return null;
  const { cursor, ...uncut } = searchArgumentsOf(failed);
  // A page of a catalogue that has changed since: its first page again, without what was shown.
  if (cursor !== undefined) return { ...uncut, exclude: { ...uncut.exclude, ids: request.facts.search_state?.shown ?? [] } };
  const { query, product_types, brands, offer_kind, limit } = searchArgumentsOf(failed);
  const simple = {
    ...(query ? { query } : {}),
    ...(product_types ? { product_types } : {}),
    ...(brands ? { brands } : {}),
    ...(offer_kind ? { offer_kind } : {}),
  };
  if (Object.keys(simple).length === 0 || Object.keys(failed.arguments).every((name) => name in simple || name === 'limit')) return null;
  return { ...simple, limit };
}
