import type { Item } from '../../../../protocol/item.ts';
import type { Check } from './checks.ts';
import type { TurnOutcome } from './converse.ts';

/** One request, or a short conversation of which the last answer counts, and what a right answer is. */
export interface Case {
  readonly say: string | readonly string[];
  /** Every card meets all of these, and there is at least one card. */
  readonly cards?: readonly Check[];
  /** No card, or cards after the honest word that not everything fits. */
  readonly nothing?: true;
  /** Answered without a search. */
  readonly talk?: true;
  /** Ends with a question that has options. */
  readonly asks?: true;
  readonly said?: RegExp;
  /** The cards come in this order. */
  readonly order?: (item: Item) => number;
  /** None of the cards of the answer before comes again. */
  readonly fresh?: true;
}

/** Words by which an answer owns that not every condition is met. */
const OWNS = /没有|nothing|\bno |not stated|没有标注|already|不看|do not carry|has no|cannot/im;

/** What is wrong with an outcome; empty when nothing is. */
export function faultsOf(expected: Case, outcome: TurnOutcome, before: TurnOutcome | undefined): string[] {
  const faults: string[] = [];
  const { cards, said, searches, question } = outcome;
  if (outcome.invented.length > 0) faults.push(`invented ${outcome.invented.join(', ')}`);
  if (expected.cards) {
    if (cards.length === 0) faults.push('no card');
    for (const card of cards)
      for (const check of expected.cards) if (!check.holds(card)) faults.push(`${card.id} (${card.title.slice(0, 40)}): ${check.name}`);
    if (cards.length > 0 && /不看|leaving out|最接近|the nearest/i.test(said)) faults.push('a condition was given up');
  }
  if (expected.nothing && cards.length > 0 && !OWNS.test(said))
    faults.push(`shows ${cards.map((card) => card.id).join(', ')} without a word`);
  if (expected.talk && searches.length > 0) faults.push('searched');
  if (expected.talk && said.trim() === '') faults.push('said nothing');
  if (expected.asks && question === null) faults.push('asks nothing');
  if (expected.said && !expected.said.test(said)) faults.push(`does not say ${expected.said}`);
  if (expected.order) {
    const keys = cards.map(expected.order);
    if (keys.some((key, at) => at > 0 && key < (keys[at - 1] ?? key))) faults.push(`order ${keys.join(', ')}`);
  }
  if (expected.fresh && cards.some((card) => before?.cards.some((shown) => shown.id === card.id))) faults.push('shows the same again');
  return faults;
}

export const number =
  (key: string, sign = 1) =>
  (item: Item): number =>
    sign * Number(item.attributes?.[key]?.value ?? Number.POSITIVE_INFINITY);
export const salePrice = (item: Item): number =>
  item.offers.find((offer) => offer.kind === 'sell')?.price.amount ?? Number.POSITIVE_INFINITY;
