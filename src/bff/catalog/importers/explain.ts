import { plainText } from './feed/text.ts';
import { keyOf } from './formats/item-draft.ts';
import type { Mapping } from './mapping.ts';

/** What the records of a feed hold under one name. */
export interface FieldSummary {
  readonly name: string;
  /** Share of records that have it, 0–1. */
  readonly filled: number;
  readonly distinct: number;
  readonly kind: 'text' | 'number' | 'boolean' | 'list' | 'object';
  readonly examples: readonly string[];
}

/** Names by which shops call the fields of an item, most telling first. */
const NAMES: Readonly<Record<string, RegExp>> = {
  id: /^(id|sku|(item|product|goods|sku|offer)[ _-]?(id|code|key|no|number)|code|handle|编号|货号|商品(id|编号|编码))$/i,
  product_id: /^(spu|(group|parent|product|item_group|spu)[ _-]?id|款号)$/i,
  title: /^(title|(product|item|goods)?[ _-]?name|名称|标题|商品名称?|品名)$/i,
  price: /^((sale|unit|retail|current)[ _-]?price|price(_cents|_fen)?|amount|价格|售价|单价|现价)$/i,
  list_price: /^((list|market|original|compare_at|regular|counter)[ _-]?price|msrp|原价|市场价|划线价)$/i,
  brand: /^(brand([ _-]?name)?|vendor|manufacturer|品牌)$/i,
  category: /^((product|item)?[ _-]?(category|type)([ _-]?name)?|department|类目|分类|品类|一级分类)$/i,
  subcategory: /^(sub[ _-]?category([ _-]?name)?|二级分类|子类目?)$/i,
  description: /^((long|short|full)?[ _-]?(description|desc|brief|detail)|body([ _-]html)?|描述|详情|简介|卖点)$/i,
  image: /^((main|primary)?[ _-]?(image|picture|pic|photo|img|thumbnail)s?([ _-]?(url|link|src))?|图片|主图)$/i,
  url: /^((product|item|page)?[ _-]?(url|link)|链接)$/i,
  stock: /^((in)?[ _-]?stock([ _-]?(qty|quantity|num))?|inventory|quantity|qty|库存)$/i,
};

/** Fields of a feed's first records. */
export function summarise(records: readonly Readonly<Record<string, unknown>>[]): FieldSummary[] {
  const names = new Set(records.flatMap((record) => Object.keys(record)));
  return [...names].map((name) => {
    const values = records.map((record) => record[name]).filter((value) => value !== undefined && value !== null && value !== '');
    const texts = values.map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)));
    return {
      name,
      filled: records.length === 0 ? 0 : values.length / records.length,
      distinct: new Set(texts).size,
      kind: kindOf(values),
      examples: [...new Set(texts)].slice(0, 3),
    };
  });
}

function kindOf(values: readonly unknown[]): FieldSummary['kind'] {
  if (values.length > 0 && values.every((value) => typeof value === 'boolean')) return 'boolean';
  if (values.length > 0 && values.every((value) => /^-?\d+(\.\d+)?$/.test(String(value)))) return 'number';
  if (values.some(Array.isArray)) return 'list';
  return values.some((value) => typeof value === 'object') ? 'object' : 'text';
}

/**
 * A mapping to start from, guessed from names and values. Fields nobody recognises become attributes, so that nothing
 * of the feed is lost; a person reads it before it is used.
 * @param currency of the prices, ISO 4217.
 */
export function proposeMapping(records: readonly Readonly<Record<string, unknown>>[], currency: string): Mapping {
  const fields = summarise(records);
  const taken = new Set<string>();
  const take = (part: keyof typeof NAMES, fits: (field: FieldSummary) => boolean = () => true): string | undefined => {
    const named = fields.filter(
      (field) => !taken.has(field.name) && field.filled > 0 && NAMES[part]?.test(field.name.trim()) && fits(field),
    );
    const best = named.sort((a, b) => b.filled - a.filled || b.distinct - a.distinct)[0]?.name;
    if (best !== undefined) taken.add(best);
    return best === undefined ? undefined : `$${best}`;
  };
  const unique = (field: FieldSummary) => field.distinct >= records.length * field.filled * 0.999 && field.filled > 0.99;
  const named = take('id', unique);
  // `$join` makes a text of an id that is a number.
  const id = named === undefined ? { $hash: ['$@row'], prefix: 'row-' } : { $join: [named] };
  const title = take('title');
  const description = take('description');
  const [price, listPrice] = [take('price'), take('list_price')];
  const money = (source: string) => ({ $money: source, currency, ...(inMinorUnits(source, fields) && { as: 'minor' }) });
  const [brand, category, subcategory, product, stock, url, image] = [
    take('brand'),
    take('category'),
    take('subcategory'),
    take('product_id'),
    take('stock'),
    take('url'),
    take('image'),
  ];
  return {
    about: 'Proposed from the data: read every line before using it.',
    item: {
      id,
      ...(product && { product_id: product }),
      ...(title && { title }),
      ...(description && { description: { plain: description } }),
      ...(brand && { brand }),
      ...(category && { categories: [{ value: subcategory ? { $join: [category, subcategory], with: ' > ' } : category }] }),
      ...(url && { url }),
      ...(image && {
        media: [
          {
            $if: image,
            type: 'image',
            url: {
              $at: fields.some(({ name, kind }) => `$${name}` === image && kind === 'list') ? image : { $split: image, by: ',' },
              index: 0,
            },
          },
        ],
      }),
      offers: price
        ? [{ $if: price, id: 'sell', kind: 'sell', price: money(price), ...(listPrice && { list_price: money(listPrice) }) }]
        : [],
      ...(stock && { availability: { $stock: stock } }),
      attributes: Object.fromEntries(
        fields
          .filter((field) => !taken.has(field.name) && isFact(field))
          .map((field) => [keyOf(field.name), { $fact: `$${field.name}`, label: field.name }]),
      ),
    },
  };
}

/** Whole numbers under a name that says so. */
const inMinorUnits = (source: string, fields: readonly FieldSummary[]): boolean => {
  const field = fields.find(({ name }) => `$${name}` === source);
  return /cent|fen|minor|分$/i.test(source) && field?.kind === 'number' && field.examples.every((example) => !example.includes('.'));
};

/** Short stated values that several items share; a code of its own in every record describes nothing. */
const isFact = ({ kind, filled, examples, name, distinct }: FieldSummary): boolean =>
  filled > 0 &&
  distinct > 1 &&
  (kind === 'number' || kind === 'text' || kind === 'boolean') &&
  !/(^|[ _-])(id|key|code|cost|url|link|image)$/i.test(name) &&
  !name.includes('.') &&
  examples.every((example) => (plainText(example)?.length ?? 0) <= 60);
