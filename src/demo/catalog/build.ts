import type { Item } from '../../protocol/item.ts';
import { type Language, languageOf } from '../../protocol/locale.ts';
import { type Bi, demoLocales, say } from './bilingual.ts';
import { brandName, brands } from './brands.ts';
import { colors } from './colors.ts';
import { describe } from './describe.ts';
import { attributesOf, mediaOf } from './particulars.ts';
import { diceFor } from './random.ts';
import { availabilityOf, reviewsOf, sellingOf } from './standing.ts';
import { termsOf } from './terms.ts';
import type { Variant } from './variants.ts';
import { audiences, features, uses } from './words.ts';

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
    ...reviewsOf(variant, perProduct('reviews'), language),
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

/** Days counted from the first of March 2025; there is no clock in the catalogue. */
function dayOf(days: number): string {
  return new Date(Date.UTC(2025, 2, 1 + days)).toISOString();
}
