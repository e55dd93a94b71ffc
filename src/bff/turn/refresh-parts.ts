import type { MessagePart } from '../../protocol/conversation.ts';
import type { Item } from '../../protocol/item.ts';
import { PART_VERSION } from '../../protocol/parts.ts';
import { textsFor } from '../language/texts.ts';
import { priceChanged } from './cards/item-card.ts';

type Read = (ids: readonly string[]) => Promise<readonly Item[]>;

/** Ids of every item a part shows. */
function idsIn(part: MessagePart): string[] {
  switch (part.type) {
    case 'data-itemCard':
      return [part.data.item.id];
    case 'data-moreItems':
      return part.data.preview.map((item) => item.id);
    case 'data-bundleCard':
      return part.data.members.map((member) => member.item.id);
    case 'data-videoCard':
      return [part.data.item_id];
    default:
      return [];
  }
}

/** One part with its items as they are now; undefined where nothing of it is left. */
function refreshed(part: MessagePart, now: ReadonlyMap<string, Item>): MessagePart | undefined {
  switch (part.type) {
    case 'data-itemCard': {
      const item = now.get(part.data.item.id);
      return item && { ...part, data: { ...part.data, item } };
    }
    case 'data-moreItems':
      return { ...part, data: { ...part.data, preview: part.data.preview.flatMap((item) => now.get(item.id) ?? []) } };
    case 'data-bundleCard': {
      const members = part.data.members.flatMap((member) => {
        const item = now.get(member.item.id);
        return item ? [{ ...member, item }] : [];
      });
      return members.length < part.data.members.length ? undefined : { ...part, data: { ...part.data, members } };
    }
    case 'data-videoCard':
      return now.has(part.data.item_id) ? part : undefined;
    default:
      return part;
  }
}

/**
 * Kept parts with their cards read again from the catalogue: a vanished item is absent, and a card whose price moved is
 * followed by a notice that says so.
 */
export async function refreshParts(parts: readonly MessagePart[], read: Read, locale: string): Promise<MessagePart[]> {
  const ids = [...new Set(parts.flatMap(idsIn))];
  const now = new Map((ids.length === 0 ? [] : await read(ids)).map((item) => [item.id, item]));
  const result: MessagePart[] = [];
  let moved = false;
  for (const part of parts) {
    const fresh = refreshed(part, now);
    if (fresh) result.push(fresh);
    if (fresh?.type === 'data-itemCard' && part.type === 'data-itemCard') moved ||= priceChanged(part.data.item, fresh.data.item);
  }
  if (moved && !parts.some((part) => part.type === 'data-notice' && part.data.code === 'price_changed'))
    result.push({ type: 'data-notice', data: { v: PART_VERSION, code: 'price_changed', text: textsFor(locale).notices.price_changed } });
  return result;
}
