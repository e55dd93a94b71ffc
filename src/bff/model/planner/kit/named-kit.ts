import type { Vocabulary } from '../../../catalog/engine.ts';
import { findNumbers } from '../../../language/numbers.ts';
import { isWrittenIn } from '../../../language/script.ts';
import { type Lexicon, lexiconOf, namesOf } from '../read/lexicon.ts';
import { findMentions } from '../read/match.ts';
import { foldText, Passage } from '../read/passage.ts';
import type { ReadOptions } from '../read/read.ts';
import type { Wish } from '../wish.ts';
import { type KitWish, peopleIn, type Role, roleName, rolesOf, sharesType, typeOf } from './kit-wish.ts';
import { kits } from './kits.ts';
import { withOwnWords } from './own.ts';

/** Words that make one whole of several things that are named. */
const TOGETHER =
  /[一成]套|套[装餐]|打包|组合|一(?:起|块儿?)(?:[租配买算要拿]|$)|合(?:起来|在一起)|\b(?:kits?|sets?|bundles?|packages?|combos?)\b|\btogether\b|\b(?:as|in) one\b/;
/** Words that put what is named to what was looked at before. */
const BESIDES =
  /还[要需]|再[加配来要]|[加配][上个]|另外|外加|搭配|\balso\b|\badd(?:ing)?\b|\bplus\b|\bas well\b|\btoo\b|\bwith (?:it|that|them)\b|^and\b/;
/** What joins the names of parts: a camera lens is one thing. */
const JOINED = /[和与跟及、，,&+加配]|\band\b|\bplus\b|\bwith\b/;
const JOINS = new RegExp(`${JOINED.source}|${TOGETHER.source}`);

/**
 * The kit of the things a message names, together with the kind looked at before where it adds to that. Null where it does not
 * ask for one whole, or names less than two parts.
 * @param before `product_types` that the conversation spoke of last.
 */
export function namedKit(message: string, wish: Wish, before: readonly string[], reading: ReadOptions): KitWish | null {
  const { vocabulary } = reading;
  const text = foldText(message);
  if (!TOGETHER.test(text)) return null;
  const named = withTheirWords(namedRoles(text, wish, vocabulary), text, reading);
  const adds = BESIDES.test(text) && before.length > 0;
  if (!adds && !JOINED.test(text)) return null;
  const first = adds && !named.some((role) => sharesType(role, before)) ? [roleOf(before, null, wish, vocabulary)] : [];
  const roles = [...first, ...named];
  if (roles.length > 1) return { title: titleOf(text, roles, wish, vocabulary), roles, without: [], people: peopleIn(text) };
  return null;
}

/** The parts with what stands before each name and is about nothing else: behind the name before it and what joins the two. */
function withTheirWords(roles: readonly Role[], text: string, reading: ReadOptions): Role[] {
  const names = findMentions(new Passage(text), lexiconOf(reading.vocabulary)).flatMap(({ start, end, meaning }) => {
    const role = meaning.field === 'product_types' ? roles.find((each) => sharesType(each, meaning.values)) : undefined;
    return role ? [{ role, start, end }] : [];
  });
  return roles.map((role) => {
    const at = names.findIndex((name) => name.role === role);
    const { start = 0, end = 0 } = names[at] ?? {};
    const ahead =
      text
        .slice(names[at - 1]?.end ?? 0, start)
        .split(JOINS)
        .at(-1) ?? '';
    return withOwnWords(role, ahead + text.slice(start, end), reading);
  });
}

/** The parts a message wishes for, in its order, with how many of each. @param text folded. */
export function namedRoles(text: string, wish: Pick<Wish, 'terms' | 'language'>, vocabulary: Vocabulary): Role[] {
  return mentionedRoles(text, wish, vocabulary).filter((role) => sharesType(role, wish.terms.product_types ?? []));
}

/** The parts a message mentions, wished for or not: the screen in "a bigger screen". @param text folded. */
export function mentionedRoles(text: string, wish: Pick<Wish, 'language'>, vocabulary: Vocabulary): Role[] {
  const mentions = findMentions(new Passage(text), lexiconOf(vocabulary)).filter(({ meaning }) => meaning.field === 'product_types');
  const roles = mentions.map(({ meaning, start }) => roleOf(meaning.values, countBefore(text.slice(0, start)), wish, vocabulary));
  return roles.filter((role, at) => roles.findIndex((other) => sharesType(other, role.types)) === at);
}

/** "two sleeping bags", 三个睡袋. */
function countBefore(text: string): number | null {
  const written = /(?:^|[^\d.])(\d{1,2}|[一二两三四五六七八九十]|one|two|three|four|five|six|eight|ten)\s?[个只盏台顶张条支副件]?\s?$/.exec(
    text,
  )?.[1];
  const value = Number(findNumbers(written ?? '')[0]?.value);
  return value > 1 ? value : null;
}

/** A role for a kind of thing: as the kits have it, else one of it under the catalogue's own name. */
function roleOf(types: readonly string[], quantity: number | null, wish: Pick<Wish, 'language'>, vocabulary: Vocabulary): Role {
  const known = kitRoleOf(types, lexiconOf(vocabulary));
  const terms = vocabulary.product_types.filter((term) => types.includes(term.value));
  const name = terms.flatMap((term) => namesOf(term)).find((each) => isWrittenIn(each, wish.language));
  return {
    count: quantity === null ? (known?.count ?? 'one') : 'one',
    extra: false,
    types,
    name: known ? roleName(known, wish) : (name ?? types[0]?.split(' > ').at(-1) ?? ''),
    query: null,
    ...(quantity === null ? {} : { quantity }),
  };
}

const kitRoleOf = (types: readonly string[], lexicon: Lexicon) =>
  kits.flatMap((kit) => kit.roles).find((role) => typeOf(role, lexicon)?.types.join() === types.join());

/** The name of the kit that these are parts of; else a plain word for it. */
function titleOf(text: string, roles: readonly Role[], wish: Pick<Wish, 'language'>, vocabulary: Vocabulary): string {
  const holding = kits.filter((each) => {
    const parts = rolesOf(each, wish, vocabulary).roles;
    return roles.every((role) => parts.some((part) => sharesType(part, role.types)));
  });
  const kit =
    holding.find(({ occasions }) => occasions.some((occasion) => text.includes(occasion))) ??
    (holding.length === 1 ? holding[0] : undefined);
  return kit?.title[wish.language] ?? (wish.language === 'zh' ? '组合套装' : 'Kit');
}
