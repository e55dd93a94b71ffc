import type { SearchArguments } from '../../../protocol/search.ts';
import type { Vocabulary } from '../../catalog/engine.ts';
import type { ModelRequest } from '../port.ts';
import { openQuestion, readDialogue } from './history.ts';
import { kitWish } from './kit/kit-wish.ts';
import { readWish } from './read/read.ts';
import { compose } from './search/compose.ts';

export interface SpeculateOptions {
  /** ISO date of the shop's day; needed only for "from next Friday". */
  readonly today?: string;
}

/**
 * The planner's own first `search_db` for a request, where it is sure of it, so that it may run while another model is still
 * being asked. Pure.
 * @returns null for small talk, rules and orders, kits and comparisons, changes of an earlier search, and wherever a word was
 * not understood or nothing names the kind of thing.
 */
export function speculate(
  request: ModelRequest,
  words: Vocabulary,
  { today = new Date().toISOString().slice(0, 10) }: SpeculateOptions = {},
): { readonly arguments: SearchArguments } | null {
  const dialogue = readDialogue(request);
  if (dialogue.text === '' || dialogue.returned.length > 0 || dialogue.answered || openQuestion(dialogue)) return null;
  if (!request.tools.some((tool) => tool.name === 'search_db')) return null;
  const { locale, search_state: state, noted } = request.facts;
  const wish = readWish(dialogue.text, { vocabulary: words, locale, today });
  const named = (wish.terms.product_types?.length ?? 0) + (wish.terms.brands?.length ?? 0) > 0;
  if (!named || wish.talk !== null || wish.edit !== null || kitWish(dialogue.text, wish, words)) return null;
  if (wish.words.length + wish.strangers.length + wish.unstated.length > 0) return null;
  const composed = compose(wish, { vocabulary: words, state, seen: dialogue.seen, noted });
  return composed === null || composed.edits || composed.foreignPrice ? null : { arguments: composed.arguments };
}
