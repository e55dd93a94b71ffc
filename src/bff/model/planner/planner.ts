import { type DirectiveName, directiveNames } from '../../../protocol/directives.ts';
import type { Vocabulary } from '../../catalog/engine.ts';
import type { ModelEvent, ModelPort, ModelRequest } from '../port.ts';
import { nextStep } from './plan.ts';

export interface PlannerOptions {
  /** The catalogue's words, as they are now. */
  readonly vocabulary: () => Promise<Vocabulary>;
  /** Cards that reach the shopper. */
  readonly directives?: ReadonlySet<DirectiveName>;
  /** ISO date of the shop's day; the machine's by default. */
  readonly today?: () => string;
  /** Where the shop can be reached: a `mailto:` address or a page. */
  readonly contact?: string | undefined;
}

const DIRECTIVES: ReadonlySet<DirectiveName> = new Set(directiveNames);

/**
 * The built-in planner: a deterministic program behind the model's interface. It reads the shopper's last message with the
 * catalogue's own words, calls the same tools as a model would, and answers in short sentences with directives. Same
 * request, same catalogue, same day: same answer. It is no language model and never pretends to be one.
 *
 * @example
 * const model = createPlanner({ vocabulary: () => engine.vocabulary() });
 * for await (const event of model.stream(request, signal)) …
 */
export function createPlanner(options: PlannerOptions): ModelPort {
  const { vocabulary, directives = DIRECTIVES, today = localDate } = options;
  const contact = options.contact?.replace(/^mailto:/i, '').trim() || null;
  return {
    name: 'planner',
    async *stream(asked, signal) {
      signal.throwIfAborted();
      const request = asked.tool_choice === 'none' ? { ...asked, tools: [] } : asked;
      const step = nextStep(request, { vocabulary: await vocabulary(), directives, today: today(), contact });
      signal.throwIfAborted();
      if (step.kind === 'call') {
        for (const [at, { name, arguments: args }] of step.calls.entries())
          yield { type: 'call', call: { id: callId(request, at), name, arguments: JSON.stringify(args) } };
        yield { type: 'finish', reason: 'calls' };
        return;
      }
      for (const text of wordGroups(step.text)) {
        signal.throwIfAborted();
        yield { type: 'text', text } satisfies ModelEvent;
      }
      yield { type: 'finish', reason: 'stop' };
    },
  };
}

/** An id no other call of the conversation has: calls are counted by the messages before them. */
const callId = (request: ModelRequest, at: number): string => `planner-${request.messages.length}${at === 0 ? '' : `-${at}`}`;

/** The text in pieces of a few words, directives whole, so that it appears as it would be read. */
function wordGroups(text: string): string[] {
  return (
    text
      .match(/<askCard>[\s\S]*?<\/askCard>|<[^<>\n]*>|(?:[^\s<]+\s*){1,3}|\s+|</g)
      ?.flatMap((piece) => (piece.startsWith('<') ? [piece] : hanGroups(piece))) ?? []
  );
}

/** Chinese has no spaces: a few characters at a time, marks kept with what they end. */
function hanGroups(piece: string): string[] {
  return piece.match(/[^，。：；！？]{1,8}[，。：；！？]*\s*|[，。：；！？]+\s*/gu) ?? [piece];
}

function localDate(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
