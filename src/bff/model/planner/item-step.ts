import type { Item } from '../../../protocol/item.ts';
import { totalFor } from '../../../protocol/total.ts';
import { itemCard } from './answer/directives.ts';
import { itemAnswer } from './answer/item-answer.ts';
import { serviceWordsFor } from './answer/service-words.ts';
import { wordsFor } from './answer/words.ts';
import { itemIn, searchResultOf } from './history.ts';
import { call, calls, offers, type Planning, type Step, say } from './planning.ts';
import type { Service } from './service.ts';

type Asked = NonNullable<Service['item']>;

/** Variants read for one answer. */
const VARIANTS = 12;

/** The steps of a question about one item: it is read, its variants where they are asked for, then its facts are told. */
export function itemStep({ meant, question }: Asked, planning: Planning): Step {
  const { request, dialogue, wish, vocabulary } = planning;
  const words = wordsFor(wish.language);
  if (!offers(request, 'get_item')) return say(words.itemUnavailable);
  const read = dialogue.returned.filter((returned) => returned.name === 'get_item');
  if (read.length === 0)
    return meant.kind === 'item'
      ? call('get_item', { id: meant.id })
      : calls(meant.ids.map((id) => ({ name: 'get_item', arguments: { id } })));
  const items = read.flatMap((returned) => (returned.ok ? (itemIn(returned.data) ?? []) : []));
  const item = meant.kind === 'item' ? items[0] : byPrice(items, meant.cheapest);
  if (!item) return say(words.itemUnavailable);
  const search = dialogue.returned.find((returned) => returned.name === 'search_db');
  const varies = question.topics.some((topic) => topic === 'colors' || topic === 'sizes');
  if (varies && !search && item.product_id !== undefined && offers(request, 'search_db'))
    return call('search_db', { product_id: item.product_id, limit: VARIANTS });
  const variants = search ? (searchResultOf(search)?.items ?? []) : [];
  const { locale } = request.facts;
  const { noted } = request.facts;
  const days = wish.rental_days ?? (noted?.offer_kind === 'lease' ? noted.rental_days : undefined) ?? null;
  const answer = itemAnswer({ item, variants, question, vocabulary, language: wish.language, locale, days });
  const service = serviceWordsFor(wish.language);
  const card = itemCard(item.id, null);
  if (answer.sentences.length > 0) return say([answer.sentences.join(wish.language === 'zh' ? '' : ' '), card].join('\n\n'));
  if (answer.missing.length === 0) return say(`${words.itemFacts}\n\n${card}`);
  return say(
    [`${service.item.notStated(answer.missing)}${wish.language === 'zh' ? '' : ' '}${service.contact(planning.contact)}`, card].join(
      '\n\n',
    ),
  );
}

/** What an item costs, to tell the cheapest of several: sold, else for its shortest rental. */
function costOf({ offers: all }: Item): number {
  const sums = all.map((offer) => totalFor(offer, offer.lease ? 1 : 0)?.amount ?? offer.price.amount);
  return sums.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...sums);
}

function byPrice(items: readonly Item[], cheapest: boolean): Item | undefined {
  const sorted = items.toSorted((a, b) => costOf(a) - costOf(b));
  return cheapest ? sorted[0] : sorted.at(-1);
}
