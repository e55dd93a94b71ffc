import type { Item } from '../../../protocol/item.ts';
import { formatMoney } from '../../../protocol/money.ts';
import { totalFor } from '../../../protocol/total.ts';
import { breakEven } from '../../compare/break-even.ts';
import { compareWords } from '../../compare/words.ts';
import { itemCard, plainText } from './answer/directives.ts';
import { wordsFor } from './answer/words.ts';
import { itemIn } from './history.ts';
import { call, calls, offers, type Planning, type Step, say } from './planning.ts';
import { itemsMeant } from './pointed.ts';
import { foldText } from './read/passage.ts';

/** 买和租哪个划算, "is it better to buy or rent?". */
const BOTH =
  /租.{0,8}买|买.{0,8}租|\b(?:rent|buy|hire|purchas)(?:e|ing)?\b.{0,16}\b(?:or|vs\.?|versus|than|and)\b.{0,8}\b(?:rent|buy|hire|purchas)(?:e|ing)?\b/;
const BETTER = /划算|合算|合适|便宜|省钱|更省|更值|哪个(?:好|值)|还是|\b(?:better|cheaper|worth|should i|makes? (?:more )?sense|save)\b/;
/** A kind of rental that ends in buying is no choice between the two. */
const BUYOUT = /租后买|先租后买|买断|\bbuy ?out\b|\brent[ -]to[ -]own\b/;

/** Whether a message weighs renting against buying. @param text folded. */
const weighs = (text: string): boolean => BOTH.test(text) && BETTER.test(text) && !BUYOUT.test(text);

/**
 * Renting against buying, in figures for the items before the shopper: those just compared, else the one pointed at or spoken of,
 * else those shown. Where nothing is before the shopper the shop's guide is looked up. Null where the message asks no such thing.
 */
export function rentOrBuyStep(planning: Planning): Step | null {
  const { dialogue, request, wish } = planning;
  const text = foldText(dialogue.text);
  if (!weighs(text) || wish.models.length > 0 || !offers(request, 'get_item')) return null;
  const ids = itemsMeant(text, planning);
  if (ids.length === 0 && !wish.terms.product_types && dialogue.returned.length === 0 && offers(request, 'knowledge_search'))
    return call('knowledge_search', { queries: [{ query: dialogue.text.slice(0, 200), domain: 'internal_kb' }] });
  // "Should I rent or buy a tent?" is about tents, whatever was shown.
  if (ids.length === 0 || (wish.terms.product_types && !wish.leans && !sameKind(planning))) return null;
  if (dialogue.returned.length === 0) return calls(ids.map((id) => ({ name: 'get_item', arguments: { id } })));
  const items = dialogue.returned.flatMap((returned) => (returned.name === 'get_item' && returned.ok ? (itemIn(returned.data) ?? []) : []));
  if (items.length === 0) return null;
  const lines = items.map((item) => figuresOf(item, planning));
  return say([lines.join('\n\n'), items.map((item) => itemCard(item.id, null)).join('\n')].join('\n\n'));
}

function sameKind({ wish, request }: Planning): boolean {
  const before = request.facts.search_state?.arguments.product_types ?? [];
  return (wish.terms.product_types ?? []).some((type) => before.includes(type));
}

/** What one item costs to rent and to buy, and until when renting costs less. */
function figuresOf(item: Item, { wish, request }: Planning): string {
  const words = wordsFor(wish.language).rentOrBuy;
  const { facts } = request;
  const { locale } = facts;
  const name = plainText(item.title);
  const lease = item.offers.find((offer) => offer.lease);
  const sale = item.offers.find((offer) => !offer.lease);
  if (!lease || !sale) return lease ? words.onlyLet(name) : sale ? words.onlySold(name) : words.neither(name);
  const days = wish.rental_days ?? facts.search_state?.arguments.rental_days ?? facts.noted?.rental_days;
  const total = days === undefined ? null : totalFor(lease, days);
  const price = formatMoney(sale.price, locale);
  const even = breakEven(sale, lease);
  const costs = total && days !== undefined ? words.costs(name, days, formatMoney(total, locale), price) : words.bought(name, price);
  const weighed = even && compareWords(locale).breakEvenText(even);
  return [costs, ...(weighed ? [words.weighed(weighed)] : [])].join(wish.language === 'zh' ? '' : ' ');
}
