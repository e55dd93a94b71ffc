import { readPrice } from '../feed/price.ts';
import { plainLine, plainText } from '../feed/text.ts';
import { isRecord } from '../rows/row.ts';
import { eachRecord, type FeedContext, type Fields, type Format } from './format.ts';
import { availability, fact, firstLine, images, isoDate, linesIn, listOf, localeOf, saleOffers, withoutEmpty } from './item-draft.ts';

/**
 * Shopify's `products.json`: each variant of a product is an item. It states no currency, so one is given with `--currency`.
 * @see https://shopify.dev/docs/api/admin-rest/latest/resources/product
 */
export const shopifyJson: Format = {
  name: 'shopify-json',
  matches: (record) => 'handle' in record && Array.isArray(record.variants),
  items: eachRecord((product, context) =>
    listOf(product.variants)
      .filter(isRecord)
      .map((variant) => itemOf(product, variant, context)),
  ),
};

function itemOf(product: Fields, variant: Fields, context: FeedContext): unknown {
  const title = firstLine(product.title);
  const own = firstLine(variant.title);
  const locale = localeOf(context, title);
  const several = listOf(product.variants).length > 1;
  const pictures = listOf(product.images).filter(isRecord);
  const ownPictures = pictures.filter((picture) => listOf(picture.variant_ids).includes(variant.id));
  const featured = isRecord(variant.featured_image) ? [variant.featured_image] : [];
  return withoutEmpty({
    id: String(variant.id ?? ''),
    product_id: String(product.id ?? ''),
    title: several && own !== undefined && own !== 'Default Title' ? `${title} ${own}` : title,
    locale,
    updated_at: isoDate(variant.updated_at) ?? isoDate(product.updated_at) ?? context.now.toISOString(),
    created_at: isoDate(product.published_at) ?? isoDate(product.created_at),
    sku: firstLine(variant.sku),
    barcodes: linesIn(variant.barcode),
    description: { plain: plainText(product.body_html ?? product.description) },
    url: several ? `/products/${product.handle}?variant=${variant.id}` : `/products/${product.handle}`,
    brand: firstLine(product.vendor),
    categories: linesIn(product.product_type).map((value) => ({ value })),
    tags: linesIn(product.tags, /,\s*/),
    options: options(product, variant),
    media: images(
      [...featured, ...ownPictures, ...pictures].map((picture) => picture.src),
      title,
      context.leaveOut,
    ),
    offers: saleOffers(
      readPrice(variant.price, 'variants.price', context.currency),
      readPrice(variant.compare_at_price, 'variants.compare_at_price', context.currency),
    ),
    availability:
      typeof variant.available === 'boolean'
        ? availability(variant.available ? 'in stock' : 'out of stock')
        : availability(undefined, variant.inventory_quantity),
    attributes: Number(variant.grams) > 0 ? fact('weight', variant.grams, locale, 'g') : {},
  });
}

function options(product: Fields, variant: Fields): { name: string; value: string }[] {
  return listOf(product.options).flatMap((option, index) => {
    const name = plainLine(isRecord(option) ? option.name : option);
    const value = plainLine(variant[`option${index + 1}`]);
    return name === undefined || value === undefined || value === 'Default Title' ? [] : [{ name, value }];
  });
}
