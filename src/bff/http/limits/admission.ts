import type { Site } from '../../config.ts';
import { calendarDay } from '../../language/calendar.ts';
import { textsFor } from '../../language/texts.ts';
import { HttpError } from '../errors.ts';
import type { ItemQuota } from './item-quota.ts';
import type { LimitStore } from './limit-store.ts';
import type { MessageLimit } from './message-limit.ts';

/** A day's numbers are kept a little longer than the day, for clocks that differ. */
const KEPT_S = 2 * 86_400;
/** Seconds after which it is worth asking whether the shop has gone on. */
const PAUSED_RETRY_S = 60;
const PAUSED = 'paused';

/** A message that is new, and nothing spent on it yet. */
export interface Asking {
  readonly site: string;
  readonly conversation_id: string;
  /** Network address of the client, where it is known. */
  readonly address?: string | undefined;
  /** Whether it is this machine itself: it may see the whole catalogue. */
  readonly is_local?: boolean;
  /** Language of a refusal. */
  readonly locale: string;
}

/** Tokens of one model call. */
export interface Spent {
  readonly input_tokens?: number;
  readonly cached_tokens?: number;
  readonly output_tokens?: number;
}

/** Who may ask now: kill switch, messages a minute, and what a site may use in a day of the shop (T14). */
export interface Admission {
  /** @throws HttpError rate_limited or unavailable, with a sentence and the seconds to wait. A refused message counts for nothing. */
  admit(asking: Asking): Promise<void>;
  /** Counts a model call against the site's day. */
  spend(site: string, spent: Spent): Promise<void>;
  pause(paused: boolean): Promise<void>;
  paused(): Promise<boolean>;
}

export interface AdmissionOptions {
  readonly store: LimitStore;
  readonly sites: Readonly<Record<string, Site>>;
  /** Of one conversation. */
  readonly messages: MessageLimit;
  /** Of one address, over all its conversations. */
  readonly addresses: MessageLimit;
  readonly items: ItemQuota;
  /** IANA name: a day is a day of the shop. */
  readonly time_zone: string;
  /** Wall clock, milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * A call's cost in millions of input tokens' worth: a token written costs about four read, one read from the provider's
 * cache a tenth (decision 020).
 */
export function costOf({ input_tokens = 0, cached_tokens = 0, output_tokens = 0 }: Spent): number {
  return (input_tokens - cached_tokens + cached_tokens / 10 + output_tokens * 4) / 1_000_000;
}

export function createAdmission({ store, sites, messages, addresses, items, time_zone, now }: AdmissionOptions): Admission {
  const key = (what: string, site: string, date: string): string => JSON.stringify([what, site, date]);
  return {
    async admit({ site, conversation_id, address, is_local = false, locale }) {
      const { paused, daily } = textsFor(locale).refusals;
      if ((await store.read(PAUSED)) > 0)
        throw new HttpError('unavailable', { retry_after: PAUSED_RETRY_S, sentence: paused, reason: 'paused' });
      await messages.take(conversation_id);
      if (address !== undefined) await addresses.take(address);
      await items.admit({ site, conversation_id, address: is_local ? undefined : address, locale });
      const { daily_turns, daily_cost } = sites[site] ?? {};
      const { date, seconds_left } = calendarDay(time_zone, now());
      const spent = (): HttpError => new HttpError('rate_limited', { retry_after: seconds_left, sentence: daily, reason: 'daily_quota' });
      if (daily_cost !== undefined && (await store.read(key('cost', site, date))) >= daily_cost) throw spent();
      if (daily_turns === undefined || (await store.add(key('turns', site, date), 1, KEPT_S)) <= daily_turns) return;
      await store.add(key('turns', site, date), -1, KEPT_S);
      throw spent();
    },
    async spend(site, spent) {
      if (sites[site]?.daily_cost !== undefined)
        await store.add(key('cost', site, calendarDay(time_zone, now()).date), costOf(spent), KEPT_S);
    },
    pause: (paused) => store.write(PAUSED, paused ? 1 : 0),
    paused: async () => (await store.read(PAUSED)) > 0,
  };
}
