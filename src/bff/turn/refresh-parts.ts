import { compareLimits } from '../../protocol/compare.ts';
import type { MessagePart } from '../../protocol/conversation.ts';
import type { Frame } from '../../protocol/frames.ts';
import type { Item } from '../../protocol/item.ts';
import { type NoticeCode, PART_VERSION } from '../../protocol/parts.ts';
import { compare } from '../compare/compare.ts';
import type { ComparePolicy } from '../compare/policy.ts';
import { textsFor } from '../language/texts.ts';
import { bundleTotals } from './cards/bundle-card.ts';
import { priceChanged } from './cards/item-card.ts';

/** What kept parts are read again with. */
export interface Refresh {
  /** Items as they are now; null where the catalogue gives no answer. */
  readonly read: (ids: readonly string[]) => Promise<readonly Item[] | null>;
  /** Whether an item may be shown as it was last seen, with no catalogue to vouch for it. */
  readonly mayStay: (id: string) => boolean;
  readonly locale: string;
  readonly policy: ComparePolicy;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The items a part holds, as they were when it was made. */
export function itemsIn(part: MessagePart | Frame): readonly Item[] {
  switch (part.type) {
    case 'data-itemCard':
      return [part.data.item];
    case 'data-moreItems':
      return part.data.preview;
    case 'data-bundleCard':
      return part.data.members.map((member) => member.item);
    case 'data-compareTable':
      return part.data.items;
    default:
      return [];
  }
}

/** Ids of every item a part shows. */
export function itemsShownBy(part: MessagePart | Frame): string[] {
  return part.type === 'data-videoCard' ? [part.data.item_id] : itemsIn(part).map((item) => item.id);
}

/** One part with its items as they are now; undefined where nothing of it is left. */
function refreshed(part: MessagePart, now: ReadonlyMap<string, Item>, { locale, policy, now: clock }: Refresh): MessagePart | undefined {
  switch (part.type) {
    case 'data-itemCard': {
      const item = now.get(part.data.item.id);
      return item && { ...part, data: { ...part.data, item, checked_at: new Date(clock()).toISOString() } };
    }
    case 'data-moreItems':
      return { ...part, data: { ...part.data, preview: part.data.preview.flatMap((item) => now.get(item.id) ?? []) } };
    case 'data-bundleCard': {
      const members = part.data.members.flatMap((member) => {
        const item = now.get(member.item.id);
        return item ? [{ ...member, item }] : [];
      });
      if (members.length < part.data.members.length) return undefined;
      const { days } = part.data.totals;
      return { ...part, data: { ...part.data, members, totals: bundleTotals(members, days, days === undefined ? 'sell' : 'lease') } };
    }
    case 'data-compareTable': {
      const items = part.data.items.flatMap((item) => now.get(item.id) ?? []);
      if (items.length < compareLimits.least) return undefined;
      const { v, days } = part.data;
      return { ...part, data: { v, ...compare(items, { locale, policy, ...(days === undefined ? {} : { days }) }) } };
    }
    case 'data-videoCard':
      return now.has(part.data.item_id) ? part : undefined;
    default:
      return part;
  }
}

/** Whether an amount that a part showed is another one now. */
function moved(before: MessagePart, after: MessagePart): boolean {
  if (before.type === 'data-itemCard' && after.type === before.type) return priceChanged(before.data.item, after.data.item);
  const items = [before, after].map((part) =>
    part.type === 'data-bundleCard' ? part.data.members.map(({ item }) => item) : part.type === 'data-compareTable' ? part.data.items : [],
  );
  const now = new Map(items[1]?.map((item) => [item.id, item]));
  return items[0]?.some((item) => priceChanged(item, now.get(item.id) ?? item)) ?? false;
}

const notice = (code: NoticeCode, text: string): MessagePart => ({ type: 'data-notice', data: { v: PART_VERSION, code, text } });

/**
 * The parts of a conversation's answers with their cards read again, in one read of the catalogue however long the
 * conversation: a vanished item is absent, kits and tables are reckoned anew, and an answer in which a price moved says so.
 * Where the catalogue gives no answer they are as last seen, with the instant they were checked at then, and the last answer says so.
 */
export async function refreshParts(answers: readonly (readonly MessagePart[])[], refresh: Refresh): Promise<MessagePart[][]> {
  const ids = [...new Set(answers.flat().flatMap(itemsShownBy))];
  const read = ids.length === 0 ? [] : await refresh.read(ids);
  if (!read) return asLastSeen(answers, refresh);
  const now = new Map(read.map((item) => [item.id, item]));
  return answers.map((parts) => answerNow(parts, now, refresh));
}

function answerNow(parts: readonly MessagePart[], now: ReadonlyMap<string, Item>, refresh: Refresh): MessagePart[] {
  const pairs = parts.flatMap((part) => {
    const fresh = refreshed(part, now, refresh);
    return fresh ? [{ part, fresh }] : [];
  });
  const result = pairs.map(({ fresh }) => fresh);
  const told = parts.some((part) => part.type === 'data-notice' && part.data.code === 'price_changed');
  if (!told && pairs.some(({ part, fresh }) => moved(part, fresh)))
    result.push(notice('price_changed', textsFor(refresh.locale).notices.price_changed));
  return result;
}

function asLastSeen(answers: readonly (readonly MessagePart[])[], { mayStay, locale }: Refresh): MessagePart[][] {
  const result = answers.map((parts) => parts.filter((part) => itemsShownBy(part).every(mayStay)));
  const text = textsFor(locale).asLastSeen;
  result.findLast((parts) => parts.some((part) => itemsShownBy(part).length > 0))?.push(notice('degraded', text));
  return result;
}
