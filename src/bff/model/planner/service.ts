import type { Vocabulary } from '../../catalog/engine.ts';
import type { ModelRequest, TurnFacts } from '../port.ts';
import { asksAnything, type ItemQuestion, itemQuestion } from './asks/item-question.ts';
import { type OrderQuestion, orderQuestion } from './asks/order-question.ts';
import { isMeddling, isOutside } from './asks/outside.ts';
import { asksForm, isWishing, shopQuestion } from './asks/shop-question.ts';
import { type ShopToolCall, shopToolAsked } from './asks/shop-tool.ts';
import type { Dialogue } from './history.ts';
import { itemMeant, type Meant, pointedAt, shownIds } from './pointed.ts';
import { Passage } from './read/passage.ts';
import type { Talk, Wish } from './wish.ts';

/** What a message asks of a shop assistant that is no search for products. At most one of these is answered, in this order. */
export interface Service {
  /** None of a shop's business, or an attempt on the adviser's instructions. */
  readonly outside: boolean;
  readonly order: OrderQuestion | null;
  readonly item: { readonly meant: Meant; readonly question: ItemQuestion } | null;
  /** A tool of the shop's own that is clearly asked for. */
  readonly tool: ShopToolCall | null;
  /** Surely, or perhaps, about how the shop does things. */
  readonly shop: 'sure' | 'maybe' | null;
}

export const NO_SERVICE: Service = { outside: false, order: null, item: null, tool: null, shop: null };
/** What the reader of wishes has recognised as something else, surely enough. */
const SETTLED: ReadonlySet<Talk> = new Set([
  'greeting',
  'thanks',
  'bye',
  'who',
  'help',
  'person',
  'fine',
  'any',
  'browse',
  'unclear',
  'video',
]);

/** Reads what a message asks beside products. */
export function serviceAsked(
  wish: Wish,
  dialogue: Pick<Dialogue, 'text' | 'known' | 'said'>,
  { facts, tools }: Pick<ModelRequest, 'facts' | 'tools'>,
  vocabulary: Vocabulary,
): Service {
  const { text, cased } = new Passage(dialogue.text);
  if (isMeddling(text)) return { ...NO_SERVICE, outside: true };
  // "How can I call somebody?" is answered by the shop's own page on it.
  const reaching = wish.talk === 'person' && asksForm(text) && /电话|邮箱|怎么|如何|\bhow\b|\bphone\b|\bnumber\b|\bemail\b/.test(text);
  if (reaching) return { ...NO_SERVICE, shop: 'sure' };
  if (wish.talk !== null && SETTLED.has(wish.talk)) return NO_SERVICE;
  const tool = shopToolAsked(dialogue.text, tools);
  if (tool) return { ...NO_SERVICE, tool };
  const order = orderQuestion(text, cased);
  if (order) return { ...NO_SERVICE, order };
  // "Which of the two is better" is about the two, whatever else its words might ask.
  const shown = wish.talk === 'compare' && pointedAt(text, shownIds(facts, dialogue)) !== null;
  const shop = wish.talk === 'policy' ? 'sure' : shown ? null : shopQuestion(text, wish);
  const item = wish.talk === 'compare' ? null : aboutItem(text, { wish, dialogue, facts, vocabulary, shop });
  if (item) return { ...NO_SERVICE, item };
  const outside = wish.talk === 'off-topic' || (isOutside(text) && !wish.terms.product_types?.length);
  return outside ? { ...NO_SERVICE, outside } : { ...NO_SERVICE, shop };
}

interface About {
  readonly wish: Wish;
  readonly dialogue: Pick<Dialogue, 'text' | 'known' | 'said'>;
  readonly facts: TurnFacts;
  readonly vocabulary: Vocabulary;
  readonly shop: Service['shop'];
}

/** Matters of the shop that an item has its own word on. */
const OWN_WORD = new Set(['delivery', 'guarantees']);

/** The item a message asks about, where it asks about one and not for others. */
function aboutItem(text: string, { wish, dialogue, facts, vocabulary, shop }: About): Service['item'] {
  const meant = itemMeant(text, facts, dialogue);
  if (!meant || wish.price !== null || wish.deposit_free) return null;
  const question = itemQuestion(text, wish, vocabulary);
  if (meant.kind === 'by-price') return { meant, question };
  if (wish.edit !== null) return null;
  // "Rent it for a month instead" after a list: another length for all of it.
  if (meant.vague && wish.rental_days !== null && question.topics.length === 0 && !asksAnything(question)) return null;
  // "A tripod for this camera" is a wish for a tripod.
  if (wish.terms.product_types?.length && (!meant.said || isWishing(text))) return null;
  if (shop === 'sure' && !(meant.said && question.topics.some((topic) => OWN_WORD.has(topic)))) return null;
  const asked = meant.said || (asksAnything(question) && asksForm(text) && (question.topics.length > 0 || !isWishing(text)));
  return asked ? { meant, question } : null;
}
