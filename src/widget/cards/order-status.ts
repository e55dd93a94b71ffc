import type { CardWords } from '../i18n/cards/dictionary.ts';

/** A shop's own word for a status is shown as it is; the usual ones in the shopper's language. */
export const statusWord = (status: string, { status: known }: CardWords['order']): string =>
  (Object.hasOwn(known, status) ? known[status] : undefined) ?? status;

/** What asks for the shopper's attention, and what is over; all others are on their way. */
const TONES: Readonly<Record<string, string>> = {
  exception: 'bg-raised text-bad',
  pending: 'bg-raised text-warn',
  cancelled: 'bg-sunken text-soft',
  refunded: 'bg-sunken text-soft',
  returned: 'bg-sunken text-soft',
  completed: 'bg-sunken text-soft',
};

/** Colours of a status. The word says the same. */
export const statusTone = (status: string): string =>
  (Object.hasOwn(TONES, status) ? TONES[status] : undefined) ?? 'bg-accent-wash text-accent-ink';
