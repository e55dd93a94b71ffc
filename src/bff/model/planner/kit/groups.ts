import type { Item } from '../../../../protocol/item.ts';
import { foldText } from '../read/passage.ts';

/** Groups that things are made for to the exclusion of others; of "two", that one such thing is for two people. */
export type Group = 'women' | 'men' | 'children' | 'two';

const NAMED: readonly (readonly [Group, RegExp])[] = [
  ['women', /女[士款式性生孩用]|(?<!男)女(?:子|人)|妈妈|\b(?:wom[ae]n|ladies|lady|girls?|females?)\b|\bmums?\b|\bmoms?\b/],
  ['men', /男[士款式性生孩用]|男(?:子|人)|爸爸|\b(?:m[ae]n|gentlem[ae]n|boys?|males?)\b|\bdads?\b/],
  ['children', /儿童|童[款用装]|孩|宝宝|婴|幼|娃|\b(?:kid|child|children|toddler|infant|bab(?:y|ie)|newborn|junior|youth)s?\b/],
  ['two', /双人|情侣|两人|\b(?:double|two person|couples?)\b/],
];
/** Several ages and both sexes together. */
const MIXED = /一家|全家|家庭|家人|亲子|\bfamil(?:y|ies)\b/;

const groupsIn = (text: string): Group[] => NAMED.flatMap(([group, words]) => (words.test(text) ? [group] : []));

/**
 * Groups that a conversation asks things for. A family that has children is no group: what it takes along must do for all.
 * @param messages the shopper's, as written.
 */
export const groupsAsked = (messages: readonly string[]): ReadonlySet<Group> =>
  new Set(messages.map(foldText).flatMap((text) => (MIXED.test(text) ? [] : groupsIn(text))));

/** Groups that an item is made for, by its title or because nobody else is named as its audience. */
export function groupsOf({ title, audience = [] }: Pick<Item, 'title' | 'audience'>): readonly Group[] {
  const each = audience.map((value) => groupsIn(foldText(value)));
  const [first] = each;
  const only = first && each.every((groups) => groups.length > 0) ? first : [];
  return [...new Set([...groupsIn(foldText(title)), ...only])];
}
