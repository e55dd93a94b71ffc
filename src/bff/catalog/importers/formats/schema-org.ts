import { plainText } from '../feed/text.ts';
import { isRecord } from '../rows/row.ts';
import { eachRecord, type FeedContext, type Fields, type Format } from './format.ts';
import { fact, firstLine, images, isoDate, keyOf, linesIn, link, listOf, localeOf, namedFact, withoutEmpty } from './item-draft.ts';
import { schemaOrgAvailability, schemaOrgOffers } from './schema-org-offers.ts';

/**
 * schema.org `Product` and `ProductGroup`, from web pages or files of JSON-LD.
 * @see https://schema.org/Product
 */
export const schemaOrg: Format = {
  name: 'schema-org',
  matches: (record) => record['@type'] !== undefined,
  items: eachRecord((record, context) => {
    // A list of products wraps each in an element of the list.
    const thing = isRecord(record.item) ? record.item : record;
    if (isType(thing, 'ProductGroup')) return variants(thing).map((variant) => itemOf({ ...thing, ...variant }, context, thing));
    // Breadcrumbs, the organization: a page says more than its product.
    return isType(thing, 'Product') ? [itemOf(thing, context)] : [];
  }),
};

const isType = (thing: Fields, type: string): boolean =>
  listOf(thing['@type']).some((each) => String(each).replace(/^.*[/#:]/, '') === type);
const variants = (group: Fields): Fields[] => listOf(group.hasVariant).filter(isRecord);
const nameOf = (value: unknown): string | undefined => firstLine(isRecord(value) ? value.name : value);

function itemOf(product: Fields, context: FeedContext, group?: Fields): unknown {
  const title = firstLine(product.name);
  const locale = firstLine(product.inLanguage) ?? localeOf(context, title);
  const rating = isRecord(product.aggregateRating) ? product.aggregateRating : {};
  const count = Number(rating.reviewCount ?? rating.ratingCount);
  return withoutEmpty({
    id: firstLine(product.productID, product.sku, product['@id'], product.url),
    product_id: firstLine(group?.productGroupID, group?.['@id'], product.inProductGroupWithID),
    title,
    locale,
    updated_at: isoDate(product.dateModified) ?? context.now.toISOString(),
    created_at: isoDate(product.releaseDate),
    sku: firstLine(product.sku),
    barcodes: ['gtin', 'gtin8', 'gtin12', 'gtin13', 'gtin14'].flatMap((name) => linesIn(product[name])),
    description: { plain: plainText(product.description) },
    url: link(product.url, context.leaveOut),
    brand: nameOf(product.brand),
    model: nameOf(product.model) ?? firstLine(product.mpn),
    categories: linesIn(listOf(product.category).map((each) => (isRecord(each) ? each.name : each))).map((value) => ({
      value: value.split(/\s*[>/]\s+/).join(' > '),
    })),
    media: images(
      listOf(product.image).map((image) => (isRecord(image) ? (image.contentUrl ?? image.url) : image)),
      title,
      context.leaveOut,
    ),
    offers: schemaOrgOffers(product.offers, context.currency),
    availability: schemaOrgAvailability(product.offers, context.leaveOut),
    rating:
      Number(rating.ratingValue) >= 0 && Number.isSafeInteger(count)
        ? { value: Number(rating.ratingValue), scale_max: Number(rating.bestRating ?? 5), count }
        : undefined,
    attributes: {
      ...fact('color', product.color, locale),
      ...fact('size', nameOf(product.size), locale),
      ...fact('material', nameOf(product.material), locale),
      ...fact('pattern', nameOf(product.pattern), locale),
      ...fact('weight', measure(product.weight), locale),
      ...fact('length', measure(product.depth), locale),
      ...fact('width', measure(product.width), locale),
      ...fact('height', measure(product.height), locale),
      ...properties(product.additionalProperty),
    },
  });
}

/** UN/CEFACT codes of units, as `unitCode` gives them. */
const UNITS: Readonly<Record<string, string>> = {
  GRM: 'g',
  KGM: 'kg',
  LBR: 'lb',
  ONZ: 'oz',
  MMT: 'mm',
  CMT: 'cm',
  MTR: 'm',
  INH: 'in',
  FOT: 'ft',
  LTR: 'L',
  MLT: 'ml',
  WTT: 'W',
  KWT: 'kW',
  VLT: 'V',
};

/** `{"value": 1.2, "unitCode": "KGM"}` as `1.2 kg`. */
function measure(value: unknown): string | undefined {
  if (!isRecord(value)) return firstLine(value);
  return value.value === undefined ? undefined : [value.value, unitOf(value)].filter((part) => part !== undefined).join(' ');
}

const unitOf = (value: Fields): string | undefined => firstLine(value.unitText) ?? UNITS[String(value.unitCode)];

function properties(value: unknown): Record<string, unknown> {
  return Object.fromEntries(
    listOf(value)
      .filter(isRecord)
      .flatMap((property) => {
        const label = firstLine(property.name);
        const stated = typeof property.value === 'boolean' ? property.value : (firstLine(property.value) ?? '');
        if (label === undefined || stated === '') return [];
        const number = /^-?\d+(\.\d+)?$/.test(String(stated)) ? Number(stated) : stated;
        return [[keyOf(firstLine(property.propertyID) ?? label), namedFact(label, number, unitOf(property))]];
      }),
  );
}
