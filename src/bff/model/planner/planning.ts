import type { DirectiveName } from '../../../protocol/directives.ts';
import type { Vocabulary } from '../../catalog/engine.ts';
import type { ModelRequest } from '../port.ts';
import { mainTypes } from './answer/answer.ts';
import { askCard } from './answer/directives.ts';
import { wordsFor } from './answer/words.ts';
import type { Dialogue } from './history.ts';
import type { Composed } from './search/compose.ts';
import type { Service } from './service.ts';
import type { Wish } from './wish.ts';

/** A tool call to make. */
export interface PlannedCall {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** What the planner does next: calls, side by side, or the answer. */
export type Step = { readonly kind: 'call'; readonly calls: readonly PlannedCall[] } | { readonly kind: 'say'; readonly text: string };

export interface PlanOptions {
  readonly vocabulary: Vocabulary;
  /** Cards that reach the shopper; no other is asked for. */
  readonly directives: ReadonlySet<DirectiveName>;
  /** ISO date of the shop's day. */
  readonly today: string;
  /** Where the shop can be reached, as it is told to shoppers; null where it gave nothing. */
  readonly contact: string | null;
}

/** Everything a step is decided by. */
export interface Planning extends PlanOptions {
  readonly request: ModelRequest;
  readonly dialogue: Dialogue;
  readonly wish: Wish;
  /** What the message asks beside products. */
  readonly service: Service;
  /** The search the wish asks for; null where it names nothing to search by. */
  readonly composed: Composed | null;
}

export const say = (text: string): Step => ({ kind: 'say', text });
export const call = (name: string, args: Readonly<Record<string, unknown>>): Step => calls([{ name, arguments: args }]);
export const calls = (all: readonly PlannedCall[]): Step => ({ kind: 'call', calls: all });
/** Whether a tool may be called now. */
export const offers = (request: ModelRequest, name: string): boolean => request.tools.some((tool) => tool.name === name);

/** Somebody who only looks around is asked what for, with the kinds of things there are. */
export function browse({ wish, vocabulary, directives }: Planning): Step {
  const words = wordsFor(wish.language);
  const card = directives.has('askCard') ? askCard(words.whatFor, mainTypes(vocabulary, wish)) : null;
  return say([words.browse, ...(card ? [card] : [])].join('\n\n'));
}

/** "I did not understand", with the kinds of things there are. */
export function unclear({ wish, vocabulary, directives }: Planning): Step {
  const words = wordsFor(wish.language);
  const card = directives.has('askCard') ? askCard(words.whatFor, mainTypes(vocabulary, wish)) : null;
  return say([words.talk.unclear, ...(card ? [card] : [])].join('\n\n'));
}
