import { is } from 'valibot';
import { currencySchema } from '../../../protocol/money.ts';
import { unitSymbol } from '../../language/units.ts';
import { currencyNamedIn } from './feed/price.ts';
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
  sale_price: /^((sale|promo(tion(al)?)?|special|discount(ed)?)[ _-]?price|促销价|活动价|特价)$/i,
  price: /^((unit|retail|current)[ _-]?price|price(_cents|_fen)?|amount|价格|售价|单价|现价)$/i,
  list_price: /^((list|market|original|compare_at|regular|counter)[ _-]?price|msrp|原价|市场价|划线价)$/i,
  currency: /^(currency([ _-]?code)?|币种|货币)$/i,
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

/** A mapping to start from, and sentences about what its reader should look at. */
export interface Proposal {
  readonly mapping: Mapping;
  readonly notices: readonly string[];
}

/**
 * A mapping to start from, guessed from names and values. Fields nobody recognises become attributes, so that nothing
 * of the feed is lost; a person reads it before it is used.
 * @param given currency of the prices, ISO 4217; without it the prices or a column tell.
 */
export function proposeMapping(records: readonly Readonly<Record<string, unknown>>[], given: string | undefined): Proposal {
  const notices: string[] = [];
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
  const mostlyUnique = (field: FieldSummary) => field.filled >= 0.5 && field.distinct >= records.length * field.filled * 0.8;
  const sound = take('id', unique);
  const named = sound ?? take('id', mostlyUnique);
  if (named !== undefined && sound === undefined) notices.push(faultyId(named.slice(1), records));
  // `$join` makes a text of an id that is a number.
  const id = named === undefined ? { $hash: ['$@row'], prefix: 'row-' } : { $join: [named] };
  const title = take('title');
  const description = take('description');
  const sources = { price: take('price'), list: take('list_price'), sale: take('sale_price') };
  const prices = pricesFrom(sources);
  const column = take(
    'currency',
    ({ name, filled }) => filled > 0.99 && records.every((record) => is(currencySchema, record[name] ?? 'USD')),
  );
  const stated = records.flatMap((record) => Object.values(sources).map((source) => source && currencyNamedIn(record[source.slice(1)])));
  const currency = given ?? column ?? stated.find((each) => each !== undefined && each !== '') ?? 'USD';
  if (prices && given === undefined && column === undefined && stated.every((each) => !each))
    notices.push('The prices name no currency: the mapping takes them as USD. Give theirs with --currency, such as --currency EUR.');
  const money = (source: Source) => ({
    $money: source,
    currency,
    ...((typeof source === 'string' ? [source] : source.$first).every((each) => inMinorUnits(each, fields)) && { as: 'minor' }),
  });
  const [brand, category, subcategory, product, stock, url, image] = [
    take('brand'),
    take('category'),
    take('subcategory'),
    take('product_id'),
    take('stock'),
    take('url'),
    take('image'),
  ];
  const mapping = {
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
      offers: prices
        ? [
            {
              $if: prices.price,
              id: 'sell',
              kind: 'sell',
              price: money(prices.price),
              ...(prices.list && { list_price: { ...(prices.listIf && { $if: prices.listIf }), ...money(prices.list) } }),
            },
          ]
        : [],
      ...(stock && { availability: { $stock: stock } }),
      attributes: attributesFrom(fields.filter((field) => !taken.has(field.name) && isFact(field))),
    },
  };
  return { mapping, notices };
}

/** What to look at in a column of ids that is not sound. */
function faultyId(name: string, records: readonly Readonly<Record<string, unknown>>[]): string {
  const counts = new Map<string, number>();
  for (const { [name]: value } of records)
    if (value !== undefined && value !== null && value !== '') counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  const filled = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const repeated = [...counts.values()].filter((count) => count > 1).length;
  return (
    `"${name}" is proposed as the id. It stands in ${Math.round((filled / records.length) * 100)} % of the records, and ` +
    `${repeated} ${repeated === 1 ? 'value comes' : 'values come'} more than once: a record without it is passed over, and of ` +
    'records that share it the last one stays.'
  );
}

/** A field, or the first of several that holds something. */
type Source = string | { readonly $first: readonly string[] };

interface Prices {
  readonly price: Source;
  readonly list?: Source;
  /** Source without which there is no list price. */
  readonly listIf?: string;
}

/** A sale price is the price wherever it stands; the price beside it is then the list price. */
function pricesFrom({ price, list, sale }: Readonly<Record<'price' | 'list' | 'sale', string | undefined>>): Prices | undefined {
  const usual = price ?? (sale === undefined ? undefined : list);
  if (sale === undefined) return price === undefined ? undefined : { price, ...(list !== undefined && { list }) };
  if (usual === undefined) return { price: sale };
  const listed = list === undefined || list === usual ? { list: usual, listIf: sale } : { list: { $first: [list, usual] }, listIf: sale };
  return { price: { $first: [sale, usual] }, ...listed };
}

/** Columns as facts; `Weight (g)` is a weight in grams. */
function attributesFrom(fields: readonly FieldSummary[]): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  const plain = new Set(fields.map(({ name }) => keyOf(name)));
  for (const { name } of fields) {
    const [, label = '', written = ''] = /^(.+?)\s*[(（[]\s*([^()（）[\]]+?)\s*[)）\]]$/u.exec(name.trim()) ?? [];
    const unit = unitSymbol(written);
    const key = keyOf(label);
    if (unit === undefined || plain.has(key) || key in facts) facts[keyOf(name)] = { $fact: `$${name}`, label: name };
    else facts[key] = { $fact: `$${name}`, label, unit };
  }
  return facts;
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
