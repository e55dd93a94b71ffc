import type { Item } from '../../../protocol/item.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import { itemCard, plainText } from './answer/directives.ts';
import { pricesOf } from './answer/item-answer.ts';
import { wordsFor } from './answer/words.ts';
import { type Planning, type Step, say } from './planning.ts';

/** "Nothing costs less than this one", with its price: the end of asking for cheaper ones. */
export function sayCheapest(item: Item, search: SearchArguments, { wish, request }: Planning): Step {
  const { sale, rent } = pricesOf(item, { locale: request.facts.locale, language: wish.language, days: search.rental_days ?? null });
  const price = search.offer_kind === 'sell' ? sale : (rent ?? sale);
  const sentence = wordsFor(wish.language).noMore.cheaper(plainText(item.title));
  return say([[sentence, ...(price ? [price] : [])].join(wish.language === 'zh' ? '' : ' '), itemCard(item.id, null)].join('\n\n'));
}
