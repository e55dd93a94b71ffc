import type { Item } from '../../../protocol/item.ts';
import { itemCard, plainText } from './answer/directives.ts';
import { pricesOf } from './answer/item-answer.ts';
import { wordsFor } from './answer/words.ts';
import { namesRule } from './asks/shop-question.ts';
import { itemIn } from './history.ts';
import { calls, offers, type Planning, type Step, say } from './planning.ts';
import { itemsMeant, lastKit } from './pointed.ts';
import { foldText } from './read/passage.ts';

const COSTS =
  /多少钱?(?:[啊呢呀吗了]|$)|几块钱?|怎么卖|什么价|总价|合计|(?:价格|租金|价钱)(?:呢|是|多少|怎么|$)|\bhow much\b|\b(?:prices?|costs?|total)\b/;

/**
 * "How much is that in total?" after cards: what each of them costs for the length spoken of, and the kit again where one was
 * shown, for its card sums it up. Null where the message says anything else, or nothing is before the shopper.
 */
export function costStep(planning: Planning): Step | null {
  const { dialogue, request, wish, composed, service } = planning;
  const text = foldText(dialogue.text).replace(/[\s?？。.!！]+$/u, '');
  const alone = composed === null && wish.words.length === 0 && (wish.talk === null || wish.talk === 'this-item');
  if (!alone || service.order || service.tool || !COSTS.test(text) || namesRule(text)) return null;
  // One that is pointed at or on the page is asked about by itself.
  if (service.item && !(service.item.meant.kind === 'item' && service.item.meant.vague)) return null;
  const words = wordsFor(wish.language).costs;
  const kit = lastKit(dialogue.said);
  if (kit) return say(`${words.kit}\n\n${kit}`);
  const ids = itemsMeant(text, planning);
  if (ids.length === 0 || !offers(request, 'get_item')) return null;
  const read = dialogue.returned.filter((returned) => returned.name === 'get_item');
  if (read.length === 0) return calls(ids.map((id) => ({ name: 'get_item', arguments: { id } })));
  const items = read.flatMap((returned) => (returned.ok ? (itemIn(returned.data) ?? []) : []));
  if (items.length === 0) return null;
  const { facts } = request;
  const days = facts.search_state?.arguments.rental_days ?? facts.noted?.rental_days ?? null;
  const lines = [
    ...(items.length > 1 ? [words.each] : []),
    ...items.map((item) => costOf(item, days, planning)),
    ...(days === null && items.some((item) => item.offers.some((offer) => offer.lease)) ? [words.howLong] : []),
  ];
  return say([lines.join('\n\n'), items.map((item) => itemCard(item.id, null)).join('\n')].join('\n\n'));
}

/** What one item costs to rent, for a length or at its first rate, and to buy. */
function costOf(item: Item, days: number | null, { wish, request }: Planning): string {
  const { language } = wish;
  const { rent, sale } = pricesOf(item, { locale: request.facts.locale, language, days });
  const name = plainText(item.title);
  const ways = [rent, sale].filter((each) => each !== null);
  return ways.length > 0 ? wordsFor(language).costs.line(name, ways) : wordsFor(language).rentOrBuy.neither(name);
}
