import type { Item } from '../../../../protocol/item.ts';
import { parseMinor } from '../../../../protocol/money.ts';
import type { SearchArguments } from '../../../../protocol/search.ts';
import { itemCard, plainText } from '../answer/directives.ts';
import { wordsFor } from '../answer/words.ts';
import { searchArgumentsOf, searchResultOf } from '../history.ts';
import { calls, offers, type Planning, type Step, say } from '../planning.ts';
import { countsPeople } from '../read/attributes.ts';
import { namesOf } from '../read/lexicon.ts';
import { ofNamedKind } from '../search/below.ts';
import { aboutSubject } from '../search/subject.ts';
import { type ChosenKit, chooseKit, type FoundRole, type KitTerms } from './choose.ts';
import { groupsAsked } from './groups.ts';
import type { KitTalk } from './kit-talk.ts';
import type { KitWish, Role } from './kit-wish.ts';

/** Items looked at for one role; all roles together stay in the history, which is bounded. */
const LOOKED_AT = 8;
/** Calls of one turn (T14). */
const CALLS = 8;

/**
 * The steps of a kit: one search a role, side by side; once more, wider, for roles that found nothing; then the kit as one
 * card. Null where no search can be made.
 */
export function kitStep(talk: KitTalk, planning: Planning): Step | null {
  const { kit } = talk;
  const { dialogue, request } = planning;
  if (!offers(request, 'search_db') && dialogue.returned.length === 0) return null;
  const roles = kit.roles.slice(0, CALLS);
  const { exchange } = talk;
  const was = exchange ? roleSearch(exchange.was, kit, planning) : null;
  const own = roles.map((role) => roleSearch(role, kit, planning));
  const searches = was && own.every((each) => !sameSearch(each, was)) ? [...own, was] : own;
  if (dialogue.returned.length === 0) return calls(searches.map((search) => ({ name: 'search_db', arguments: search })));
  const first = own.map((search) => itemsOf(search, planning));
  const empty = roles.filter((role, at) => first[at]?.length === 0 && role !== exchange?.role);
  const wider = empty.map((role) => widerSearch(role, planning)).filter((search) => !own.some((each) => sameSearch(each, search)));
  const tried = wider.some((search) => returnedFor(search, planning) !== undefined);
  if (wider.length > 0 && !tried && searches.length + wider.length <= CALLS && offers(request, 'search_db'))
    return calls(wider.map((search) => ({ name: 'search_db', arguments: search })));
  const found = roles.map((role, at): FoundRole => {
    const items = first[at] ?? [];
    if (was && role === exchange?.role) return { role, items, was: itemsOf(was, planning) };
    return { role, items: items.length > 0 ? items : itemsOf(widerSearch(role, planning), planning) };
  });
  const unmet = empty.filter((role) => role.own !== undefined);
  return say(answer(talk, chooseKit(found, termsOf(talk, planning)), unmet, planning));
}

/** Whether the kit is to be rented: said so, or the shop rents and nobody spoke of buying. */
const rents = ({ wish, vocabulary }: Planning): boolean => vocabulary.has_lease && wish.offer_kind !== 'sell';

/** Length the card will count with: said now, noted, or that of the last search. */
function daysOf(planning: Planning): number | null {
  const { wish, request } = planning;
  if (!rents(planning)) return null;
  return wish.rental_days ?? request.facts.noted?.rental_days ?? request.facts.search_state?.arguments.rental_days ?? null;
}

function roleSearch(role: Role, kit: KitWish, planning: Planning): SearchArguments {
  const { wish, vocabulary, request } = planning;
  const days = daysOf(planning);
  const brands = [...new Set([...(wish.exclude.brands ?? []), ...(request.facts.noted?.disliked_brands ?? [])])];
  const seats = seatsKey(role, vocabulary);
  const saving = wish.price?.max !== undefined || wish.edit?.kind === 'cheaper' || wish.sort === 'price_asc';
  return {
    product_types: [...role.types],
    ...(role.query === null ? {} : { query: role.query }),
    ...(rents(planning) ? { offer_kind: 'lease' as const } : vocabulary.has_sale ? { offer_kind: 'sell' as const } : {}),
    ...(days === null ? {} : { rental_days: days }),
    ...(wish.deposit_free ? { deposit_free: true } : {}),
    ...(role.count === 'each' && kit.people !== null && kit.people > 1 ? { quantity: Math.min(99, kit.people) } : {}),
    ...ownSearch(role, seats !== undefined && kit.people !== null ? [{ name: seats, op: 'gte', value: kit.people }] : []),
    ...(brands.length > 0 ? { exclude: { brands } } : {}),
    ...(role.own?.sort ? {} : { sort: saving ? 'price_asc' : 'rating' }),
    limit: LOOKED_AT,
  };
}

/** What one part must be by itself, with what the kit asks of it. */
function ownSearch({ own = {} }: Role, asked: NonNullable<SearchArguments['attributes']>): Partial<SearchArguments> {
  const attributes = [...asked, ...(own.attributes ?? [])];
  return { ...own, ...(attributes.length > 0 ? { attributes } : {}) };
}

/** The attribute that says for how many people a thing is that must hold all of them. */
function seatsKey({ count }: Role, { attributes }: Planning['vocabulary']): string | undefined {
  if (count !== 'holding') return undefined;
  return attributes.find(
    (attribute) => attribute.type === 'number' && countsPeople(attribute) && !/睡|住|sleep/i.test(attribute.labels.join()),
  )?.key;
}

/** Without all that may hide a role's things: an accessory may only be sold. */
function widerSearch(role: Role, planning: Planning): SearchArguments {
  const days = daysOf(planning);
  const seats = seatsKey(role, planning.vocabulary);
  return {
    product_types: [...role.types],
    ...(role.query === null ? {} : { query: role.query }),
    ...(days === null ? {} : { rental_days: days }),
    ...(seats === undefined ? { sort: 'price_asc' } : { sort: 'attribute', sort_attribute: { name: seats, order: 'desc' } }),
    limit: LOOKED_AT,
  };
}

const sameSearch = (a: SearchArguments, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
const returnedFor = (search: SearchArguments, { dialogue }: Planning) =>
  dialogue.returned.find((returned) => sameSearch(search, returned.arguments));

function itemsOf(search: SearchArguments, planning: Planning): readonly Item[] {
  const returned = returnedFor(search, planning);
  const found = returned && searchResultOf(returned);
  if (!returned || !found) return [];
  const { result } = ofNamedKind({ arguments: search, result: found }, planning.vocabulary);
  if (search.query === undefined) return result.items;
  // Of a type that holds several kinds of things only those that are called what is looked for.
  const { product_types: _, ...words } = searchArgumentsOf(returned);
  return aboutSubject(words, result, planning.vocabulary).items;
}

/** Items of the kit on the table. */
function shownIn({ dialogue }: Planning): ReadonlySet<string> {
  const card = dialogue.said.findLast((said) => said.includes('<bundleCard'));
  return new Set(/<bundleCard[^>]*\sids="([^"]*)"/.exec(card ?? '')?.[1]?.split(',') ?? []);
}

function termsOf({ kit, change, exchange }: KitTalk, planning: Planning): KitTerms {
  const { wish, vocabulary } = planning;
  const { currency } = vocabulary;
  const days = daysOf(planning);
  const max = wish.price?.max === undefined ? null : parseMinor(wish.price.max, currency);
  const perDay = wish.price?.basis === 'day';
  return {
    people: kit.people,
    days,
    budget: max === null || (perDay && days === null) ? null : perDay ? max * Math.ceil(days ?? 1) : max,
    currency,
    uses: (wish.terms.use_cases ?? []).flatMap((use) => [
      use,
      ...vocabulary.use_cases.filter((term) => namesOf(term).includes(use.toLowerCase())).map((term) => term.value),
    ]),
    groups: groupsAsked([...planning.dialogue.asked, planning.dialogue.text]),
    cheapest: wish.edit?.kind === 'cheaper' || wish.sort === 'price_asc',
    ...(change === 'parts' || change === 'less' ? { keep: shownIn(planning), exchange } : {}),
  };
}

function answer({ kit }: KitTalk, chosen: ChosenKit, unmet: readonly Role[], planning: Planning): string {
  const { wish, directives, request, vocabulary } = planning;
  const words = wordsFor(wish.language);
  const { members } = chosen;
  const alone = kit.roles.length === 1;
  if (members.length < (alone ? 1 : 2)) return words.kit.none;
  const noted = wish.rental_days === null && daysOf(planning) !== null ? daysOf(planning) : null;
  const small = members.filter((member) => member.small).map(({ role }) => role.name);
  const others = unmet.filter((role) => !chosen.missing.includes(role)).map(({ name }) => name);
  const without = [...kit.without, ...chosen.missing.map((role) => role.name)];
  // The kit itself comes last, directly before its card.
  const lead = [
    ...(wish.offer_kind === 'lease' && !vocabulary.has_lease ? [words.saleOnly] : []),
    ...(noted === null || request.facts.noted?.rental_days === undefined ? [] : [words.remembered([{ kind: 'days', days: noted }])]),
    ...(chosen.stays ? [words.kit.stays(chosen.stays.name)] : []),
    ...(others.length > 0 ? [words.kit.unmet(others)] : []),
    ...(without.length > 0 ? [words.kit.without(without)] : []),
    ...(chosen.spared.length > 0 ? [words.kit.spared(chosen.spared.map((role) => role.name))] : []),
    ...(small.length > 0 ? [words.kit.small(small)] : []),
    ...(chosen.over ? [words.kit.over] : alone ? [words.kit.alone] : [words.kit.here(plainText(kit.title), kit.people, members.length)]),
  ].join(wish.language === 'zh' ? '' : ' ');
  // The card sums rents where there are any: a kit to buy is shown item by item, so that no other sum than was asked for stands there.
  const bought = wish.offer_kind === 'sell' && members.some(({ item }) => item.offers.some((offer) => offer.lease));
  if (bought || alone || !directives.has('bundleCard')) {
    const cards = members.map(({ item, role, quantity }) => itemCard(item.id, quantity > 1 ? `${role.name} × ${quantity}` : role.name));
    return `${lead}\n\n${cards.join('\n')}`;
  }
  const shown = members.slice(0, 6);
  const ids = shown.map(({ item }) => item.id).join(',');
  return `${lead}\n\n<bundleCard title="${plainText(kit.title)}" ids="${ids}" quantities="${shown.map(({ quantity }) => quantity).join(',')}"/>`;
}
