import type { Money } from '../../../../protocol/money.ts';
import { RowFault } from '../feed/row-fault.ts';
import { plainText } from '../feed/text.ts';
import { isRecord } from '../rows/row.ts';
import { eachRecord, type FeedContext, type Fields, type Format } from './format.ts';
import { availability, firstLine, images, isoDate, linesIn, link, listOf, localeOf, saleOffers, withoutEmpty } from './item-draft.ts';

/**
 * Products with variants as the Universal Commerce Protocol (catalogue) and the Agentic Commerce Protocol (product feed)
 * write them; each variant is an item. Amounts are minor units already.
 * @see https://ucp.dev/specification/catalog
 * @see https://developers.openai.com/commerce/specs/feed
 */
export const commerceProtocol: Format = {
  name: 'commerce-protocol',
  matches: (record) => Array.isArray(record.variants) && !('handle' in record && 'body_html' in record),
  items: eachRecord(productItems),
};

/** Items of one product, one for each variant. */
export function productItems(product: Fields, context: FeedContext): unknown[] {
  return listOf(product.variants)
    .filter(isRecord)
    .map((variant) => itemOf(product, variant, context));
}

function itemOf(product: Fields, variant: Fields, context: FeedContext): unknown {
  const title = firstLine(variant.title, product.title);
  const described = isRecord(variant.description) ? variant.description : isRecord(product.description) ? product.description : {};
  const stock = isRecord(variant.availability) ? variant.availability : {};
  const rating = isRecord(variant.rating) ? variant.rating : isRecord(product.rating) ? product.rating : {};
  const seller = isRecord(variant.seller) ? variant.seller : {};
  const sellerName = firstLine(seller.name);
  return withoutEmpty({
    id: firstLine(variant.id),
    product_id: firstLine(product.id),
    title,
    locale: localeOf(context, title),
    updated_at: isoDate(variant.updated_at) ?? isoDate(product.updated_at) ?? context.now.toISOString(),
    sku: firstLine(variant.sku),
    barcodes: linesIn(listOf(variant.barcodes).map((code) => (isRecord(code) ? code.value : code))),
    description: { plain: plainText(described.plain ?? described.markdown ?? described.html) },
    url: link(variant.url, context.leaveOut) ?? link(product.url, context.leaveOut),
    brand: firstLine(product.brand),
    categories: listOf(variant.categories ?? product.categories)
      .filter(isRecord)
      .map(({ value, taxonomy }) => withoutEmpty({ value: firstLine(value), taxonomy: firstLine(taxonomy) })),
    tags: linesIn([...listOf(product.tags), ...listOf(variant.tags)]),
    options: [...listOf(variant.variant_options), ...listOf(variant.selected_options), ...listOf(variant.options)]
      .filter(isRecord)
      .map((option) => ({ name: firstLine(option.name), value: firstLine(option.value, option.label) })),
    media: images(
      [...listOf(variant.media), ...listOf(product.media)].filter(isRecord).flatMap((each) => (each.type === 'image' ? [each.url] : [])),
      title,
      context.leaveOut,
    ),
    offers: saleOffers(money(variant.price, 'variants.price'), money(variant.list_price, 'variants.list_price')),
    availability:
      typeof stock.available === 'boolean'
        ? { available: stock.available, status: firstLine(stock.status) ?? (stock.available ? 'in_stock' : 'out_of_stock') }
        : availability(stock.status, undefined, undefined, context.leaveOut),
    rating:
      typeof rating.value === 'number' && Number.isSafeInteger(rating.count)
        ? { value: rating.value, scale_max: Number(rating.scale_max ?? 5), count: rating.count }
        : undefined,
    seller: sellerName === undefined ? undefined : { id: firstLine(seller.id) ?? sellerName, name: sellerName },
  });
}

/** `{amount: 1999, currency: "USD"}`. */
function money(value: unknown, field: string): Money | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isRecord(value) || !Number.isSafeInteger(value.amount) || typeof value.currency !== 'string')
    throw new RowFault(field, 'a price is whole minor units and a currency');
  return { amount: Number(value.amount), currency: value.currency };
}
