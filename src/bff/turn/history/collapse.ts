import type { MessagePart } from '../../../protocol/conversation.ts';
import type { ModelMessage } from '../../model/port.ts';
import type { KeptTurn } from '../../runs/conversations.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Said in every text that was shortened, so that a model does not take the rest for all there was. */
const NOTE = 'shortened: what was not shown has its id and title only';

/** Ids of items that a turn put before the shopper, on whatever card. */
function shownItems(parts: readonly MessagePart[]): Set<string> {
  const ids = new Set<string>();
  for (const part of parts) {
    if (part.type === 'data-itemCard') ids.add(part.data.item.id);
    else if (part.type === 'data-videoCard') ids.add(part.data.item_id);
    else if (part.type === 'data-compareTable') for (const item of part.data.items) ids.add(item.id);
    else if (part.type === 'data-moreItems') for (const item of part.data.preview) ids.add(item.id);
    else if (part.type === 'data-bundleCard') for (const { item } of part.data.members) ids.add(item.id);
  }
  return ids;
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function parsed(text: string): Fields | null {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return null;
  }
}

/** An item by its name alone: what a later "the second one" needs. */
const named = ({ id, title }: Fields): Fields => ({ id, title });

const isShown = (item: Fields, shown: ReadonlySet<string>): boolean => typeof item.id === 'string' && shown.has(item.id);

/** How the result of a tool is shortened; null leaves it as it is. */
const shorten: Readonly<Record<string, (result: Fields, shown: ReadonlySet<string>) => Fields | null>> = {
  // What was applied stands in the call; counts were for a question that has been asked by now.
  search_db({ items, facets: _, applied: __, ...rest }, shown) {
    if (!Array.isArray(items)) return null;
    const kept = items.map((item) => {
      const fields = fieldsOf(item);
      return fields && !isShown(fields, shown) ? named(fields) : item;
    });
    return { ...rest, items: kept };
  },
  get_item: (item, shown) => (typeof item.id === 'string' && !isShown(item, shown) ? named(item) : null),
  compare_items({ items, rows: _, ...rest }, shown) {
    if (!Array.isArray(items)) return null;
    return items.every((item) => shown.has(fieldsOf(item)?.id as string)) ? null : { ...rest, items };
  },
};

/** An older turn, its results shortened to what the shopper saw of them: every call keeps its result. */
export function collapsed(turn: KeptTurn): KeptTurn {
  const shown = shownItems(turn.parts);
  return { ...turn, history: turn.history.map((message) => shortened(message, shown)) };
}

function shortened(message: ModelMessage, shown: ReadonlySet<string>): ModelMessage {
  if (message.role !== 'tool' || !message.ok || !Object.hasOwn(shorten, message.name)) return message;
  const result = parsed(message.text);
  const short = result && shorten[message.name]?.(result, shown);
  if (!short) return message;
  const text = JSON.stringify({ ...short, note: NOTE });
  return text.length < message.text.length ? { ...message, text } : message;
}
