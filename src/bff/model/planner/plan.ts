import type { SearchArguments } from '../../../protocol/search.ts';
import type { SearchResult, Vocabulary } from '../../catalog/engine.ts';
import type { ModelRequest } from '../port.ts';
import { answerSearch, type Searched } from './answer/answer.ts';
import { itemCard } from './answer/directives.ts';
import { type Choice, choiceIn } from './answer/question.ts';
import { wordsFor } from './answer/words.ts';
import { sayCheapest } from './cheapest.ts';
import { comparisonStep } from './compare/step.ts';
import { costStep } from './cost-step.ts';
import { type Dialogue, openQuestion, passagesIn, readDialogue, searchArgumentsOf, searchResultOf } from './history.ts';
import { itemStep } from './item-step.ts';
import { kitTalk } from './kit/kit-talk.ts';
import { kitStep } from './kit/step.ts';
import { nounFor } from './noun.ts';
import { browse, call, calls, offers, type Planning, type PlanOptions, type Step, say, unclear } from './planning.ts';
import { pointsBeyond, shownIds } from './pointed.ts';
import { conceptName } from './read/concepts.ts';
import { foldText } from './read/passage.ts';
import { readWish } from './read/read.ts';
import { looksAround } from './read/talk.ts';
import { rentOrBuyStep } from './rent-or-buy.ts';
import { namedKindOnly, ofNamedKind, withoutRepeated } from './search/below.ts';
import { cheaperThan, cheapestOfAll } from './search/cheaper.ts';
import { CARDS, compose } from './search/compose.ts';
import { onlyEdits } from './search/edits.ts';
import { otherAttribute, otherSort } from './search/other-attribute.ts';
import { otherWords } from './search/other-words.ts';
import { aboutSubject } from './search/subject.ts';
import { otherOffer, SEARCHES, widen } from './search/widen.ts';
import { NO_SERVICE, serviceAsked } from './service.ts';
import { likeThePage } from './similar.ts';
import { afterTool, talkStep } from './talk.ts';
import { valuesStep } from './values-step.ts';
import type { Wish } from './wish.ts';

/**
 * The next step of a turn, from the request alone:
 *
 *     nothing returned yet → small talk, another tool, or the first search
 *     a search found items → sentence, cards, perhaps one question
 *     a search found none  → a wider search, at most {@link SEARCHES} in all; then the honest answer
 */
export function nextStep(request: ModelRequest, options: PlanOptions): Step {
  const dialogue = readDialogue(request);
  const { locale } = request.facts;
  const kinds = request.facts.search_state?.arguments.product_types;
  const reading = { vocabulary: options.vocabulary, locale, today: options.today, kinds };
  const read = readWish(dialogue.text, reading);
  const choice = choiceIn(dialogue.text, openQuestion(dialogue), options.vocabulary, wordsFor(read.language));
  const said = choice ? chosen(read, choice) : read;
  const service = choice ? NO_SERVICE : serviceAsked(said, dialogue, request, options.vocabulary);
  const page = service.outside || service.order || service.tool ? null : likeThePage(said, request, dialogue);
  const composed = compose(page?.wish ?? said, {
    vocabulary: options.vocabulary,
    state: page?.state ?? request.facts.search_state,
    seen: dialogue.seen,
    noted: request.facts.noted,
  });
  // "A lighter one" is an edit only of something; at the start it is a wish.
  const asked = page?.wish ?? said;
  const wish = composed?.edits === false ? { ...asked, edit: null } : asked;
  const planning: Planning = { ...options, request, dialogue, wish, service: page ? NO_SERVICE : service, composed };
  if (dialogue.answered) return say(wordsFor(read.language).repair);
  const kit = service.order || service.tool ? null : kitTalk(request.messages, asked, reading);
  // "Drop the light" and "add a microphone to it" speak of the kit; "does it have HDMI" of one thing in it.
  const meansKit = kit?.change === 'less' || (service.shop !== 'sure' && (!service.item || kit?.change === 'parts'));
  const kitted = kit && meansKit && kitStep(kit, { ...planning, wish: kit.wish });
  if (kitted) return kitted;
  const weighed = service.order || service.tool ? null : rentOrBuyStep(planning);
  if (weighed) return weighed;
  const beyond = service.order || service.tool ? null : beyondShown(planning);
  if (beyond) return beyond;
  const costs = page ? null : costStep(planning);
  if (costs) return costs;
  const values = page ? null : valuesStep(planning);
  if (values) return values;
  const last = dialogue.returned.at(-1);
  if (page && !last && offers(request, 'get_item')) return call('get_item', { id: page.item_id });
  if (page?.state && last?.name === 'get_item') return firstSearch(planning);
  if (!last) return talkStep(planning) ?? lookAtShown(planning) ?? firstSearch(planning);
  // A look-up that was only tried has the word first; where it is silent, the things named are set side by side.
  const silent = service.shop === 'maybe' && passagesIn(last.data).length === 0;
  if (wish.talk === 'compare' && (last.name !== 'knowledge_search' || silent)) {
    const step = comparisonStep(planning);
    if (step) return step;
  }
  if (last.name === 'search_db') return service.item && !page ? itemStep(service.item, planning) : afterSearch(planning);
  return last.name === 'get_item' && changesShown(planning) && !service.item
    ? firstSearch(planning)
    : (afterTool(planning, last) ?? firstSearch(planning));
}

/** "The second one" where one is shown: which ones there are, and how to see more. */
function beyondShown({ request, dialogue, wish }: Planning): Step | null {
  const shown = shownIds(request.facts);
  if (!pointsBeyond(foldText(dialogue.text), shown)) return null;
  return say(`${wordsFor(wish.language).shownOnly(shown.length)}\n\n${shown.map((id) => itemCard(id, null)).join('\n')}`);
}

/** Whether the wish is one against what was shown: cheaper, bigger. */
const changesShown = ({ wish, composed }: Planning): boolean =>
  composed?.edits === true &&
  (composed.ofNoKind ||
    (wish.price === null && (wish.edit?.kind === 'cheaper' || wish.edit?.kind === 'dearer' || wish.edit?.kind === 'more')));

/** "Cheaper" than what: the last cards are read again where their data is not at hand any more. */
function lookAtShown(planning: Planning): Step | null {
  const { request, dialogue } = planning;
  const shown = (request.facts.search_state?.shown ?? []).slice(-CARDS);
  const unread = shown.filter((id) => !dialogue.seen.has(id));
  if (!changesShown(planning) || unread.length === 0 || !offers(request, 'get_item')) return null;
  return calls(unread.map((id) => ({ name: 'get_item', arguments: { id } })));
}

/** The wish that a chosen option stands for: exactly the catalogue's own value. */
function chosen(read: Wish, { field, values }: Choice): Wish {
  const bare: Wish = {
    ...read,
    talk: null,
    edit: null,
    leans: true,
    terms: {},
    models: [],
    words: [],
    attributes: [],
    price: null,
    rental_days: null,
    quantity: null,
    sort: null,
    sort_attribute: null,
    unstated: [],
    strangers: [],
    exclude: {},
    noun: null,
  };
  if (!field.startsWith('attributes.'))
    return { ...bare, terms: { [field]: values }, noun: field === 'product_types' ? (values[0] ?? null) : null };
  const name = field.slice('attributes.'.length);
  const [value] = values;
  return {
    ...bare,
    attributes: [values.length === 1 && value !== undefined ? { name, op: 'eq', value } : { name, op: 'in', value: [...values] }],
  };
}

/** Whether what was shown last was set side by side and not searched for: then there may well be others. */
function wasCompared({ request }: Planning): boolean {
  const { search_state, noted } = request.facts;
  return search_state?.shown.every((id) => noted?.compared?.includes(id)) ?? false;
}

function firstSearch(planning: Planning): Step {
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

function afterSearch(planning: Planning): Step {
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
