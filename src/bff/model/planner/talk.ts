import { itemCard, plainText } from './answer/directives.ts';
import { reasonFor } from './answer/reason.ts';
import { wordsFor } from './answer/words.ts';
import { itemIn, passagesIn, type Returned } from './history.ts';
import { call, offers, type Planning, type Step, say, unclear } from './planning.ts';

/** Items a comparison takes. */
const COMPARED = { least: 2, most: 6 } as const;

/** The first step for a message that asks for no product: an answer without a search, or another tool. Null for all others. */
export function talkStep(planning: Planning): Step | null {
  const { wish, request, dialogue } = planning;
  const words = wordsFor(wish.language);
  const state = request.facts.search_state;
  switch (wish.talk) {
    case null:
      return null;
    case 'any':
      // Without a search to go on with, there is nothing to be easy about.
      return state ? null : unclear(planning);
    case 'unclear':
      return unclear(planning);
    case 'policy':
      return offers(request, 'knowledge_search')
        ? call('knowledge_search', { queries: [{ query: dialogue.text.slice(0, 200), domain: 'internal_kb' }] })
        : say(words.talk.policy);
    case 'tracking': {
      const id = /(?=[a-z\d#-]*\d)[a-z\d#][a-z\d-]{4,40}/i.exec(dialogue.text)?.[0];
      if (id !== undefined && offers(request, 'logistics_query')) return call('logistics_query', { order_id: id, direct: true });
      return offers(request, 'order_query') ? call('order_query', { limit: 5, direct: true }) : say(words.talk.tracking);
    }
    case 'order':
      return offers(request, 'order_query') ? call('order_query', { limit: 5, direct: true }) : say(words.talk.order);
    case 'compare':
      return comparison(planning);
    case 'this-item': {
      const id = request.facts.page?.item_id;
      if (id === undefined) return null;
      return offers(request, 'get_item') ? call('get_item', { id }) : say(words.itemUnavailable);
    }
    default:
      return say(words.talk[wish.talk]);
  }
}

/** Whether a message names anything to search by. */
const says = (wish: Planning['wish']): boolean => Object.values(wish.terms).flat().length + wish.words.length + wish.models.length > 0;

/** Side by side what the page compares, else what was shown last; otherwise the message is read as a wish. */
function comparison({ wish, request }: Planning): Step | null {
  const { page, search_state: state } = request.facts;
  const marked = page?.compare ?? [];
  const ids = (marked.length >= COMPARED.least ? marked : (state?.shown ?? [])).slice(0, COMPARED.most);
  if (ids.length < COMPARED.least) return says(wish) ? null : say(wordsFor(wish.language).compareUnavailable);
  return offers(request, 'compare_items') ? call('compare_items', { ids, direct: true }) : say(wordsFor(wish.language).compareUnavailable);
}

/** The answer once a tool other than the search has returned without ending the turn itself. */
export function afterTool({ wish, vocabulary }: Planning, last: Returned): Step {
  const words = wordsFor(wish.language);
  if (last.name === 'knowledge_search') {
    const [passage] = last.ok ? passagesIn(last.data) : [];
    return say(passage === undefined ? words.talk.policy : excerpt(passage));
  }
  if (last.name === 'get_item') {
    const item = last.ok ? itemIn(last.data) : null;
    if (!item) return say(words.itemUnavailable);
    const reason = reasonFor(item, { ...wish.terms, attributes: wish.attributes }, vocabulary);
    const wanted = Object.values(wish.terms).flat().length + wish.attributes.length > 0;
    return say(`${wanted && reason === null ? words.itemNotStated : words.itemFacts}\n\n${itemCard(item.id, reason)}`);
  }
  if (last.name === 'compare_items') return say(words.compareUnavailable);
  return say(last.name === 'logistics_query' ? words.talk.tracking : words.talk.order);
}

/** The first sentences of a passage, at most about 300 characters, cut where one ends. */
function excerpt(passage: string): string {
  const plain = plainText(passage);
  if (plain.length <= 300) return plain;
  const head = plain.slice(0, 300);
  const end = Math.max(head.lastIndexOf('。'), head.lastIndexOf('. '), head.lastIndexOf('；'));
  return end > 60 ? head.slice(0, end + 1) : `${head}…`;
}
