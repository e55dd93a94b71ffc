import type { DirectiveName } from '../../../../protocol/directives.ts';
import type { SearchArguments } from '../../../../protocol/search.ts';
import type { SearchResult, Vocabulary } from '../../../catalog/engine.ts';
import { hasHan, isWrittenIn } from '../../../language/script.ts';
import { conceptName } from '../read/concepts.ts';
import { namesOf } from '../read/lexicon.ts';
import { foldText } from '../read/passage.ts';
import { looksAround } from '../read/talk.ts';
import { CARDS } from '../search/compose.ts';
import { unmentionedIn } from '../search/subject.ts';
import { leftOut, leftOutValues, raised } from '../search/widen.ts';
import type { Wish } from '../wish.ts';
import { askCard, itemCard, plainText } from './directives.ts';
import { isWide, questionFor } from './question.ts';
import { reasonFor } from './reason.ts';
import { type OrderWord, type RememberedFact, type Words, wordsFor } from './words.ts';

/** One search of the turn. */
export interface Searched {
  readonly arguments: SearchArguments;
  readonly result: SearchResult;
}

export interface AnswerContext {
  readonly wish: Wish;
  readonly vocabulary: Vocabulary;
  /** Searches of this turn, the first one as wished, later ones wider. Not empty. */
  readonly searches: readonly [Searched, ...Searched[]];
  /** The word for the kind of thing, in the answer's language. */
  readonly noun: string | null;
  /** The shopper's message. */
  readonly asked: string;
  /** Everything the adviser said before. */
  readonly said: readonly string[];
  readonly foreignPrice: boolean;
  /** What the search took over from earlier messages. */
  readonly remembered: readonly RememberedFact[];
  readonly directives: ReadonlySet<DirectiveName>;
  /** The shopper does not want to be asked. */
  readonly noQuestion: boolean;
}

/** The answer to a search: a sentence, up to three cards, and a question or the rest of the list where that helps. */
export function answerSearch(context: AnswerContext): string {
  const last = context.searches.at(-1) ?? context.searches[0];
  return last.result.items.length > 0 ? found(context, last) : nothing(context);
}

function found(context: AnswerContext, { arguments: search, result }: Searched): string {
  const { wish, vocabulary, noun, said, directives } = context;
  const words = wordsFor(wish.language);
  const items = result.items.slice(0, CARDS);
  const cards = items.map((item) => itemCard(item.id, reasonFor(item, search, vocabulary))).join('\n');
  const lines = [lead(context, { arguments: search, result }, words, items.length), cards];

  // Who asks for the cheapest has said what matters.
  const wide = !context.noQuestion && wish.edit === null && wish.sort === null && isWide(search, result.total);
  const question = wide && directives.has('askCard') ? questionFor(result, search, vocabulary, words, noun, said) : null;
  const asked = question && askCard(question.text, question.options);
  if (asked) lines.push(asked);
  else if (result.cursor !== undefined && directives.has('moreItems')) lines.push('<moreItems/>');
  return lines.join('\n\n');
}

/** What comes before the cards: what they are, in which order, and everything about the wish they do not fulfil. */
function lead(context: AnswerContext, last: Searched, words: Words, shown: number): string {
  const { searches, noun, wish } = context;
  const [first] = searches;
  const { total } = last.result;
  const out = [...leftOut(first.arguments, last.arguments), ...raised(first.arguments, last.arguments)];
  const relaxed = new Set(searches.flatMap(({ result }) => result.relaxations.flatMap((each) => (each.not_stated ? [each.without] : []))));
  const unstated = [
    ...out.filter((name) => relaxed.has(name)).map((name) => conditionName(name, context, words)),
    ...wish.unstated.map((concept) => conceptName(concept, wish.language)),
    ...(sortsByUnstated(last) ? [conditionName(`attributes.${last.arguments.sort_attribute?.name}`, context, words)] : []),
  ];
  const given = out.filter((name) => !relaxed.has(name));
  const parts = leftOutValues(first.arguments, last.arguments);
  const missing = last.result.partial ? unmentionedIn(last.result.items, (last.arguments.query ?? '').split(' '), context.vocabulary) : [];
  const sentences: string[] = caveats(context, words);
  const said = (first.arguments.query ?? '').split(' ');
  const translated = (last.arguments.query ?? '')
    .split(' ')
    .filter((word, at) => last.arguments.query !== undefined && said[at] !== undefined && hasHan(word) !== hasHan(said[at] ?? ''));
  if (translated.length > 0) sentences.push(words.inOtherWords(said, translated));
  if (unstated.length > 0) sentences.push(words.notStated([...new Set(unstated)], noun));
  if (given.length + parts.length > 0) {
    const [name = ''] = given;
    const only = given.length + parts.length === 1 ? name : '';
    const called = (each: string) =>
      each === 'query' ? words.join(wordsOf(first.arguments.query, context).map(words.quoted)) : conditionName(each, context, words);
    if (only === 'query') sentences.push(words.unmentioned(wordsOf(first.arguments.query, context), total, noun));
    else if (isBound(only, first.arguments)) sentences.push(words.nearest(called(only), noun));
    else sentences.push(words.widened([...parts.map((value) => words.quoted(nameIn(value, context))), ...given.map(called)], total, noun));
  } else if (first.arguments.offer_kind !== last.arguments.offer_kind) sentences.push(words.onlyRented(total, noun));
  else if (unstated.length > 0) sentences.push(words.otherwise(total));
  else if (missing.length > 0) sentences.push(words.unmentioned(wordsOf(missing.join(' '), context), total, noun));
  else {
    const order = orderWord(last.arguments, context, words);
    if (order) sentences.push(order);
    sentences.push(words.found(total, shown, noun));
  }
  return sentences.join(wish.language === 'zh' ? '' : ' ');
}

/** The words of a query as the shopper wrote them: those that touched are one word again. */
function wordsOf(query: string | undefined, { asked }: AnswerContext): string[] {
  const text = foldText(asked);
  return (query ?? '').split(' ').reduce<string[]>((words, word) => {
    const before = words.at(-1);
    if (before !== undefined && text.includes(before + word)) words[words.length - 1] = before + word;
    else if (word !== '') words.push(word);
    return words;
  }, []);
}

/** What of the wish could not be asked of this shop at all. */
function caveats({ wish, vocabulary, foreignPrice, remembered }: AnswerContext, words: Words): string[] {
  const rents = wish.offer_kind === 'lease' || wish.rental_days !== null;
  return [
    ...(remembered.length > 0 ? [words.remembered(remembered)] : []),
    ...wish.strangers.map((brand) => words.notCarried([brand])),
    ...(foreignPrice ? [words.foreignPrice(vocabulary.currency)] : []),
    ...(rents && !vocabulary.has_lease ? [words.saleOnly] : []),
    ...(wish.offer_kind === 'sell' && !vocabulary.has_sale ? [words.leaseOnly] : []),
  ];
}

/** A feature, use or guarantee in the language of the answer. */
function nameIn(value: string, { vocabulary, wish }: AnswerContext): string {
  const terms = [...vocabulary.features, ...vocabulary.use_cases, ...vocabulary.guarantees];
  const names = terms.filter((term) => term.value === value).flatMap((term) => namesOf(term));
  return names.find((name) => isWrittenIn(name, wish.language)) ?? value;
}

/** Whether a condition is a bound, of which there is a nearest. */
function isBound(name: string, search: SearchArguments): boolean {
  if (name === 'price_range') return true;
  return (search.attributes ?? []).some(
    (filter) =>
      `attributes.${filter.name}` === name &&
      (filter.op === 'gte' || filter.op === 'lte' || (filter.op === 'eq' && typeof filter.value === 'number')),
  );
}

/** The items are ordered by something none of them states. */
function sortsByUnstated({ arguments: search, result }: Searched): boolean {
  const key = search.sort === 'attribute' ? search.sort_attribute?.name : undefined;
  return key !== undefined && result.items.every((item) => item.attributes?.[key] === undefined);
}

function orderWord(search: SearchArguments, context: AnswerContext, words: Words): string | null {
  // An order kept from earlier was told then.
  if (context.wish.edit || context.wish.sort === null) return null;
  if (search.sort === 'attribute' && search.sort_attribute)
    return words.orderedBy(
      conditionName(`attributes.${search.sort_attribute.name}`, context, words),
      search.sort_attribute.order === 'asc',
    );
  return search.sort && search.sort !== 'relevance' && search.sort !== 'attribute' ? words.ordered(search.sort satisfies OrderWord) : null;
}

/** A condition as it is called in a sentence: an attribute by its label, all others by the planner's own word. */
function conditionName(name: string, { vocabulary, wish }: AnswerContext, words: Words): string {
  if (!name.startsWith('attributes.')) return words.condition(name);
  const key = name.slice('attributes.'.length);
  const labels = vocabulary.attributes.find((attribute) => attribute.key === key)?.labels ?? [];
  const own = labels.find((label) => isWrittenIn(label, wish.language)) ?? labels[0] ?? key.replaceAll('_', ' ');
  const plain = plainText(own.replace(/\s*[(（][^()（）]*[)）]/g, ''));
  return wish.language === 'zh' ? plain : plain.toLowerCase();
}

/** The honest end of a search that found nothing. */
function nothing(context: AnswerContext): string {
  const { wish, searches, noun, vocabulary } = context;
  const words = wordsFor(wish.language);
  const [first] = searches;
  const sentences: string[] = caveats(context, words);
  const unstated = searches.flatMap(({ result }) => result.relaxations.filter((each) => each.not_stated).map((each) => each.without));
  const { edit } = wish;
  if (edit?.kind === 'cheaper') sentences.push(words.noMore.cheaper(null));
  else if (edit?.kind === 'dearer' || edit?.kind === 'others') sentences.push(words.noMore[edit.kind]);
  else if (edit?.kind === 'more') sentences.push(words.noMoreOf(conceptName(edit.concept, wish.language)));
  else if (unstated.length > 0)
    sentences.push(
      words.notStated(
        [...new Set(unstated)].map((name) => conditionName(name, context, words)),
        noun,
      ),
    );
  else if (first.arguments.product_types === undefined && (wish.words.length > 0 || wish.models.length > 0)) {
    sentences.push(words.notCarried([...wish.models, ...wordsOf(wish.words.join(' '), context)]));
    const types = mainTypes(vocabulary, wish);
    if (types.length > 1) sentences.push(words.carries(types));
  } else sentences.push(words.nothing(noun));
  // Who only looks around is led on.
  const card =
    looksAround(foldText(context.asked), []) && context.directives.has('askCard')
      ? askCard(words.whatFor, mainTypes(vocabulary, wish))
      : null;
  return [sentences.join(wish.language === 'zh' ? '' : ' '), ...(card ? [card] : [])].join('\n\n');
}

/** What the shop has most of, in the language of the answer. */
export function mainTypes(vocabulary: Vocabulary, { language }: Pick<Wish, 'language'>): string[] {
  const values = vocabulary.product_types.map((term) => term.value);
  const names = vocabulary.product_types
    .filter(({ value }) => !values.some((other) => other.startsWith(`${value} > `)))
    .toSorted((a, b) => b.count - a.count)
    .map((term) => plainText(term.value.split(' > ').at(-1) ?? ''))
    .filter((name) => name !== '' && name.length <= 30);
  const own = names.filter((name) => isWrittenIn(name, language));
  return [...new Set(own.length > 1 ? own : names)].slice(0, 4);
}
