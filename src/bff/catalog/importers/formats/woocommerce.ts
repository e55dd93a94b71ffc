import { readPrice } from '../feed/price.ts';
import { RowFault } from '../feed/row-fault.ts';
import { plainText } from '../feed/text.ts';
import { type FeedContext, type Fields, type Format, made } from './format.ts';
import {
  availability,
  fact,
  firstLine,
  images,
  isoDate,
  keyOf,
  linesIn,
  link,
  localeOf,
  namedFact,
  saleOffers,
  withoutEmpty,
} from './item-draft.ts';

/** Variable products kept for their variations, which follow them closely in an export. */
const PARENTS = 1000;

/**
 * WooCommerce's product export. A `variable` row is no item: it lends what its `variation` rows leave out. It states no
 * currency, so one is given with `--currency`.
 * @see https://woocommerce.com/document/product-csv-importer-exporter/
 */
export const wooCommerce: Format = {
  name: 'woocommerce',
  matches: (record) => 'Type' in record && 'Name' in record && ('Regular price' in record || 'Published' in record),
  async *items(rows, context) {
    const parents = new Map<string, Fields>();
    for await (const row of rows) {
      if ('fault' in row) yield { line: row.line, field: '', reason: row.fault };
      else yield* made(row.line, row.value, context, (own) => itemsOf(row.value, parents, own));
    }
  },
};

function itemsOf(row: Fields, parents: Map<string, Fields>, context: FeedContext): unknown[] {
  if (row.Published !== undefined && String(row.Published) !== '1') return [];
  const kind = String(row.Type ?? '').toLowerCase();
  if (kind.includes('variable')) {
    for (const name of [`id:${row.ID}`, String(row.SKU ?? '')]) parents.set(name, row);
    for (const oldest of parents.keys()) if (parents.size > PARENTS) parents.delete(oldest);
    return [];
  }
  if (!kind.includes('variation')) return [itemOf(row, {}, context)];
  const parent = parents.get(String(row.Parent ?? ''));
  if (!parent) throw new RowFault('Parent', `"${row.Parent ?? ''}" is no variable product above this row`);
  return [itemOf(row, parent, context)];
}

function itemOf(row: Fields, parent: Fields, context: FeedContext): unknown {
  const either = (name: string): unknown => row[name] ?? parent[name];
  const title = firstLine(row.Name, parent.Name);
  const locale = localeOf(context, title);
  const regular = readPrice(row['Regular price'], 'Regular price', context.currency);
  const sale = readPrice(row['Sale price'], 'Sale price', context.currency);
  const from = isoDate(row['Date sale price starts']);
  const until = isoDate(row['Date sale price ends']);
  const now = context.now.toISOString();
  const onSale = sale !== undefined && (from === undefined || from <= now) && (until === undefined || until > now);
  const stated = attributes(row, parent);
  return withoutEmpty({
    id: firstLine(row.ID) ?? firstLine(row.SKU),
    product_id: firstLine(parent.ID),
    title,
    locale,
    updated_at: now,
    sku: firstLine(row.SKU),
    barcodes: linesIn(row['GTIN, UPC, EAN, or ISBN']),
    description: { plain: plainText(either('Description')) ?? plainText(either('Short description')) },
    url: link(either('External URL'), context.leaveOut),
    brand: firstLine(either('Brands')),
    // Several categories are several paths, `Clothing > Shirts, Sale`: the deepest says best what the product is.
    categories: linesIn(either('Categories'), /,\s*/)
      .map((value) => ({ value: value.split(/\s*>\s*/).join(' > ') }))
      .sort((a, b) => a.value.split(' > ').length - b.value.split(' > ').length),
    tags: linesIn(either('Tags'), /,\s*/),
    options: parent.ID === undefined ? [] : stated.map(({ label, value }) => ({ name: label, value })),
    media: images(linesIn([row.Images, parent.Images], /,\s*/), title, context.leaveOut),
    offers: onSale ? saleOffers(sale, regular, until) : saleOffers(regular),
    availability: stock(row),
    attributes: {
      ...fact('weight', measure(either('Weight (kg)')), locale, 'kg'),
      ...fact('length', measure(either('Length (cm)')), locale, 'cm'),
      ...fact('width', measure(either('Width (cm)')), locale, 'cm'),
      ...fact('height', measure(either('Height (cm)')), locale, 'cm'),
      ...Object.fromEntries(stated.map(({ label, value }) => [keyOf(label), namedFact(label, value)])),
    },
  });
}

const measure = (value: unknown): string | undefined => (Number(value) > 0 ? String(value) : undefined);

/** `In stock?` is 1, 0 or `backorder`. */
function stock(row: Fields): Record<string, unknown> | undefined {
  const word = { '1': 'in stock', '0': 'out of stock', backorder: 'backorder' }[String(row['In stock?'] ?? '')];
  return availability(word, row.Stock);
}

/** `Attribute 1 name`, `Attribute 1 value(s)` and so on. A variation has one value where its product has a list. */
function attributes(row: Fields, parent: Fields): { label: string; value: string }[] {
  const numbers = new Set([...Object.keys(row), ...Object.keys(parent)].flatMap((name) => /^Attribute (\d+) name$/.exec(name)?.[1] ?? []));
  return [...numbers].flatMap((number) => {
    const label = firstLine(row[`Attribute ${number} name`], parent[`Attribute ${number} name`]);
    const value = firstLine(row[`Attribute ${number} value(s)`], parent[`Attribute ${number} value(s)`]);
    return label === undefined || value === undefined ? [] : [{ label, value }];
  });
}
