import * as v from 'valibot';
import { dealingIn } from '../../language/dealings.ts';
import { hasHan } from '../../language/script.ts';
import { namesMatter } from '../../language/shop-matters.ts';
import { itemCard, plainText } from './answer/directives.ts';
import { reasonFor } from './answer/reason.ts';
import { serviceWordsFor } from './answer/service-words.ts';
import { wordsFor } from './answer/words.ts';
import { asksForm, isWishing, namesRule } from './asks/shop-question.ts';
import { comparisonStep } from './compare/step.ts';
import { itemIn, passagesIn, type Returned } from './history.ts';
import { itemStep } from './item-step.ts';
import { itemNamed } from './known.ts';
import { orderStep } from './order-step.ts';
import { browse, call, calls, offers, type Planning, type Step, say, unclear } from './planning.ts';
import { pointedAt, shownIds } from './pointed.ts';
import { foldText } from './read/passage.ts';
import type { Wish } from './wish.ts';

/** Films shown in one answer, and items looked at for one. */
const FILMS = 2;
const LOOKED_AT = 4;

/** The first step for a message that asks for no product: an answer without a search, or another tool. Null for all others. */
export function talkStep(planning: Planning): Step | null {
  const { wish, request, service } = planning;
  const words = wordsFor(wish.language);
  const state = request.facts.search_state;
  if (service.outside) return say(words.talk['off-topic']);
  if (service.tool) return call(service.tool.name, service.tool.arguments);
  if (service.order) return orderStep(service.order, planning);
  if (service.item) return itemStep(service.item, planning);
  if (service.shop === 'sure' || (service.shop === 'maybe' && offers(request, 'knowledge_search'))) return lookUp(planning);
  switch (wish.talk) {
    case 'any':
      // Without a search to go on with, there is nothing to be easy about.
      return state ? null : browse(planning);
    case 'browse':
      return browse(planning);
    case 'unclear':
      return unclear(planning);
    case 'compare':
      return comparisonStep(planning);
    case 'video':
      return lookForVideo(planning);
    case 'person':
      return say(joined([words.talk.person, serviceWordsFor(wish.language).contact(planning.contact)], wish));
    case null:
    case 'this-item':
    case 'order':
    case 'tracking':
    case 'policy':
    case 'off-topic':
      return null;
    default:
      return say(words.talk[wish.talk]);
  }
}

const joined = (sentences: readonly string[], { language }: Pick<Wish, 'language'>): string => sentences.join(language === 'zh' ? '' : ' ');

/** Questions looked up for one message. */
const QUESTIONS = 3;

/** The questions of a message: 押金多少，弄坏了怎么办 asks two. The whole where not every part is one by itself. */
function partsOf(text: string): string[] {
  const parts = text
    .split(/[，,；;。？?！!]+\s*|\s+and (?=(?:what|how|when|where|who|can|do|does|is|are)\b)/iu)
    .filter((part) => part.trim() !== '');
  const each = parts.map((part) => foldText(part));
  const asks = parts.length > 1 && parts.length <= QUESTIONS && each.every((part) => asksForm(part) && namesRule(part));
  return asks ? parts.map((part) => part.trim()) : [text];
}

/** Looks a question up in what the shop has written down. */
function lookUp(planning: Planning): Step {
  const { wish, request, dialogue } = planning;
  return offers(request, 'knowledge_search')
    ? call('knowledge_search', {
        queries: partsOf(dialogue.text).map((part) => ({ query: matterOf(part).slice(0, 200), domain: 'internal_kb' })),
      })
    : say(joined([wordsFor(wish.language).talk.policy, serviceWordsFor(wish.language).contact(planning.contact)], wish));
}

/** The clauses of a message that name a matter of the shop; all of it where none does: how long one has waited is no matter. */
function matterOf(message: string): string {
  if (AWAITED.test(foldText(message))) return hasHan(message) ? '押金什么时候退，还没退' : 'when is the deposit refunded, not returned yet';
  const clauses = message.split(/[,，。.;；!！]+(?=\s|\p{Script=Han}|$)/u).filter((clause) => clause.trim() !== '');
  const naming = clauses.filter((clause) => namesMatter(foldText(clause)));
  return naming.length > 0 ? naming.join(', ').trim() : message;
}

/** A deposit that somebody waits for: its words are those of parcels too ("has not arrived"), its matter is the refund. */
const AWAITED =
  /押金.{0,8}(?:还没|没[退到收]|在哪|去哪|呢$)|\bwhere(?:'s| is)\b.{0,12}\bdeposit\b|\bdeposit\b.{0,24}\b(?:not|n't|hasn't|didn't|never|still|missing|waiting)\b|\b(?:still|waiting|not|n't|haven't|never)\b.{0,24}\b(?:my|our) deposit\b/;

/** "Nothing is written about that", and whom to ask. */
export function noRule({ wish, contact }: Planning): Step {
  const words = serviceWordsFor(wish.language);
  return say(joined([words.noRule, words.contact(contact)], wish));
}

/**
 * The answer from a look-up: the best passage, else that nothing is written about it.
 * @returns null where a search may answer what no passage does: "do you have umbrellas?"
 */
export function afterLookUp(planning: Planning, last: Returned): Step | null {
  const { wish, service, dialogue, composed } = planning;
  const dealing = dealingIn(foldText(dialogue.text));
  // Rules near a matter are no answer about it: an offer that no text names is not made.
  const passages = (last.ok ? passagesIn(last.data) : []).filter((each) => dealing?.isIn(foldText(each)) ?? true);
  // The best of every question comes before the second best of any.
  const best = passages.slice(0, partsOf(dialogue.text).length);
  if (best.length > 0) return say(best.map(excerpt).join('\n\n'));
  if (service.shop === 'maybe' && composed && isWishing(foldText(dialogue.text))) return null;
  if (last.ok) return noRule(planning);
  return say(joined([wordsFor(wish.language).talk.policy, serviceWordsFor(wish.language).contact(planning.contact)], wish));
}

/** Looks at the items meant for one that has a film: those pointed at or named, else the one on the page, else what was shown. */
function lookForVideo({ request, dialogue }: Planning): Step | null {
  const { page } = request.facts;
  const text = foldText(dialogue.text);
  const shown = shownIds(request.facts, dialogue);
  const named = itemNamed(text, dialogue.known, shown)?.id;
  const ids = pointedAt(text, shown) ?? [named ?? page?.item_id ?? []].flat();
  const looked = (ids.length > 0 ? ids : shown).slice(0, LOOKED_AT);
  if (looked.length === 0 || !offers(request, 'get_item')) return null;
  return calls(looked.map((id) => ({ name: 'get_item', arguments: { id } })));
}

/** The films of the items that were looked at. */
function videos({ dialogue, wish, directives }: Planning): Step {
  const words = wordsFor(wish.language);
  const items = dialogue.returned.flatMap((returned) => (returned.ok ? (itemIn(returned.data) ?? []) : []));
  const filmed = items.filter((item) => item.media?.some((media) => media.type === 'video')).slice(0, FILMS);
  if (filmed.length === 0 || !directives.has('videoCard')) return say(words.noVideo);
  return say([words.videos(filmed.length), ...filmed.map((item) => `<videoCard id="${item.id}"/>`)].join('\n\n'));
}

/** The answer once a tool other than the search has returned without ending the turn itself; null where a search is due. */
export function afterTool(planning: Planning, last: Returned): Step | null {
  const { wish, vocabulary, service } = planning;
  const words = wordsFor(wish.language);
  if (service.order) return orderStep(service.order, planning);
  if (service.item) return itemStep(service.item, planning);
  if (service.tool?.name === last.name) return afterShopTool(planning, last);
  if (last.name === 'knowledge_search') return afterLookUp(planning, last);
  if (wish.talk === 'video') return videos(planning);
  const item = last.ok && last.name === 'get_item' ? itemIn(last.data) : null;
  if (!item) return say(words.itemUnavailable);
  return say(`${words.itemFacts}\n\n${itemCard(item.id, reasonFor(item, { ...wish.terms, attributes: wish.attributes }, vocabulary))}`);
}

const toolAnswerSchema = v.object({ answer: v.pipe(v.string(), v.minLength(1)) });

/** What a tool of the shop's own said, in its own words; where it failed, what the shop has written down. */
function afterShopTool(planning: Planning, last: Returned): Step {
  const { wish, request } = planning;
  const parsed = v.safeParse(toolAnswerSchema, last.ok ? objectOf(last.text) : null);
  const words = serviceWordsFor(wish.language);
  if (parsed.success) return say(words.toolSays(excerpt(parsed.output.answer)));
  return offers(request, 'knowledge_search') ? lookUp(planning) : say(joined([words.toolFailed, words.contact(planning.contact)], wish));
}

function objectOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The first sentences of a passage, at most about 300 characters, cut where one ends. */
function excerpt(passage: string): string {
  const plain = plainText(passage);
  if (plain.length <= 300) return plain;
  const head = plain.slice(0, 300);
  const end = Math.max(head.lastIndexOf('。'), head.lastIndexOf('. '), head.lastIndexOf('；'));
  return end > 60 ? head.slice(0, end + 1) : `${head}…`;
}
