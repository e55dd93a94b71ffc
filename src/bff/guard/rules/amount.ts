import { parseMinor } from '../../../protocol/money.ts';
import type { Amount, DiscountAmount, MoneyAmount } from '../../language/amounts.ts';
import { tidyDecimal } from '../../language/decimal.ts';
import type { AmountEvidence, MoneyFact } from './amount-evidence.ts';

/** Where an amount stands: in prose, or in a question card, whose options may name a bound ("under 500") to choose by. */
export type AmountPlace = 'prose' | 'question';

/**
 * G15: whether an amount is in evidence.
 * @returns null when it may be said, else why not.
 */
export function amountFault(amount: Amount, evidence: AmountEvidence, place: AmountPlace): string | null {
  if (amount.kind === 'free') return evidence.free(amount.about) ? null : `nothing says that ${amount.about} is free`;
  if (amount.kind === 'discount') return discountFault(amount, evidence);
  if (amount.loose) return null;
  if (place === 'question' && (amount.bound || amount.values.length > 1)) return null;
  const missing = amount.values.find((value) => !supported(tidyDecimal(value), amount, evidence));
  return missing === undefined
    ? null
    : `no offer, passage or message of this conversation says ${missing}${amount.unit ? ` (${amount.unit})` : ''}`;
}

function supported(value: string, amount: MoneyAmount, evidence: AmountEvidence): boolean {
  if (evidence.valued(value).some((fact) => backs(fact, amount))) return true;
  if (amount.unit === undefined || amount.unit === 'total')
    for (const days of amount.days)
      for (const total of evidence.totalsFor(days))
        if (currencyFits([total.currency], amount) && parseMinor(value, total.currency) === total.amount) return true;
  return amount.role === 'difference' && isDifference(value, amount, evidence);
}

/** Number (already equal), currency and unit all count; a deposit is backed by a deposit. */
function backs(fact: MoneyFact, amount: MoneyAmount): boolean {
  if (!currencyFits(fact.currencies, amount)) return false;
  if (amount.role === 'deposit' ? fact.kind === 'price' : fact.kind === 'deposit' && amount.unit !== undefined && amount.unit !== 'total')
    return false;
  return amount.unit === undefined || fact.unit === 'any' || fact.unit === amount.unit;
}

export function currencyFits(currencies: readonly string[] | undefined, amount: MoneyAmount): boolean {
  return !currencies || !amount.currencies || amount.currencies.some((currency) => currencies.includes(currency));
}

/** "¥300 cheaper": the difference of two amounts of the same unit. */
function isDifference(value: string, amount: MoneyAmount, evidence: AmountEvidence): boolean {
  const seen = new Map<string, Set<number>>();
  const facts = [...evidence.all()].flatMap((fact) => (fact.money ? [{ money: fact.money, unit: fact.unit }] : []));
  for (const { money, unit } of facts) {
    const key = `${money.currency} ${unit}`;
    const amounts = seen.get(key) ?? new Set();
    seen.set(key, amounts.add(money.amount));
  }
  return facts.some(({ money, unit }) => {
    if (!currencyFits([money.currency], amount) || (amount.unit !== undefined && unit !== amount.unit && unit !== 'any')) return false;
    const difference = parseMinor(value, money.currency);
    return difference !== null && difference > 0 && seen.get(`${money.currency} ${unit}`)?.has(money.amount + difference) === true;
  });
}

/** The list-to-price discount, give or take one point. */
function discountFault({ percentOff }: DiscountAmount, evidence: AmountEvidence): string | null {
  if (evidence.stated(percentOff)) return null;
  const claimed = Number(percentOff);
  const real = evidence.discounts().some(({ list, now }) => list > now && Math.abs(((list - now) * 100) / list - claimed) <= 1);
  return real ? null : `no offer is ${percentOff} % below its list price`;
}
