import type { Item } from '../../protocol/item.ts';
import { type Language, languageOf } from '../../protocol/locale.ts';
import { type Bi, demoLocales, say } from './bilingual.ts';
import { brandName, brands } from './brands.ts';
import { type ColorKey, colors } from './colors.ts';
import { describe, factValue } from './describe.ts';
import { type FactKey, type Facts, facts as factTable, unitOf } from './facts.ts';
import { offersFor } from './offers.ts';
import { type PolicyKey, policies } from './policies.ts';
import { type Dice, diceFor } from './random.ts';
import { aspects } from './reviews.ts';
import { regions, sellerOf } from './sellers.ts';
import type { Row, Sheet } from './sheet.ts';
import { videoSeconds, videos } from './videos.ts';
import { audiences, features, uses } from './words.ts';

/** One thing on the shelf: a model in one colour and size. */
export interface Variant {
  readonly id: string;
  readonly sheet: Sheet;
  readonly row: Row;
  readonly color: ColorKey;
  readonly size?: { readonly label: Bi };
  /** Yuan. */
  readonly price: number;
  readonly facts: Facts;
  /** Place among the product's variants; 0 is the one with the plain id. */
  readonly index: number;
  /** How many variants the product has. */
  readonly of: number;
}

/** Every variant of a type's models: all colours in the first size, then the other sizes in the first colour. */
export function variantsOf(sheet: Sheet): Variant[] {
  return sheet.rows.flatMap((row) => {
    const sizes = row.sizes ?? [undefined];
    const all = sizes.flatMap((size, s) => (s === 0 ? row.colors : row.colors.slice(0, 1)).map((color, c) => ({ size, color, c, s })));
    return all.map(({ size, color, c, s }, index) => ({
      id: [row.id, s > 0 && size ? size.key : '', c > 0 ? color : ''].filter(Boolean).join('-'),
      sheet,
      row,
      color,
      ...(size ? { size } : {}),
      price: size?.price ?? row.price,
      facts: { ...row.facts, ...size?.facts },
      index,
      of: all.length,
    }));
  });
}

/** The item of a variant in each of the shop's languages. */
export function itemsOf(variant: Variant): Item[] {
  return demoLocales.map((locale) => itemIn(variant, locale));
}

function itemIn(variant: Variant, locale: string): Item {
  const { id, sheet, row } = variant;
  const language = languageOf(locale);
  const tell = (text: Bi) => say(text, language);
  const perProduct = (subject: string) => diceFor(`${row.id} ${subject}`);
  const title = titleOf(variant, language);
  const names = [...sheet.path, ...(row.kind ? [row.kind] : [])];
  return {
    id,
    ...(variant.of > 1 ? { product_id: row.id } : {}),
    sku: `TD${diceFor(id).whole(100_000, 999_999)}`,
    title,
    subtitle: row.features
      .slice(0, 3)
      .map((key) => tell(features[key]))
      .join(' · '),
    description: { plain: describe(sheet, row, variant.facts, perProduct('text'), language) },
    locale,
    url: `/p/${id}`,
    brand: brandName(row.brand, language),
    model: row.model,
    categories: names.map((_, depth) => ({
      value: names
        .slice(0, depth + 1)
        .map(tell)
        .join(' > '),
    })),
    options: [
      { name: tell(['颜色', 'Color']), value: tell(colors[variant.color].name) },
      ...(variant.size ? [{ name: tell(sheet.sizeName ?? ['尺寸', 'Size']), value: tell(variant.size.label) }] : []),
    ],
    media: mediaOf(variant, title, language),
    condition: row.condition ?? (row.deal === 'rent' ? perProduct('wear').pick(['like_new', 'like_new', 'very_good', 'good']) : 'new'),
    attributes: attributesOf(sheet, variant.facts, language),
    features: row.features.map((key) => tell(features[key])),
    use_cases: row.uses.map((key) => tell(uses[key])),
    audience: row.audience.map((key) => tell(audiences[key])),
    ...reviewsOf(sheet, perProduct('reviews'), language),
    popularity: perProduct('popularity').whole(40, 980) - variant.index * 15,
    created_at: dayOf(perProduct('created').whole(0, 620)),
    updated_at: '2026-11-18T02:00:00.000Z',
    availability: availabilityOf(diceFor(`${id} stock`), row),
    ...sellingOf(variant, language),
    ...termsOf(variant, language),
    source: { system: 'demo', external_id: id },
  };
}

function titleOf({ row, size, color, of }: Variant, language: Language): string {
  const tell = (text: Bi) => say(text, language);
  const differs = [
    ...(size && (row.sizes?.length ?? 0) > 1 ? [tell(size.label)] : []),
    ...(of > 1 && row.colors.length > 1 ? [tell(colors[color].name)] : []),
  ];
  const maker = brands[row.brand];
  const name = `${language === 'zh' ? maker.zh : maker.latin} ${row.model} ${tell(row.name)}`;
  if (differs.length === 0) return name;
  return language === 'zh' ? `${name}（${differs.join('，')}）` : `${name} (${differs.join(', ')})`;
}

/** Offers, and the promises that follow from them. */
function termsOf({ id, sheet, row, price, index }: Variant, language: Language): Pick<Item, 'offers' | 'policies'> {
  const terms = new Set<PolicyKey>([...(row.deal === 'rent' ? [] : sheet.saleTerms), ...(row.deal === 'sale' ? [] : sheet.rentTerms)]);
  const offers = offersFor(
    {
      id,
      product: row.id,
      price,
      ...(row.list && index === 0 ? { list: row.list } : {}),
      deal: row.deal ?? 'both',
      plan: { ...sheet.plan, ...row.plan },
      hasWaiver: terms.has('damage_waiver'),
    },
    language,
  );
  const leases = offers.flatMap(({ lease }) => lease ?? []);
  if (leases.some(({ deposit }) => deposit?.waivable)) terms.add('deposit_free');
  if (leases.some(({ buyout }) => buyout)) terms.add('rent_to_own');
  return {
    offers,
    policies: [...terms].map((type) => ({
      type,
      label: say(policies[type].label, language),
      description: say(policies[type].description, language),
    })),
  };
}

/** Days counted from the first of March 2025; there is no clock in the catalogue. */
function dayOf(days: number): string {
  return new Date(Date.UTC(2025, 2, 1 + days)).toISOString();
}

function mediaOf({ id, row }: Variant, title: string, language: Language): NonNullable<Item['media']> {
  const picture = { type: 'image' as const, width: 800, height: 600 };
  const images = [
    { ...picture, url: `/pictures/${id}.svg`, alt_text: title },
    { ...picture, url: `/pictures/${id}-2.svg`, alt_text: say([`${title}：细节`, `${title}: detail`], language) },
  ];
  if (!row.video) return images;
  const film = `/demo/videos/${row.video}`;
  return [
    ...images,
    {
      type: 'video',
      url: `${film}.webm`,
      alt_text: say(videos[row.video], language),
      poster: `${film}.svg`,
      duration_s: videoSeconds,
      captions: `${film}.${language}.vtt`,
    },
  ];
}

function attributesOf(sheet: Sheet, stated: Facts, language: Language): NonNullable<Item['attributes']> {
  return Object.fromEntries(
    (Object.keys(stated) as FactKey[]).flatMap((key) => {
      const value = stated[key];
      if (value === undefined) return [];
      const unit = typeof value === 'number' ? (sheet.units?.[key] ?? unitOf(key)) : undefined;
      return [[key, { label: say(factTable[key].label, language), value: factValue(value, language), ...(unit ? { unit } : {}) }]];
    }),
  );
}

function reviewsOf(sheet: Sheet, dice: Dice, language: Language): Pick<Item, 'rating' | 'review_aspects'> {
  const count = dice.whole(8, 900);
  const value = dice.whole(39, 49) / 10;
  const review_aspects = sheet.aspects.map((key) => {
    const said: readonly Bi[] = aspects[key].says;
    const positive = dice.whole(4, Math.max(6, Math.floor(count / 2)));
    const negative = dice.whole(0, Math.ceil(positive / (value > 4.5 ? 9 : 4)));
    const quote = negative * 5 > positive ? said.at(-1) : dice.pick(said.slice(0, -1));
    return { aspect: say(aspects[key].name, language), positive, negative, ...(quote ? { quote: say(quote, language) } : {}) };
  });
  return { rating: { value, scale_max: 5, count }, review_aspects };
}

function availabilityOf(dice: Dice, row: Row): NonNullable<Item['availability']> {
  const lot = dice.whole(1, 100);
  const from = `2026-12-${String(dice.whole(1, 20)).padStart(2, '0')}`;
  const status =
    row.stock ?? (lot <= 5 ? 'out_of_stock' : lot <= 12 && row.deal === 'rent' ? 'rented_out' : lot <= 9 ? 'preorder' : 'in_stock');
  if (status === 'out_of_stock') return { available: false, status, quantity: 0 };
  if (status === 'rented_out') return { available: false, status, quantity: 0, from };
  if (status === 'preorder') return { available: true, status, from };
  return { available: true, status, quantity: dice.whole(1, 40) };
}

function sellingOf({ sheet, row }: Variant, language: Language): Pick<Item, 'seller' | 'shipping'> {
  const key = row.seller ?? diceFor(`${row.id} seller`).pick(sheet.sellers);
  const { name, location, since, certifications, days, regions: reach } = sellerOf(key);
  const stated = certifications.filter((certificate) => !certificate.of || certificate.of.includes(sheet.type));
  return {
    seller: {
      id: key,
      name: say(name, language),
      location: say(location, language),
      since,
      ...(stated.length > 0
        ? { certifications: stated.map((one) => ({ name: say(one.name, language), covers: say(one.covers, language) })) }
        : {}),
    },
    shipping: { regions: regions[reach].map((region) => say(region, language)), days: { min: days[0], max: days[1] } },
  };
}
