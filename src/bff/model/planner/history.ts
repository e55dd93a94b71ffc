import * as v from 'valibot';
import { type AskBody, askBodySchema } from '../../../protocol/directives.ts';
import { type Item, itemSchema } from '../../../protocol/item.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import type { SearchResult } from '../../catalog/engine.ts';
import type { ModelMessage, ModelRequest } from '../port.ts';
import { type KnownItem, knownItems } from './known.ts';

/** A call of this turn and what came back. */
export interface Returned {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly ok: boolean;
  readonly text: string;
  readonly data: unknown;
}

/** The conversation as the planner needs it. */
export interface Dialogue {
  /** The shopper's last message. */
  readonly text: string;
  /** Calls made since then, in order. */
  readonly returned: readonly Returned[];
  /** Something was already said to this message: the answer was sent back for repair. */
  readonly answered: boolean;
  /** What the shopper said before, oldest first. */
  readonly asked: readonly string[];
  /** Everything the adviser said before, oldest first. */
  readonly said: readonly string[];
  /** Items that tools returned, by id, where their data is still at hand: that of this turn. */
  readonly seen: ReadonlyMap<string, Item>;
  /** Items the tools named, in this turn and before it. */
  readonly known: readonly KnownItem[];
}

/** Reads the messages of a request. */
export function readDialogue(request: ModelRequest): Dialogue {
  const { messages } = request;
  const last = messages.findLastIndex((message) => message.role === 'user');
  const since = messages.slice(last + 1);
  const before = messages.slice(0, Math.max(0, last));
  return {
    text: messages[last]?.text ?? '',
    returned: returnedIn(since),
    answered: since.some((message) => message.role === 'assistant' && message.calls.length === 0),
    asked: before.flatMap((message) => (message.role === 'user' ? [message.text] : [])),
    said: before.flatMap((message) => (message.role === 'assistant' && message.text !== '' ? [message.text] : [])),
    seen: itemsIn(messages),
    known: knownItems(messages),
  };
}

function returnedIn(messages: readonly ModelMessage[]): Returned[] {
  const calls = new Map(
    messages.flatMap((message) => (message.role === 'assistant' ? message.calls.map((call) => [call.id, call] as const) : [])),
  );
  return messages.flatMap((message) => {
    if (message.role !== 'tool') return [];
    return [
      {
        name: message.name,
        arguments: objectFrom(calls.get(message.call_id)?.arguments),
        ok: message.ok,
        text: message.text,
        data: message.data,
      },
    ];
  });
}

function objectFrom(json: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** The result of a search, where the message carries one. */
export function searchResultOf(returned: Returned): SearchResult | null {
  const data = returned.data;
  if (returned.name !== 'search_db' || !returned.ok || typeof data !== 'object' || data === null) return null;
  return 'items' in data && 'total' in data && 'facets' in data ? (data as SearchResult) : null;
}

/** The item in a `get_item` result, whether it stands alone or under `item`. */
export function itemIn(data: unknown): Item | null {
  const held = typeof data === 'object' && data !== null && 'item' in data ? data.item : data;
  const parsed = v.safeParse(itemSchema, held);
  return parsed.success ? parsed.output : null;
}

const passagesSchema = v.object({ passages: v.array(v.object({ text: v.string() })) });

/** Texts of the passages in a `knowledge_search` result, best first. */
export function passagesIn(data: unknown): string[] {
  const parsed = v.safeParse(passagesSchema, data);
  return parsed.success ? parsed.output.passages.map((passage) => passage.text) : [];
}

/** The arguments of one of the planner's own searches, which it wrote and the tool has checked. */
export const searchArgumentsOf = (returned: Returned): SearchArguments => returned.arguments as SearchArguments;

function itemsIn(messages: readonly ModelMessage[]): Map<string, Item> {
  const items = new Map<string, Item>();
  for (const message of messages) {
    if (message.role !== 'tool') continue;
    const single = message.name === 'get_item' && message.ok ? itemIn(message.data) : null;
    if (single) items.set(single.id, single);
    const result = searchResultOf({ name: message.name, arguments: {}, ok: message.ok, text: '', data: message.data });
    for (const item of result?.items ?? []) items.set(item.id, item);
  }
  return items;
}

/** The question the adviser asked last, if the last thing said held one. */
export function openQuestion(dialogue: Dialogue): AskBody | null {
  const body = /<askCard>([\s\S]*?)<\/askCard>/.exec(dialogue.said.at(-1) ?? '')?.[1];
  if (body === undefined) return null;
  try {
    const parsed = v.safeParse(askBodySchema, JSON.parse(body));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
