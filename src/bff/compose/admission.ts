import type { Config } from '../config.ts';
import { type Admission, createAdmission } from '../http/limits/admission.ts';
import { createItemQuota, type ItemQuota, noItemQuota } from '../http/limits/item-quota.ts';
import type { Stores } from '../stores.ts';

/** So many conversations of one address may be at their limit at once: an office shares one. */
const CONVERSATIONS_PER_ADDRESS = 6;

/** Who may ask, counted in the stores that the replicas share. @param now wall clock, milliseconds since 1970. */
export function shopAdmission(
  { sites, RATE_LIMIT }: Config,
  { limits, messageLimit }: Pick<Stores, 'limits' | 'messageLimit'>,
  { time_zone, now }: { readonly time_zone: string; readonly now: () => number },
): { readonly admission: Admission; readonly items: ItemQuota } {
  const items = RATE_LIMIT === 'off' ? noItemQuota : createItemQuota(limits);
  const admission = createAdmission({
    store: limits,
    sites,
    messages: messageLimit('conversation', RATE_LIMIT),
    addresses: messageLimit('address', RATE_LIMIT === 'off' ? 'off' : RATE_LIMIT * CONVERSATIONS_PER_ADDRESS),
    items,
    time_zone,
    now,
  });
  return { admission, items };
}
