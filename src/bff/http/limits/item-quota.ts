import { textsFor } from '../../language/texts.ts';
import { StoreDown } from '../../store-down.ts';
import { HttpError } from '../errors.ts';
import { createMemoryLimits, type DistinctLimit, type LimitStore } from './limit-store.ts';

const HOUR_S = 3600;
/** Different items that one session is shown in an hour (T16): more than anybody compares, too few to copy a catalogue. */
export const ITEMS_PER_SESSION = 200;
/** The most cards of one answer (guard contract G8): an answer is not begun that could pass the quota. */
const CARDS_OF_AN_ANSWER = 24;
/** An office shares an address (decision 020). */
const SESSIONS_PER_ADDRESS = 6;

/** Who is shown items. */
export interface Viewer {
  readonly site: string;
  /** The conversation named, known to be theirs: a session. */
  readonly conversation_id?: string | undefined;
  /** Network address; absent where it says nothing, see {@link isLocalOperator}. */
  readonly address?: string | undefined;
  /** Language of a refusal. */
  readonly locale: string;
}

/** How much of the catalogue one visitor may see in an hour. */
export interface ItemQuota {
  /** Counts items about to be given out, in their session or, without one, and always in their address. @throws HttpError rate_limited */
  give(viewer: Viewer, ids: readonly string[]): Promise<void>;
  /** Asked before an answer begins. @throws HttpError rate_limited where it could pass the quota. */
  admit(viewer: Viewer): Promise<void>;
  /** Counts what an answer showed. */
  shown(site: string, conversation_id: string, ids: readonly string[]): Promise<void>;
}

const session: DistinctLimit = { most: ITEMS_PER_SESSION, window_s: HOUR_S };
const address: DistinctLimit = { most: ITEMS_PER_SESSION * SESSIONS_PER_ADDRESS, window_s: HOUR_S };
const key = (site: string, kind: 'conversation' | 'address', id: string): string => JSON.stringify(['items', site, kind, id]);

/** No quota at all (`RATE_LIMIT=off`). */
export const noItemQuota: ItemQuota = { give: async () => {}, admit: async () => {}, shown: async () => {} };

/** @param shared where counts are kept; while it is gone each process counts for itself, so that the catalogue stays readable. */
export function createItemQuota(shared: LimitStore): ItemQuota {
  const own = createMemoryLimits();
  const count: LimitStore['addDistinct'] = (...args) =>
    shared.addDistinct(...args).catch((error: unknown) => {
      if (error instanceof StoreDown) return own.addDistinct(...args);
      throw error;
    });
  const take = async (locale: string, ...args: Parameters<LimitStore['addDistinct']>): Promise<void> => {
    const { accepted, oldest_leaves_s } = await count(...args);
    if (accepted) return;
    throw new HttpError('rate_limited', {
      retry_after: oldest_leaves_s,
      sentence: textsFor(locale).refusals.items,
      reason: 'item_quota',
    });
  };
  return {
    async give({ site, conversation_id, address: from, locale }, ids) {
      if (conversation_id !== undefined) await take(locale, key(site, 'conversation', conversation_id), ids, session);
      if (from !== undefined) await take(locale, key(site, 'address', from), ids, address);
    },
    async admit({ site, conversation_id, address: from, locale }) {
      const room = (limit: DistinctLimit): DistinctLimit => ({ ...limit, most: limit.most - CARDS_OF_AN_ANSWER });
      if (conversation_id !== undefined) await take(locale, key(site, 'conversation', conversation_id), [], room(session));
      if (from !== undefined) await take(locale, key(site, 'address', from), [], room(address));
    },
    async shown(site, conversation_id, ids) {
      const unlimited = { most: Number.MAX_SAFE_INTEGER, window_s: HOUR_S };
      if (ids.length > 0) await count(key(site, 'conversation', conversation_id), ids, unlimited);
    },
  };
}
