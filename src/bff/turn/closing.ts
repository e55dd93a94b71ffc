import type { Item } from '../../protocol/item.ts';
import { PART_VERSION } from '../../protocol/parts.ts';
import type { Vocabulary } from '../catalog/engine.ts';
import { canonicalJson } from '../language/canonical-json.ts';
import { textsFor } from '../language/texts.ts';
import type { NotedFacts } from '../model/port.ts';
import { noteContext, notesOf } from './notes/note-texts.ts';
import { learnCompared } from './notes/noted.ts';
import type { Speaker } from './speaker.ts';
import { suggestionsFor } from './suggestions.ts';
import type { LastSearch, TurnState } from './turn-state.ts';

/** Parts that show something besides text. */
const CARDS: ReadonlySet<string> = new Set([
  'data-itemCard',
  'data-compareTable',
  'data-bundleCard',
  'data-videoCard',
  'data-orderCard',
  'data-trackingCard',
  'data-moreItems',
]);

/** An answer whose model is done. */
export interface AnswerToClose {
  readonly speaker: Speaker;
  readonly locale: string;
  readonly vocabulary: Vocabulary;
  /** What the guard held back. */
  readonly held: Pick<TurnState['flags'], 'withheld' | 'amounts'>;
  readonly search: LastSearch | undefined;
  /** What the conversation knew before this message, and what it knows since. */
  readonly noted: { readonly before: NotedFacts; readonly now: NotedFacts };
  /** Items the conversation may name. */
  readonly items: Iterable<Item>;
  /** Whether the shop's own rules can be looked up. */
  readonly knowsRules: boolean;
}

/**
 * Never a blank answer, a word about what was held back, the notes where they changed, and what may come next.
 * @returns what is noted, comparisons of this answer included.
 */
export function closeAnswer({ speaker, locale, vocabulary, held, search, noted, items, knowsRules }: AnswerToClose): NotedFacts {
  if (held.withheld) speaker.notice('withheld');
  if (held.amounts) speaker.notice('amount_withheld');
  if (!speaker.spoke) speaker.say(textsFor(locale).nothingToSay);
  const compared = speaker.parts.flatMap((part) => (part.type === 'data-compareTable' ? part.data.items.map((item) => item.id) : []));
  const known = compared.length > 0 ? learnCompared(compared, noted.now) : noted.now;
  if (canonicalJson(known) !== canonicalJson(noted.before))
    speaker.part({ type: 'data-notes', data: { v: PART_VERSION, notes: notesOf(known, noteContext(vocabulary, items, locale)) } });
  const prompts = suggestionsFor({
    locale,
    shown: speaker.parts.flatMap((part) => (part.type === 'data-itemCard' ? [part.data.item] : [])),
    knowsRules,
    asked: speaker.parts.some((part) => part.type === 'data-askCard'),
    plain: !speaker.parts.some((part) => CARDS.has(part.type)),
    types: vocabulary.product_types,
    ...(search ? { search } : {}),
  });
  if (prompts.length > 0) speaker.part({ type: 'data-suggestions', data: { v: PART_VERSION, prompts } });
  return known;
}
