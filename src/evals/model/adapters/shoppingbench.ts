import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expectation, type RecordedCase } from '../case.ts';
import type { LoadedSet } from '../sets.ts';

const FILE = '../shared/data/shoppingbench/synthesize_shop_test.jsonl';

const bound = v.nullable(v.number());
const productSchema = v.object({
  price: v.optional(v.array(v.record(v.string(), v.array(bound)))),
  service: v.optional(v.array(v.string())),
});
const lineSchema = v.object({ query: v.string(), reward: v.pipe(v.array(productSchema), v.minLength(1)) });

/** Names of the data's services, and what the tool calls them. */
const SERVICES = ['freeShipping', 'COD', 'official', 'flashsale'] as const;

const tool = {
  name: 'find_shop',
  description: 'Finds shops that sell all of the products described, in the order in which the shopper names them.',
  parameters: {
    type: 'object',
    properties: {
      products: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            description: { type: 'string', description: 'The product in words, without price and services.' },
            min_price: { type: 'number', description: 'Least price in pesos, where the shopper names one.' },
            max_price: { type: 'number', description: 'Highest price in pesos, where the shopper names one.' },
            services: {
              type: 'array',
              items: { type: 'string', enum: [...SERVICES] },
              description: 'freeShipping; COD: cash on delivery; official: LazMall; flashsale: LazFlash.',
            },
          },
          required: ['description'],
          additionalProperties: false,
        },
      },
    },
    required: ['products'],
    additionalProperties: false,
  },
};

/** The least and highest price a product may have; absent where the data names none. */
function bounds(price: v.InferOutput<typeof productSchema>['price']): { min_price?: number; max_price?: number } {
  const [low, high] = Object.values(price?.[0] ?? {})[0] ?? [];
  return { ...(typeof low === 'number' ? { min_price: low } : {}), ...(typeof high === 'number' ? { max_price: high } : {}) };
}

/**
 * ShoppingBench, "shop" part: 250 requests for two and more products at once. Measured is the understanding of the request: how many
 * products, their prices and services, in one call. Its catalogue is not here, so nothing is bought.
 */
export function shoppingbenchCases(): LoadedSet {
  if (!existsSync(FILE)) return { skipped: `shoppingbench: ${FILE} is not on this machine` };
  const lines = readFileSync(FILE, 'utf8').split('\n').filter(Boolean);
  const cases = lines.map((line, index) => {
    const { query, reward } = v.parse(lineSchema, JSON.parse(line));
    const products = reward.map(({ price, service = [] }) => {
      const { min_price, max_price } = bounds(price);
      return {
        $has: {
          min_price: { $any: [min_price ?? null] },
          max_price: { $any: [max_price ?? null] },
          services: { $any: [service, ...(service.length === 0 ? [null] : [])] },
        },
      };
    });
    const test: RecordedCase = {
      id: `shoppingbench-${index + 1}`,
      locale: 'en',
      turns: [{ say: query, expect: expectation({ calls: [{ name: 'find_shop', arguments: { products } }] }) }],
      tools: [tool],
      results: [],
    };
    return { set: 'shoppingbench', kind: 'shop', test };
  });
  return { cases };
}
