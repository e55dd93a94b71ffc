import { readPrice } from '../feed/price.ts';
import { plainLine, plainText } from '../feed/text.ts';
import { isRecord } from '../rows/row.ts';
import { eachRecord, type FeedContext, type Fields, type Format } from './format.ts';
import {
  availability,
  fact,
  firstLine,
  images,
  isoDate,
  keyOf,
  linesIn,
  link,
  listOf,
  localeOf,
  namedFact,
  saleOffers,
  withoutEmpty,
} from './item-draft.ts';

/**
 * A Google Merchant Center feed, XML (RSS 2.0, Atom) or a table.
 * @see https://support.google.com/merchants/answer/7052112 Product data specification
 */
export const googleMerchant: Format = {
  name: 'google-merchant',
  matches: (record) => {
    const names = new Set(Object.keys(record).map(nameOf));
    return names.has('id') && names.has('title') && names.has('link') && (names.has('price') || names.has('availability'));
  },
  items: eachRecord((record, context) => [itemOf(named(record), context)]),
};

/** `g:image link` and `Image_Link` are `image_link`. */
const nameOf = (name: string): string =>
  name
    .replace(/^g:/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
const named = (record: Fields): Fields => Object.fromEntries(Object.entries(record).map(([name, value]) => [nameOf(name), value]));

function itemOf(record: Fields, context: FeedContext): unknown {
  const title = firstLine(record.title);
  const locale = firstLine(record.content_language, record.language) ?? localeOf(context, title);
  return withoutEmpty({
    id: firstLine(record.id),
    title,
    locale,
    updated_at: context.now.toISOString(),
    product_id: firstLine(record.item_group_id),
    description: { plain: plainText(firstOf(record.description)) },
    url: link(firstOf(record.link), context.leaveOut),
    brand: firstLine(record.brand),
    model: firstLine(record.mpn),
    barcodes: linesIn(record.gtin),
    categories: categories(record),
    media: images([...listOf(record.image_link), ...additional(record.additional_image_link)], title, context.leaveOut),
    condition: /^(new|refurbished)$/i.exec(firstLine(record.condition) ?? '')?.[0]?.toLowerCase(),
    offers: offers(record, context),
    availability: availability(firstLine(record.availability), record.quantity, record.availability_date, context.leaveOut),
    audience: linesIn([record.gender, record.age_group].filter((value) => value !== undefined)),
    features: linesIn(record.product_highlight, /,(?=\S)/),
    attributes: {
      ...fact('color', record.color, locale),
      ...fact('size', record.size, locale),
      ...fact('material', record.material, locale),
      ...fact('pattern', record.pattern, locale),
      ...fact('weight', record.product_weight, locale),
      ...fact('length', record.product_length, locale),
      ...fact('width', record.product_width, locale),
      ...fact('height', record.product_height, locale),
      ...fact('energy_class', record.energy_efficiency_class, locale),
      ...(/^used$/i.test(firstLine(record.condition) ?? '') ? fact('condition', record.condition, locale) : {}),
      ...details(record.product_detail),
    },
  });
}

const firstOf = (value: unknown): unknown => listOf(value)[0];

/** In a table several addresses stand in one cell, joined by commas. */
const additional = (value: unknown): unknown[] =>
  listOf(value).flatMap((each) => (typeof each === 'string' ? each.split(/,(?=\s*https?:)/) : []));

/** The shop's own type comes first; Google's category only where it is written out, since a number says nothing to a shopper. */
function categories(record: Fields): { value: string; taxonomy?: string }[] {
  const own = linesIn(record.product_type).map((value) => ({ value: path(value) }));
  const google = linesIn(record.google_product_category).filter((value) => !/^\d+$/.test(value));
  return own.length > 0 ? own : google.map((value) => ({ value: path(value), taxonomy: 'google' }));
}

const path = (value: string): string => value.split(/\s*>\s*/).join(' > ');

function offers(record: Fields, context: FeedContext): unknown[] {
  const price = readPrice(firstOf(record.price), 'price', context.currency);
  const sale = readPrice(firstOf(record.sale_price), 'sale_price', context.currency);
  const [from, until] = String(firstOf(record.sale_price_effective_date) ?? '')
    .split('/')
    .map(isoDate);
  const now = context.now.toISOString();
  const onSale = sale !== undefined && (from === undefined || from <= now) && (until === undefined || until > now);
  return onSale ? saleOffers(sale, price, until) : saleOffers(price);
}

/** `product_detail`: objects in XML, `section:name:value` in a table. */
function details(value: unknown): Record<string, unknown> {
  const pairs = listOf(value).flatMap((each): [unknown, unknown][] => {
    if (isRecord(each)) return [[each.attribute_name, each.attribute_value]];
    return String(each)
      .split(/,(?=[^:,]*:[^:,]*:)/)
      .map((detail): [unknown, unknown] => {
        const [, name, ...rest] = detail.split(':');
        return [name, rest.join(':')];
      });
  });
  return Object.fromEntries(
    pairs.flatMap(([name, stated]) => {
      const label = plainLine(name);
      return label === undefined || plainLine(stated) === undefined ? [] : [[keyOf(label), namedFact(label, stated)]];
    }),
  );
}
