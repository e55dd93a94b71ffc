import type { Item } from '../../../../protocol/item.ts';
import type { Offer } from '../../../../protocol/offer.ts';
import { minimumDays, totalFor } from '../../../../protocol/total.ts';
import { type Group, groupsOf } from './groups.ts';
import type { Role } from './kit-wish.ts';

/** A part of a kit, chosen. */
export interface Member {
  readonly role: Role;
  readonly item: Item;
  readonly quantity: number;
  /** It holds fewer people than there are; nothing else holds more. */
  readonly small: boolean;
}

/** What a kit must be chosen by. */
export interface KitTerms {
  readonly people: number | null;
  /** Rental length; null: the longest of the members' shortest terms, as the card has it. */
  readonly days: number | null;
  /** Most that rent and price together may be, in minor units of `currency`; null where nobody said. */
  readonly budget: number | null;
  readonly currency: string;
  /** Uses of the catalogue that the request names. */
  readonly uses: readonly string[];
  /** Groups that the conversation asks things for; what is made for another is taken only where there is nothing else. */
  readonly groups?: ReadonlySet<Group>;
  /** The cheapest of everything was asked for. */
  readonly cheapest: boolean;
  /** Items of the kit shown before, where only some of its parts change: the others stay. */
  readonly keep?: ReadonlySet<string>;
  /** The part that is to be another thing than the one kept, and how it must differ. */
  readonly exchange?: Exchange | null;
}

/** A part that is to be another thing. */
export interface Exchange {
  readonly role: Role;
  readonly kind: 'cheaper' | 'dearer' | 'other';
}

/** What was found for a part. */
export interface FoundRole {
  readonly role: Role;
  readonly items: readonly Item[];
  /** Of a part to be exchanged: where the one there now was found. */
  readonly was?: readonly Item[];
}

export interface ChosenKit {
  readonly members: readonly Member[];
  /** Roles for which nothing was found. */
  readonly missing: readonly Role[];
  /** Roles left out to stay within the budget. */
  readonly spared: readonly Role[];
  /** Even the cheapest kit costs more than the budget. */
  readonly over: boolean;
  /** The part for which nothing else fits, so that it stays as it was. */
  readonly stays: Role | null;
}

const leaseOf = (item: Item): Offer | undefined => item.offers.find((offer) => offer.lease);

/** Days a kit is rented for when nobody said: the longest of the members' shortest terms. */
function daysOf(members: readonly Member[], days: number | null): number {
  return days ?? Math.max(1, ...members.flatMap(({ item }) => leaseOf(item)?.lease ?? []).map(minimumDays));
}

/** What one member costs: its rent for the days, or its price where it is only sold; null where neither can be had. */
function costOf({ item, quantity }: Pick<Member, 'item' | 'quantity'>, days: number, currency: string): number | null {
  const offer = leaseOf(item) ?? item.offers[0];
  const total = offer ? totalFor(offer, days) : null;
  return total && total.currency === currency ? total.amount * quantity : null;
}

/** Rent and price of a kit together, deposits aside: the sums its card shows. Null where one has none. */
export function kitTotal(members: readonly Member[], { days, currency }: Pick<KitTerms, 'days' | 'currency'>): number | null {
  const length = daysOf(members, days);
  const costs = members.map((member) => costOf(member, length, currency));
  return costs.every((cost) => cost !== null) ? costs.reduce((sum, cost) => sum + cost, 0) : null;
}

/** How many people an item says it holds. */
export function holds(item: Item): number | null {
  const fact = Object.values(item.attributes ?? {}).find(({ label, unit }) => /人数|\bpeople\b|\bsleeps\b/i.test(`${label} ${unit ?? ''}`));
  const value = fact?.values?.at(-1) ?? fact?.value;
  return typeof value === 'number' && value > 0 ? value : null;
}

/** Whether what an item says of people is how many sleep in it: a tarp for eight is no tent for them. */
const sleeps = ({ attributes = {} }: Item): boolean => Object.values(attributes).some(({ label }) => /睡|住|\bsleeps\b/i.test(label));

/**
 * Chooses one item a role: the best fitting, then, while the kit costs more than the budget, the exchange that saves most
 * for what it gives up; then extras are left out, the dearest first.
 */
export function chooseKit(found: readonly FoundRole[], terms: KitTerms): ChosenKit {
  const { keep = new Set<string>(), exchange = null } = terms;
  const all = found.map(({ role, items, was = items }) => ({
    role,
    members: candidates(role, items, terms),
    now: candidates(role, was, terms).find(({ item }) => keep.has(item.id)),
  }));
  // An extra that was left out before stays out.
  const options = all.filter(({ role, now }) => !role.extra || keep.size === 0 || now !== undefined);
  const exchanged = options.map(({ role, members, now }) => {
    const others = role === exchange?.role ? othersThan(now, exchange.kind, members, terms) : [];
    const stays = role === exchange?.role && others.length === 0 && now !== undefined;
    const first = now === undefined ? [] : [now];
    return { role, members: others.length > 0 ? others : [...first, ...members.filter(({ item }) => item.id !== now?.item.id)], stays };
  });
  const stays = exchanged.find((each) => each.stays)?.role ?? null;
  const missing = exchanged.filter(({ members }) => members.length === 0).map(({ role }) => role);
  const roles = exchanged.filter(({ members }) => members.length > 0);
  const first = (members: readonly Member[]) =>
    terms.cheapest && members[0]?.role.own?.sort !== 'attribute' ? cheapestOf(members, terms) : members[0];
  let chosen = roles.flatMap(({ members }) => first(members) ?? []);
  const within = (members: readonly Member[]): boolean =>
    terms.budget === null || (kitTotal(members, terms) ?? Number.POSITIVE_INFINITY) <= terms.budget;
  while (!within(chosen)) {
    const next = bestExchange(chosen, roles, terms);
    if (!next) break;
    chosen = next;
  }
  const spared: Role[] = [];
  while (!within(chosen)) {
    const extras = chosen.filter(({ role }) => role.extra).toSorted((a, b) => cost(b, terms) - cost(a, terms));
    const [out] = extras;
    if (!out || chosen.length <= 2) break;
    chosen = chosen.filter((member) => member !== out);
    spared.push(out.role);
  }
  return { members: chosen, missing, spared, over: !within(chosen), stays };
}

/** What may take the place of the one there now. */
function othersThan(now: Member | undefined, kind: Exchange['kind'], members: readonly Member[], terms: KitTerms): Member[] {
  const others = members.filter((member) => member.item.id !== now?.item.id && (now === undefined || !isNoBetter(member, now)));
  if (kind === 'other' || now === undefined) return others;
  const price = cost(now, terms);
  return others.filter((member) => (kind === 'cheaper' ? cost(member, terms) < price : cost(member, terms) > price));
}

/** Whether another is not further in the order its part was asked in than the one there now: as heavy, where a lighter one was. */
function isNoBetter({ role, item, quantity }: Member, now: Member): boolean {
  const { sort, sort_attribute } = role.own ?? {};
  if (sort !== 'attribute' || !sort_attribute) return false;
  const [there, here] = [now.item.attributes?.[sort_attribute.name], item.attributes?.[sort_attribute.name]];
  if (typeof there?.value !== 'number' || typeof here?.value !== 'number' || there.unit !== here.unit) return false;
  // Of what is to be little the sum counts: two tents of 1.65 kg are lighter than one of 6.8.
  return sort_attribute.order === 'asc' ? here.value * quantity >= there.value * now.quantity : here.value <= there.value;
}

const cost = (member: Member, terms: KitTerms): number =>
  costOf(member, daysOf([member], terms.days), terms.currency) ?? Number.POSITIVE_INFINITY;

const cheapestOf = (members: readonly Member[], terms: KitTerms): Member | undefined =>
  members.toSorted((a, b) => cost(a, terms) - cost(b, terms))[0];

/** Items that can fill a role, the best fitting first. */
function candidates(role: Role, items: readonly Item[], terms: KitTerms): Member[] {
  const all = forEverybody(role, items, terms).flatMap((item): Member[] => {
    const quantity = quantityOf(role, item, terms.people);
    const stock = item.availability?.quantity;
    if (item.availability?.available === false || (stock !== undefined && stock < quantity)) return [];
    const held = holds(item);
    const small = role.count === 'holding' && terms.people !== null && held !== null && held < terms.people;
    const member = { role, item, quantity, small };
    return cost(member, terms) === Number.POSITIVE_INFINITY ? [] : [member];
  });
  const stating = all.filter(({ item }) => holds(item) !== null);
  const holding = role.count === 'holding' || role.count === 'filling';
  const sleeping = role.count === 'filling' ? stating.filter(({ item }) => sleeps(item)) : [];
  const stated = sleeping.length > 0 ? sleeping : stating;
  const known = holding && terms.people !== null && stated.length > 0 ? stated : all;
  const large = known.filter((member) => !member.small);
  // Where nothing holds everybody, the one that holds most is the only honest choice.
  if (large.length === 0) return known.toSorted((a, b) => (holds(b.item) ?? 0) - (holds(a.item) ?? 0)).slice(0, 1);
  // What was searched for in an order of its own comes in it, the fewest pieces first: for four, four of the lightest are no answer.
  return role.own?.sort === 'attribute'
    ? large.toSorted((a, b) => a.quantity - b.quantity)
    : large.toSorted((a, b) => score(b, terms) - score(a, terms));
}

/** Items that anybody of those the kit is for can use; all of them where there are none. One for two is counted by the head no more. */
function forEverybody({ count }: Role, items: readonly Item[], { groups = new Set(), keep }: KitTerms): readonly Item[] {
  const open = items.filter(
    (item) => keep?.has(item.id) || groupsOf(item).every((group) => groups.has(group) || (group === 'two' && count !== 'each')),
  );
  return open.length > 0 ? open : items;
}

function quantityOf({ count, quantity }: Role, item: Item, people: number | null): number {
  if (quantity !== undefined) return quantity;
  if (people === null || count === 'one' || count === 'holding') return 1;
  return Math.min(99, count === 'each' ? people : Math.ceil(people / (holds(item) ?? people)));
}

/** How well an item fits: for the use, no larger than needed, few of it, well rated. */
function score({ item, quantity, role }: Member, { people, uses }: KitTerms): number {
  const used = (item.use_cases ?? []).some((use) => uses.includes(use)) ? 1 : 0;
  const rated = item.rating ? item.rating.value / item.rating.scale_max : 0.5;
  const held = role.count === 'one' || role.count === 'each' ? null : holds(item);
  const spare = people !== null && held !== null ? Math.log2(Math.max(1, (held * quantity) / people)) * 0.4 : 0;
  return used + rated - spare - (role.count === 'filling' ? (quantity - 1) * 0.3 : 0);
}

function bestExchange(
  chosen: readonly Member[],
  roles: readonly { readonly role: Role; readonly members: readonly Member[] }[],
  terms: KitTerms,
): Member[] | null {
  let best: { next: Member[]; price: number } | null = null;
  const total = kitTotal(chosen, terms) ?? Number.POSITIVE_INFINITY;
  for (const [at, member] of chosen.entries()) {
    for (const other of roles.find(({ role }) => role === member.role)?.members ?? []) {
      const next = chosen.with(at, other);
      const saving = total - (kitTotal(next, terms) ?? Number.POSITIVE_INFINITY);
      if (!(saving > 0)) continue;
      const price = (score(member, terms) - score(other, terms)) / saving;
      if (!best || price < best.price) best = { next, price };
    }
  }
  return best?.next ?? null;
}
