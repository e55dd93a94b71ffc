import type { Vocabulary } from '../../../catalog/engine.ts';
import type { ModelMessage } from '../../port.ts';
import { foldText } from '../read/passage.ts';
import { type ReadOptions, readWish } from '../read/read.ts';
import type { Wish } from '../wish.ts';
import type { Exchange } from './choose.ts';
import { type KitWish, kitWish, peopleIn, type Role, sharesType } from './kit-wish.ts';
import { mentionedRoles, namedKit, namedRoles } from './named-kit.ts';
import { ownOf } from './own.ts';

/** The kit a conversation has come to. */
export interface KitTalk {
  readonly kit: KitWish;
  /** Terms of the whole: length, budget, uses. */
  readonly wish: Wish;
  /** What the last message did to it: another kit, other terms for all of it, other parts, or fewer; the rest stays as it is. */
  readonly change: 'new' | 'terms' | 'parts' | 'less';
  /** The part that the last message wants another thing for; null where none. */
  readonly exchange: (Exchange & { readonly was: Role }) | null;
}

interface Spoken {
  readonly text: string;
  /** Kinds of things the conversation spoke of before. */
  readonly kinds: readonly string[];
}

/**
 * The kit that the last message asks for or changes, by reading the conversation again from its start; null where it is about
 * no kit.
 */
export function kitTalk(messages: readonly ModelMessage[], last: Wish, reading: ReadOptions): KitTalk | null {
  const turns = turnsOf(messages);
  const spoken = turns.pop();
  if (!spoken) return null;
  let kit: KitTalk | null = null;
  let kinds: readonly string[] = [];
  for (const { text, searched } of turns) {
    const wish = readWish(text, { ...reading, kinds });
    const next: KitTalk | null = kitAfter(kit, { text, kinds }, wish, reading);
    // Thanks and questions about the rules or its parts leave a kit as it is; looking for something else ends it.
    if (searched && !(kit && asksAboutPart(kit, text, wish, reading.vocabulary))) kit = next;
    kinds = wish.terms.product_types ?? kinds;
  }
  return kitAfter(kit, { text: spoken.text, kinds }, last, reading);
}

function turnsOf(messages: readonly ModelMessage[]): { readonly text: string; readonly searched: boolean }[] {
  const turns: { text: string; searched: boolean }[] = [];
  for (const message of messages) {
    if (message.role === 'user') turns.push({ text: message.text, searched: false });
    const turn = turns.at(-1);
    if (!turn || message.role !== 'assistant') continue;
    // Of old turns only the words are left: there the cards tell.
    if (message.calls.some((call) => call.name === 'search_db') || message.text.includes('<bundleCard')) turn.searched = true;
  }
  return turns;
}

function kitAfter(before: KitTalk | null, spoken: Spoken, wish: Wish, reading: ReadOptions): KitTalk | null {
  const { vocabulary } = reading;
  if (wish.talk !== null && wish.talk !== 'this-item') return null;
  const changed = before && kitChanged(before, spoken.text, wish, vocabulary);
  if (changed && POINTS_BACK.test(foldText(spoken.text))) return changed;
  const own = before && changed ? null : (namedKit(spoken.text, wish, spoken.kinds, reading) ?? kitWish(spoken.text, wish, vocabulary));
  // Without a kit before it there is nothing to be cheaper than.
  return own ? { kit: own, wish: before ? wish : { ...wish, edit: null }, change: 'new', exchange: null } : changed;
}

/** "In it", 这套里. */
const POINTS_BACK = /\bin (?:it|there)\b|\bto it\b|\b(?:the|this|that|my) (?:kit|set|bundle|package)\b|[这那]一?套|套[装餐]?[里中]/;
/** Another of the same part is meant. */
const EXCHANGES = /[换替]|改[成用]|\b(?:swap|replace|exchange|switch|change|instead|different|another|other)\b/;
const ADDS = /还[要需]|再[加配来要]|[加配]上|加一?[个只盏台顶张条支副件]|另外|\balso\b|\badd\b|\bplus\b|\bas well\b|\btoo\b|^(?:and|with) /;
/** What the shopper has needs no rental; "do you have one" and 没有 say nothing of the kind. */
const HAS =
  /(?:自己|我们?|家里|本来|已经).{0,6}(?<!没)有(?!没有)|有了|(?<!\b(?:you|it|that|this|shop|not|to)\s)(?<!n't\s)\b(?:have|has|got|own) (?:already )?(?:a|an|the|my|our|one)\b|\balready (?:have|got|own)\b/;
/** Asks which of a kind is first by a quality: a question about the kind, and no wish for another part. */
const ASKS_WHICH = /哪|什么|谁|\b(?:which|what|what's)\b/;

/** The part of a kit that a message mentions. @param text folded. */
function partMeant({ kit }: KitTalk, text: string, wish: Wish, vocabulary: Vocabulary): Role | undefined {
  const mentioned = mentionedRoles(text, wish, vocabulary);
  return kit.roles.find((role) => mentioned.some((each) => sharesType(each, role.types)));
}

/** Whether a message asks which of one part's kind is first: "which one is the lightest tent?" */
function asksAboutPart(before: KitTalk, message: string, wish: Wish, vocabulary: Vocabulary): boolean {
  const text = foldText(message);
  const asks = wish.sort !== null && ASKS_WHICH.test(text) && !POINTS_BACK.test(text) && !EXCHANGES.test(text);
  return asks && partMeant(before, text, wish, vocabulary) !== undefined;
}

function kitChanged(before: KitTalk, message: string, wish: Wish, vocabulary: Vocabulary): KitTalk | null {
  const text = foldText(message);
  const named = namedRoles(text, wish, vocabulary);
  const out = [...(wish.exclude.product_types ?? []), ...(HAS.test(text) ? named.flatMap((role) => role.types) : [])];
  const { roles } = before.kit;
  const left = roles.filter((role) => !role.types.some((type) => out.some((each) => type === each || type.startsWith(`${each} > `))));
  const with_ = (changed: readonly Role[]): KitTalk => ({
    kit: { ...before.kit, roles: changed },
    wish: terms(before.wish, { ...wish, edit: null }),
    change: 'parts',
    exchange: null,
  });
  if (left.length < roles.length) return left.length > 0 ? { ...with_(left), change: 'less' } : null;
  if (asksAboutPart(before, message, wish, vocabulary)) return null;
  const meant = partMeant(before, text, wish, vocabulary);
  if (meant && (wish.edit || wish.sort || EXCHANGES.test(text) || POINTS_BACK.test(text))) {
    const role = { ...meant, own: { ...meant.own, ...ownOf(wish, meant, vocabulary) } };
    const cheaper = wish.edit?.kind === 'cheaper' || wish.sort === 'price_asc';
    const kind = cheaper ? 'cheaper' : wish.edit?.kind === 'dearer' || wish.sort === 'price_desc' ? 'dearer' : 'other';
    return { ...with_(roles.map((each) => (each === meant ? role : each))), exchange: { role, was: meant, kind } };
  }
  const added = named.filter((each) => !roles.some((role) => sharesType(role, each.types)));
  if (added.length > 0) return ADDS.test(text) || POINTS_BACK.test(text) ? with_([...roles, ...added]) : null;
  const people = peopleIn(text);
  const changes = wish.edit?.kind === 'cheaper' || wish.price !== null || wish.rental_days !== null || wish.deposit_free || people !== null;
  if (!changes || named.length > 0) return null;
  return {
    kit: { ...before.kit, people: people ?? before.kit.people },
    wish: terms(before.wish, wish),
    change: wish.edit?.kind === 'cheaper' || wish.price !== null || people !== null || wish.deposit_free ? 'terms' : 'parts',
    exchange: null,
  };
}

/** The terms of the whole with what a message says of them. */
const terms = (before: Wish, { language, edit, price, rental_days, deposit_free }: Wish): Wish => ({
  ...before,
  language,
  edit,
  // Who asked for a cheaper kit goes on with the cheapest.
  sort: edit?.kind === 'cheaper' ? 'price_asc' : before.sort,
  price: price ?? before.price,
  rental_days: rental_days ?? before.rental_days,
  deposit_free: deposit_free || before.deposit_free,
});
