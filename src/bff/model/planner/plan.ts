import type { DirectiveName } from '../../../protocol/directives.ts';
import type { Vocabulary } from '../../catalog/engine.ts';
import type { ModelRequest } from '../port.ts';
import { answerSearch, mainTypes, type Searched } from './answer/answer.ts';
import { askCard } from './answer/directives.ts';
import { type Choice, choiceIn } from './answer/question.ts';
import { wordsFor } from './answer/words.ts';
import { type Dialogue, openQuestion, readDialogue, searchArgumentsOf, searchResultOf } from './history.ts';
import { nounFor } from './noun.ts';
import { readWish } from './read/read.ts';
import { compose } from './search/compose.ts';
import { SEARCHES, widen } from './search/widen.ts';
import { talkStep } from './talk.ts';
import type { Wish } from './wish.ts';

/** What the planner does next: one call, or the answer. */
export type Step =
  | { readonly kind: 'call'; readonly name: string; readonly arguments: Readonly<Record<string, unknown>> }
  | { readonly kind: 'say'; readonly text: string };

export interface PlanOptions {
  readonly vocabulary: Vocabulary;
  /** Cards the guard knows; no other is asked for. */
  readonly directives: ReadonlySet<DirectiveName>;
  /** ISO date of the shop's day. */
  readonly today: string;
}

/** Everything a step is decided by. */
export interface Planning extends PlanOptions {
  readonly request: ModelRequest;
  readonly dialogue: Dialogue;
  readonly wish: Wish;
}

export const say = (text: string): Step => ({ kind: 'say', text });
export const offers = (request: ModelRequest, name: string): boolean => request.tools.some((tool) => tool.name === name);

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
  const read = readWish(dialogue.text, { vocabulary: options.vocabulary, locale, today: options.today });
  const choice = choiceIn(dialogue.text, openQuestion(dialogue), options.vocabulary, wordsFor(read.language));
  const planning: Planning = { ...options, request, dialogue, wish: choice ? chosen(read, choice) : read };
  if (dialogue.answered) return say(wordsFor(read.language).repair);
  const last = dialogue.returned.at(-1);
  if (!last) return talkStep(planning) ?? firstSearch(planning);
  return last.name === 'search_db' ? afterSearch(planning) : (talkStep(planning) ?? say(wordsFor(read.language).searchFailed));
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
    exclude: {},
    noun: null,
  };
  if (!field.startsWith('attributes.')) return { ...bare, terms: { [field]: values }, noun: field === 'product_types' ? (values[0] ?? null) : null };
  const name = field.slice('attributes.'.length);
  const [value] = values;
  return { ...bare, attributes: [values.length === 1 && value !== undefined ? { name, op: 'eq', value } : { name, op: 'in', value: [...values] }] };
}

function firstSearch(planning: Planning): Step {
  const { wish, vocabulary, request, dialogue } = planning;
  const words = wordsFor(wish.language);
  if (!offers(request, 'search_db')) return say(words.searchFailed);
  const composed = compose(wish, { vocabulary, state: request.facts.search_state, seen: dialogue.seen });
  if (composed) return { kind: 'call', name: 'search_db', arguments: composed.arguments };
  // A message that only browses still deserves to see the shop.
  if (BROWSES.test(dialogue.text.toLowerCase())) return { kind: 'call', name: 'search_db', arguments: { sort: 'popularity', limit: 3 } };
  return say(unclear(planning));
}

const BROWSES = /推荐|看看|逛|有什么|有啥|有哪些|卖什么|租什么|recommend|suggest|show|browse|what do you (?:have|sell|rent|offer)|what's (?:good|new)|anything/;

/** "I did not understand", with the kinds of things there are. */
export function unclear({ wish, vocabulary, directives }: Planning): string {
  const words = wordsFor(wish.language);
  const types = mainTypes(vocabulary, wish);
  const card = directives.has('askCard') ? askCard(words.whatFor, types) : null;
  return [words.talk.unclear, ...(card ? [card] : [])].join('\n\n');
}

function afterSearch(planning: Planning): Step {
  const { wish, vocabulary, request, dialogue, directives } = planning;
  const words = wordsFor(wish.language);
  const searches = dialogue.returned.flatMap((returned): Searched[] => {
    const result = searchResultOf(returned);
    return result ? [{ arguments: searchArgumentsOf(returned), result }] : [];
  });
  const [first, ...later] = searches;
  const last = later.at(-1) ?? first;
  const canSearch = offers(request, 'search_db') && dialogue.returned.length < SEARCHES;
  if (!first || !last || dialogue.returned.at(-1)?.ok === false) {
    const simpler = canSearch && dialogue.returned.length === 1 ? simplified(dialogue) : null;
    return simpler ? { kind: 'call', name: 'search_db', arguments: simpler } : say(words.searchFailed);
  }
  if (last.result.items.length === 0 && canSearch && wish.edit === null) {
    const wider = widen(last.arguments, last.result);
    if (wider) return { kind: 'call', name: 'search_db', arguments: wider.arguments };
  }
  const composed = compose(wish, { vocabulary, state: request.facts.search_state, seen: dialogue.seen });
  return say(
    answerSearch({
      wish,
      vocabulary,
      searches: [first, ...later],
      noun: nounFor(wish, first.arguments, vocabulary),
      said: dialogue.said,
      foreignPrice: composed?.foreignPrice ?? false,
      directives,
      noQuestion: wish.talk === 'any',
    }),
  );
}

/** After a search the catalogue could not take: what every catalogue can test. Null when that is what was tried. */
function simplified(dialogue: Dialogue): Readonly<Record<string, unknown>> | null {
  const [failed] = dialogue.returned;
  if (!failed) return null;
  const { query, product_types, brands, offer_kind, limit } = searchArgumentsOf(failed);
  const simple = { ...(query ? { query } : {}), ...(product_types ? { product_types } : {}), ...(brands ? { brands } : {}), ...(offer_kind ? { offer_kind } : {}) };
  if (Object.keys(simple).length === 0 || Object.keys(failed.arguments).every((name) => name in simple || name === 'limit')) return null;
  return { ...simple, limit };
}
