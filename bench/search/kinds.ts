import type { Item } from '../../src/protocol/item.ts';
import type { AttributeFilter, SearchArguments } from '../../src/protocol/search.ts';

type Make = (item: Item, next: () => number) => SearchArguments;

/** Kinds of search with their shares in percent; `next` gives numbers from 0 to 1. */
export const KINDS: readonly (readonly [name: string, share: number, make: Make])[] = [
  ['text', 22, (item, next) => ({ query: someWords(item, next) })],
  ['text, a unit or a slip', 8, (item, next) => ({ query: next() < 0.5 ? measured(item, next) : misspelt(item, next) })],
  [
    'text, type, price',
    20,
    (item, next) => ({ query: someWords(item, next), ...typeOf(item), price_range: { max: String(Math.ceil(next() * 800)) } }),
  ],
  ['type, attribute range', 20, (item, next) => ({ ...typeOf(item), attributes: [bound(item, next)] })],
  ['brand, type', 10, (item) => ({ brands: [item.brand ?? ''], ...typeOf(item) })],
  ['type by price', 10, (item) => ({ ...typeOf(item), sort: 'price_asc' })],
  ['type', 5, (item) => typeOf(item)],
  [
    'nothing',
    5,
    (item, next) => ({ query: someWords(item, next), ...typeOf(item), attributes: [{ ...bound(item, next), op: 'gte', value: 1e12 }] }),
  ],
];

/** The kind that a number from 0 to 100 falls on. */
export function drawn(dice: number): [name: string, make: Make] {
  let sum = 0;
  for (const [name, share, make] of KINDS) {
    sum += share;
    if (dice < sum) return [name, make];
  }
  throw new Error('the shares of KINDS are less than 100');
}

const typeOf = (item: Item): SearchArguments => ({ product_types: [item.categories?.[0]?.value ?? ''] });
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const wordsOf = (text: string): string[] =>
  [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));

function someWords(item: Item, next: () => number): string {
  const words = wordsOf(item.title);
  return Array.from({ length: 1 + Math.floor(next() * 3) }, () => words[Math.floor(next() * words.length)]).join(' ');
}

/** The kind of thing with one of its numbers. */
function measured(item: Item, next: () => number): string {
  const facts = Object.values(item.attributes ?? {}).filter((fact) => typeof fact.value === 'number');
  const fact = facts[Math.floor(next() * facts.length)];
  return `${fact?.value ?? ''}${fact?.unit ?? ''} ${leafOf(item)}`;
}

/** Its brand with two letters in the wrong order, and the kind of thing. */
function misspelt(item: Item, next: () => number): string {
  const brand = item.brand ?? '';
  const at = 1 + Math.floor(next() * Math.max(1, brand.length - 2));
  return `${brand.slice(0, at)}${brand[at + 1] ?? ''}${brand[at] ?? ''}${brand.slice(at + 2)} ${leafOf(item)}`;
}

const leafOf = (item: Item): string => item.categories?.[0]?.value.split(' > ').at(-1) ?? '';

/** A bound that the item itself keeps. */
function bound(item: Item, next: () => number): AttributeFilter {
  const numbers = Object.entries(item.attributes ?? {}).filter(([, fact]) => typeof fact.value === 'number');
  const [name, fact] = numbers[Math.floor(next() * numbers.length)] ?? [];
  return { name: name ?? 'size', op: next() < 0.5 ? 'gte' : 'lte', value: typeof fact?.value === 'number' ? fact.value : 1 };
}
