import type { Item } from '../../protocol/item.ts';
import type { BundleCardData } from '../../protocol/parts.ts';
import type { Answer } from '../adviser.ts';
import type { Case } from './case.ts';
import { orderKey } from './constraint.ts';

/** Words by which an answer owns that not everything asked for is met. */
const OWNS =
  /没有|不足|没法|配不齐|最接近|只卖不租|只租不卖|nothing|\bno [a-z]|not stated|do not carry|does not|cannot|already|leaving out|nearest|leave out/i;

/** What is wrong with the cards shown, whoever chose them; empty when nothing is. */
export function cardFaults(expected: Case, cards: readonly Item[], owned: boolean, all: readonly Item[]): string[] {
  if (expected.constraints.length === 0) return [];
  const fits = (item: Item): boolean => expected.constraints.every((constraint) => constraint.holds(item));
  if (!all.some(fits)) return cards.length > 0 && !owned ? ['shows what does not fit, without a word'] : [];
  if (cards.length === 0) return ['shows nothing although something fits'];
  const faults = cards.flatMap((card) =>
    expected.constraints
      .filter((constraint) => !constraint.holds(card))
      .map((constraint) => `${card.title.slice(0, 40)}: not ${constraint.text}`),
  );
  if (expected.order) {
    const keys = cards.map(orderKey(expected.order));
    if (keys.some((key, at) => key < (keys[at - 1] ?? key))) faults.push(`order ${keys.join(', ')}`);
  }
  return faults;
}

/** What is wrong with the last answer of a conversation; empty when nothing is. */
export function faultsOf(expected: Case, answers: readonly Answer[], all: readonly Item[]): string[] {
  const [last, before] = [answers.at(-1), answers.at(-2)];
  if (!last) return ['no answer'];
  const { said, cards, parts, verdicts, outcome } = last;
  const faults = cardFaults(expected, cards, OWNS.test(said), all);
  if (outcome !== 'finished') faults.push(`the run ended ${outcome}`);
  for (const verdict of verdicts) if (verdict.outcome !== 'passed') faults.push(`guard: ${verdict.rule} ${verdict.reason}`);
  if (said.trim() === '' && parts.length === 0) faults.push('says nothing');
  if (expected.asks && !parts.some((part) => part.type === 'data-askCard')) faults.push('asks nothing');
  if (expected.helps && cards.length === 0 && !parts.some((part) => part.type === 'data-askCard')) faults.push('neither shows nor asks');
  if (expected.talk && last.searches.length > 0) faults.push('searched');
  if (expected.says && !expected.says.test(said)) faults.push(`does not say ${expected.says.source}`);
  if (expected.card && !parts.some((part) => part.type === `data-${expected.card}`)) faults.push(`no ${expected.card}`);
  const again = (same: (item: Item) => string): boolean => cards.some((card) => before?.cards.some((shown) => same(shown) === same(card)));
  if (expected.fresh && again((item) => item.id)) faults.push('shows the same again');
  if (expected.others && again(productOf)) faults.push('shows a variant of the same');
  if (expected.kit !== undefined) faults.push(...kitFaults(parts, expected.kit));
  return faults;
}

/** Variants of one product are no fresh ones. */
const productOf = (item: Item): string => item.product_id ?? item.id;

function kitFaults(parts: Answer['parts'], most: number): string[] {
  const card = parts.find((part) => part.type === 'data-bundleCard')?.data as BundleCardData | undefined;
  if (!card) return ['no kit'];
  const { rent, price } = card.totals;
  const total = ((rent?.amount ?? 0) + (price?.amount ?? 0)) / 100;
  return total > most || total === 0 ? [`the kit costs ${total}`] : [];
}
