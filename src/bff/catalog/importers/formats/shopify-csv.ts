import { readPrice } from '../feed/price.ts';
import { plainText } from '../feed/text.ts';
import type { Row } from '../rows/row.ts';
import { type FeedContext, type Fields, type Format, type Made, made } from './format.ts';
import { availability, fact, firstLine, images, linesIn, localeOf, saleOffers, withoutEmpty } from './item-draft.ts';

/**
 * Shopify's product export. The rows of one product stand together under its handle: the first holds what all variants
 * share, each with a price is a variant, the others add pictures. Both generations of column names are read.
 * @see https://help.shopify.com/en/manual/products/import-export/using-csv
 */
export const shopifyCsv: Format = {
  name: 'shopify-csv',
  matches: (record) => {
    const row = named(record);
    return 'handle' in row && ('variant_price' in row || 'option1_name' in row || 'variant_sku' in row);
  },
  async *items(rows, context) {
    let group: Line[] = [];
    for await (const row of rows) {
      if ('fault' in row) {
        yield { line: row.line, field: '', reason: row.fault };
        continue;
      }
      const line = { line: row.line, cells: named(row.value) };
      if (group.length > 0 && group[0]?.cells.handle !== line.cells.handle) {
        yield* product(group, context);
        group = [];
      }
      group.push(line);
    }
    yield* product(group, context);
  },
};

type Line = { readonly line: Extract<Row, { value: unknown }>['line']; readonly cells: Fields };

/** Names of 2025 and later, by those that came before. */
const RENAMED: Readonly<Record<string, string>> = {
  url_handle: 'handle',
  description: 'body',
  body_html: 'body',
  sku: 'variant_sku',
  barcode: 'variant_barcode',
  price: 'variant_price',
  compare_at_price: 'variant_compare_at_price',
  inventory_quantity: 'variant_inventory_qty',
  weight_value_grams: 'variant_grams',
  product_image_url: 'image_src',
  variant_image_url: 'variant_image',
};

/** `Variant Compare At Price` and `Compare-at price` are `variant_compare_at_price`. */
function named(record: Fields): Fields {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => {
      const plain = name
        .trim()
        .toLowerCase()
        .replace(/[()]/g, '')
        .replace(/[\s-]+/g, '_');
      return [RENAMED[plain] ?? plain, value];
    }),
  );
}

function* product(group: readonly Line[], context: FeedContext): Generator<Made> {
  const first = group[0];
  if (!first) return;
  const pictures = group.map(({ cells }) => cells.image_src);
  const variants = group.filter(({ cells }) => cells.variant_price !== undefined || cells.option1_value !== undefined);
  if (variants.length === 0) {
    yield { line: first.line, field: 'Variant Price', reason: 'no row of this product is a variant' };
    return;
  }
  if (/^(draft|archived)$/i.test(String(first.cells.status ?? ''))) return;
  for (const { line, cells } of variants)
    yield* made(line, cells, context, (own) => [variantOf(first.cells, cells, pictures, variants.length > 1, own)]);
}

function variantOf(shared: Fields, own: Fields, pictures: readonly unknown[], several: boolean, context: FeedContext): unknown {
  const title = firstLine(shared.title);
  const chosen = [1, 2, 3].flatMap((index) => {
    const name = firstLine(own[`option${index}_name`], shared[`option${index}_name`]);
    const value = firstLine(own[`option${index}_value`]);
    return name === undefined || value === undefined || value === 'Default Title' ? [] : [{ name, value }];
  });
  const handle = firstLine(shared.handle) ?? '';
  const locale = localeOf(context, title);
  const category = firstLine(shared.type, shared.product_category);
  return withoutEmpty({
    // The export holds no ids: the SKU is what the shop itself goes by, else the handle with the options.
    id: firstLine(own.variant_sku) ?? [handle, ...chosen.map(({ value }) => value)].join('/'),
    product_id: handle,
    title: several ? [title, chosen.map(({ value }) => value).join(' / ')].join(' ').trim() : title,
    locale,
    updated_at: context.now.toISOString(),
    sku: firstLine(own.variant_sku),
    barcodes: linesIn(own.variant_barcode).map((code) => code.replace(/^'/, '')),
    description: { plain: plainText(shared.body) },
    url: `/products/${handle}`,
    brand: firstLine(shared.vendor),
    categories: category === undefined ? [] : [{ value: category.split(/\s*>\s*/).join(' > ') }],
    tags: linesIn(shared.tags, /,\s*/),
    options: chosen,
    media: images([own.variant_image, ...pictures], title, context.leaveOut),
    offers: saleOffers(
      readPrice(own.variant_price, 'Variant Price', context.currency),
      readPrice(own.variant_compare_at_price, 'Variant Compare At Price', context.currency),
    ),
    availability: /^continue$/i.test(String(own.variant_inventory_policy ?? ''))
      ? availability('in stock')
      : availability(undefined, own.variant_inventory_qty),
    attributes: Number(own.variant_grams) > 0 ? fact('weight', own.variant_grams, locale, 'g') : {},
  });
}
