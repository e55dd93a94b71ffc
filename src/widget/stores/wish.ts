import type { Offer } from '../../protocol/offer.ts';
import type { Message } from './model.ts';

/** How the shopper wants to have things, as far as their own words say. It only decides which face a card opens with. */
export interface Wish {
  readonly kind?: Offer['kind'];
  /** Rental length. */
  readonly days?: number;
}

const RENT = /租|\b(?:rent|rental|renting|lease|hire)\b/i;
const BUY = /买|购|\b(?:buy|buying|purchase)\b/i;
const LENGTH = /(\d{1,3})\s*(天|日|周|星期|个月|days?\b|weeks?\b|months?\b)/i;

const daysOf = (unit: string): number => (/^[周星w]/i.test(unit) ? 7 : /^[个m]/i.test(unit) ? 30 : 1);

/** What one message says. A message that speaks of both renting and buying decides nothing. */
export function wishIn(text: string): Wish {
  const [rent, buy] = [RENT.test(text), BUY.test(text)];
  const [, count, unit = ''] = LENGTH.exec(text) ?? [];
  const days = count === undefined ? 0 : Number(count) * daysOf(unit);
  return {
    ...(rent === buy ? {} : { kind: rent ? ('lease' as const) : ('sell' as const) }),
    ...(days > 0 ? { days } : {}),
  };
}

/** What all of them say together; the later word counts. */
export function wishOf(messages: readonly Message[]): Wish {
  return Object.assign({}, ...messages.map((message) => (message.role === 'shopper' ? wishIn(message.text) : {})));
}
