import type { ModelRequest } from '../port.ts';
import { afterSearch } from './after-search.ts';
import { itemCard } from './answer/directives.ts';
import { type Choice, choiceIn } from './answer/question.ts';
import { wordsFor } from './answer/words.ts';
import { comparisonStep } from './compare/step.ts';
import { costStep } from './cost-step.ts';
import { firstSearch } from './first-search.ts';
import { openQuestion, passagesIn, readDialogue } from './history.ts';
import { itemStep } from './item-step.ts';
import { kitTalk } from './kit/kit-talk.ts';
import { kitStep } from './kit/step.ts';
import { call, calls, offers, type Planning, type PlanOptions, type Step, say } from './planning.ts';
import { pointsBeyond, shownIds } from './pointed.ts';
import { foldText } from './read/passage.ts';
import { readWish } from './read/read.ts';
import { rentOrBuyStep } from './rent-or-buy.ts';
import { CARDS, compose } from './search/compose.ts';
import { SEARCHES } from './search/widen.ts';
import { NO_SERVICE, serviceAsked } from './service.ts';
import { likeThePage } from './similar.ts';
import { afterTool, talkStep } from './talk.ts';
import { valuesStep } from './values-step.ts';
import type { Wish } from './wish.ts';

/**
 * The next step of a turn, from the request alone:
 *
 *     nothing returned yet → small talk, another tool, or the first search
 *     a search found items → sentence, cards, perhaps one question
 *     a search found none  → a wider search, at most {@link SEARCHES} in all; then the honest answer
 */
export function nextStep(request: ModelRequest, options: PlanOptions): Step {
  const dialogue = readDialogue(request);
  const { locale } = request.facts;
  const kinds = request.facts.search_state?.arguments.product_types;
  const reading = { vocabulary: options.vocabulary, locale, today: options.today, kinds };
  const read = readWish(dialogue.text, reading);
  const choice = choiceIn(dialogue.text, openQuestion(dialogue), options.vocabulary, wordsFor(read.language));
  const said = choice ? chosen(read, choice) : read;
  const service = choice ? NO_SERVICE : serviceAsked(said, dialogue, request, options.vocabulary);
  const page = service.outside || service.order || service.tool ? null : likeThePage(said, request, dialogue);
  const composed = compose(page?.wish ?? said, {
    vocabulary: options.vocabulary,
    state: page?.state ?? request.facts.search_state,
    seen: dialogue.seen,
    noted: request.facts.noted,
  });
  // "A lighter one" is an edit only of something; at the start it is a wish.
  const asked = page?.wish ?? said;
  const wish = composed?.edits === false ? { ...asked, edit: null } : asked;
  const planning: Planning = { ...options, request, dialogue, wish, service: page ? NO_SERVICE : service, composed };
  if (dialogue.answered) return say(wordsFor(read.language).repair);
  const kit = service.order || service.tool ? null : kitTalk(request.messages, asked, reading);
  // "Drop the light" and "add a microphone to it" speak of the kit; "does it have HDMI" of one thing in it.
  const meansKit = kit?.change === 'less' || (service.shop !== 'sure' && (!service.item || kit?.change === 'parts'));
  const kitted = kit && meansKit && kitStep(kit, { ...planning, wish: kit.wish });
  if (kitted) return kitted;
  const weighed = service.order || service.tool ? null : rentOrBuyStep(planning);
  if (weighed) return weighed;
  const beyond = service.order || service.tool ? null : beyondShown(planning);
  if (beyond) return beyond;
  const costs = page ? null : costStep(planning);
  if (costs) return costs;
  const values = page ? null : valuesStep(planning);
  if (values) return values;
  const last = dialogue.returned.at(-1);
  if (page && !last && offers(request, 'get_item')) return call('get_item', { id: page.item_id });
  if (page?.state && last?.name === 'get_item') return firstSearch(planning);
  if (!last) return talkStep(planning) ?? lookAtShown(planning) ?? firstSearch(planning);
  // A look-up that was only tried has the word first; where it is silent, the things named are set side by side.
  const silent = service.shop === 'maybe' && passagesIn(last.data).length === 0;
  if (wish.talk === 'compare' && (last.name !== 'knowledge_search' || silent)) {
    const step = comparisonStep(planning);
    if (step) return step;
  }
  if (last.name === 'search_db') return service.item && !page ? itemStep(service.item, planning) : afterSearch(planning);
  return last.name === 'get_item' && changesShown(planning) && !service.item
    ? firstSearch(planning)
    : (afterTool(planning, last) ?? firstSearch(planning));
}

/** "The second one" where one is shown: which ones there are, and how to see more. */
function beyondShown({ request, dialogue, wish }: Planning): Step | null {
  const shown = shownIds(request.facts, dialogue);
  if (!pointsBeyond(foldText(dialogue.text), shown)) return null;
  return say(`${wordsFor(wish.language).shownOnly(shown.length)}\n\n${shown.map((id) => itemCard(id, null)).join('\n')}`);
}

/** Whether the wish is one against what was shown: cheaper, bigger. */
const changesShown = ({ wish, composed }: Planning): boolean =>
  composed?.edits === true &&
  (composed.ofNoKind ||
    (wish.price === null && (wish.edit?.kind === 'cheaper' || wish.edit?.kind === 'dearer' || wish.edit?.kind === 'more')));

/** "Cheaper" than what: the last cards are read again where their data is not at hand any more. */
function lookAtShown(planning: Planning): Step | null {
  const { request, dialogue } = planning;
  const shown = (request.facts.search_state?.shown ?? []).slice(-CARDS);
  const unread = shown.filter((id) => !dialogue.seen.has(id));
  if (!changesShown(planning) || unread.length === 0 || !offers(request, 'get_item')) return null;
  return calls(unread.map((id) => ({ name: 'get_item', arguments: { id } })));
}

/** The wish that a chosen option stands for: exactly the catalogue's own value. */
function chosen(read: Wish, { field, values }: Choice): Wish {
  const bare: Wish = {
    ...read,
    talk: null,
    edit: null,
    leans: true,
    terms: {},
    models: [],
    words: [],
    attributes: [],
    price: null,
    rental_days: null,
    quantity: null,
    sort: null,
    sort_attribute: null,
    unstated: [],
    strangers: [],
    exclude: {},
    noun: null,
  };
  if (!field.startsWith('attributes.'))
    return { ...bare, terms: { [field]: values }, noun: field === 'product_types' ? (values[0] ?? null) : null };
  const name = field.slice('attributes.'.length);
  const [value] = values;
  return {
    ...bare,
    attributes: [values.length === 1 && value !== undefined ? { name, op: 'eq', value } : { name, op: 'in', value: [...values] }],
  };
}
