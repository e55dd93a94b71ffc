import { compareLimits } from '../../protocol/compare.ts';
import type { MessagePart } from '../../protocol/conversation.ts';
import type { Frame } from '../../protocol/frames.ts';
import type { Item } from '../../protocol/item.ts';
import { PART_VERSION } from '../../protocol/parts.ts';
import { compare } from '../compare/compare.ts';
import type { ComparePolicy } from '../compare/policy.ts';
import { textsFor } from '../language/texts.ts';
import { bundleTotals } from './cards/bundle-card.ts';
import { priceChanged } from './cards/item-card.ts';

/** What kept parts are read again with. */
export interface Refresh {
  readonly read: (ids: readonly string[]) => Promise<readonly Item[]>;
  readonly locale: string;
  readonly policy: ComparePolicy;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Ids of every item a part shows. */
export function itemsShownBy(part: MessagePart | Frame): string[] {
  switch (part.type) {
    case 'data-itemCard':
      return [part.data.item.id];
    case 'data-moreItems':
      return part.data.preview.map((item) => item.id);
    case 'data-bundleCard':
      return part.data.members.map((member) => member.item.id);
    case 'data-compareTable':
      return part.data.items.map((item) => item.id);
    case 'data-videoCard':
      return [part.data.item_id];
    default:
      return [];
  }
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

/**
 * The parts of a conversation's answers with their cards read again, in one read of the catalogue however long the
 * conversation: a vanished item is absent, kits and tables are reckoned anew, and an answer in which a price moved says so.
 */
export async function refreshParts(answers: readonly (readonly MessagePart[])[], refresh: Refresh): Promise<MessagePart[][]> {
  const ids = [...new Set(answers.flat().flatMap(itemsShownBy))];
  const now = new Map((ids.length === 0 ? [] : await refresh.read(ids)).map((item) => [item.id, item]));
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
    result.push({
      type: 'data-notice',
      data: { v: PART_VERSION, code: 'price_changed', text: textsFor(refresh.locale).notices.price_changed },
    });
  return result;
}
