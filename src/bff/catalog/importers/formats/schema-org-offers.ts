import { readPrice } from '../feed/price.ts';
import { isRecord } from '../rows/row.ts';
import type { FeedContext, Fields } from './format.ts';
import { availability, isoDate, listOf, saleOffers } from './item-draft.ts';

/** UN/CEFACT codes of lengths of time. */
const PERIODS: Readonly<Record<string, string>> = { HUR: 'hour', DAY: 'day', WEE: 'week', MON: 'month', ANN: 'year' };

/**
 * Offers of a schema.org product. An offer to lease out (`businessFunction`) is one when a unit price names its period of
 * time (`referenceQuantity`); a range of prices (`AggregateOffer` without offers) is no offer, since nobody can take it.
 * @see https://schema.org/Offer
 * @throws RowFault for a price that is none.
 */
export function schemaOrgOffers(value: unknown, currency: string | undefined): unknown[] {
  return single(value).flatMap((offer, index) => {
    const specifications = listOf(offer.priceSpecification).filter(isRecord);
    const own = specifications.find((each) => each.priceType === undefined) ?? specifications[0] ?? {};
    const code = String(offer.priceCurrency ?? own.priceCurrency ?? currency ?? '') || undefined;
    const price = readPrice(offer.price ?? own.price, 'offers.price', code);
    if (price === undefined) return [];
    const suffix = index === 0 ? '' : `-${index + 1}`;
    if (/LeaseOut$/.test(String(offer.businessFunction ?? ''))) {
      const period = billingPeriod(own);
      if (!period) return [];
      const lease = { billing_period: period, term: { min: 1 }, price_tiers: [{ min_periods: 1, price }] };
      return [{ id: `lease${suffix}`, kind: 'lease', price, lease }];
    }
    const listed = specifications.find((each) => /(ListPrice|StrikethroughPrice)$/.test(String(each.priceType ?? '')));
    const [sale] = saleOffers(price, readPrice(listed?.price, 'offers.priceSpecification', code), isoDate(offer.priceValidUntil));
    return sale ? [{ ...sale, id: `sell${suffix}` }] : [];
  });
}

/** The first word on stock that any offer has. */
export function schemaOrgAvailability(value: unknown, leaveOut?: FeedContext['leaveOut']): Record<string, unknown> | undefined {
  for (const offer of [...single(value), ...listOf(value).filter(isRecord)]) {
    const level = isRecord(offer.inventoryLevel) ? offer.inventoryLevel.value : undefined;
    const known = availability(offer.availability, level, offer.availabilityStarts, leaveOut);
    if (known) return known;
  }
  return undefined;
}

const single = (value: unknown): Fields[] =>
  listOf(value)
    .filter(isRecord)
    .flatMap((offer) => (Array.isArray(offer.offers) ? offer.offers.filter(isRecord) : [offer]));

function billingPeriod(specification: Fields): { unit: string; count: number } | undefined {
  const per = isRecord(specification.referenceQuantity) ? specification.referenceQuantity : {};
  const unit = PERIODS[String(per.unitCode)];
  const count = Number(per.value ?? 1);
  if (unit === undefined || !Number.isSafeInteger(count) || count < 1) return undefined;
  return { unit, count };
}
