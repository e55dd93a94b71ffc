import { itemCard, plainText } from './answer/directives.ts';
import { reasonFor } from './answer/reason.ts';
import { wordsFor } from './answer/words.ts';
import { comparisonStep } from './compare/step.ts';
import { itemIn, passagesIn, type Returned } from './history.ts';
import { itemNamed } from './known.ts';
import { browse, call, calls, offers, type Planning, type Step, say, unclear } from './planning.ts';
import { pointedAt, shownIds } from './pointed.ts';
import { foldText } from './read/passage.ts';

/** Films shown in one answer, and items looked at for one. */
const FILMS = 2;
const LOOKED_AT = 4;

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
      return state ? null : browse(planning);
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
      return comparisonStep(planning);
    case 'this-item': {
      const id = request.facts.page?.item_id ?? pointedAt(foldText(dialogue.text), shownIds(request.facts))?.[0];
      if (id === undefined) return null;
      return offers(request, 'get_item') ? call('get_item', { id }) : say(words.itemUnavailable);
    }
    case 'video':
      return lookForVideo(planning);
    default:
      return say(words.talk[wish.talk]);
  }
}

/** Looks at the items meant for one that has a film: those pointed at or named, else the one on the page, else what was shown. */
function lookForVideo({ request, dialogue }: Planning): Step | null {
  const { page } = request.facts;
  const text = foldText(dialogue.text);
  const shown = shownIds(request.facts);
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

/** The answer once a tool other than the search has returned without ending the turn itself. */
export function afterTool(planning: Planning, last: Returned): Step {
  const { wish, vocabulary } = planning;
  const words = wordsFor(wish.language);
  if (last.name === 'knowledge_search') {
    const [passage] = last.ok ? passagesIn(last.data) : [];
    return say(passage === undefined ? words.talk.policy : excerpt(passage));
  }
  if (last.name === 'get_item') {
    if (wish.talk === 'video') return videos(planning);
    const item = last.ok ? itemIn(last.data) : null;
    if (!item) return say(words.itemUnavailable);
    const reason = reasonFor(item, { ...wish.terms, attributes: wish.attributes }, vocabulary);
    const wanted = Object.values(wish.terms).flat().length + wish.attributes.length > 0;
    return say(`${wanted && reason === null ? words.itemNotStated : words.itemFacts}\n\n${itemCard(item.id, reason)}`);
  }
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
