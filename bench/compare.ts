/**
 * Six items side by side: `POST /v1/compare` over a real socket, beside `GET /v1/items` of the same six.
 *
 * Method: the BFF is composed as `npm start` does, in this process, with the demo catalogue in a file. Six rentable items of one
 * kind, with a term, so that every row is computed. The two requests take turns in one run, a warm-up not counted; the ratio
 * tells what the comparison adds to reading and sending the items.
 *
 * Run: node bench/compare.ts [rounds]
 */
import { demoItems } from '../src/demo/catalog/items.ts';
import { itemType } from '../src/protocol/item.ts';
import { startTestBff } from '../src/testing/bff.ts';

const rounds = Number(process.argv[2] ?? 500);
const WARM_UP = 50;
const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

const items = demoItems();
const rentable = items.filter((item) => item.locale === 'en' && item.offers.length > 1);
const byType = Map.groupBy(rentable, itemType);
const ids =
  [...byType.values()]
    .find((each) => each.length >= 6)
    ?.slice(0, 6)
    .map((item) => item.id) ?? [];
const bff = await startTestBff({ items });

async function timed(request: () => Promise<Response>): Promise<{ ms: number; bytes: number }> {
  const began = performance.now();
  const response = await request();
  const { byteLength } = await response.arrayBuffer();
  if (!response.ok) throw new Error(`${response.status}`);
  return { ms: performance.now() - began, bytes: byteLength };
}

const compared: number[] = [];
const read: number[] = [];
let sizes = { compared: 0, read: 0 };
for (let round = -WARM_UP; round < rounds; round += 1) {
  const one = await timed(() => bff.post('/v1/compare', { ids, days: 7, locale: 'en' }));
  const other = await timed(() => bff.get(`/v1/items?ids=${ids.join(',')}&locale=en`));
  if (round < 0) continue;
  compared.push(one.ms);
  read.push(other.ms);
  sizes = { compared: one.bytes, read: other.bytes };
}
await bff.close();

const line = (name: string, values: readonly number[], bytes: number): string =>
  `${name.padEnd(30)} p50 ${at(values, 0.5).toFixed(2)} ms   p99 ${at(values, 0.99).toFixed(2)} ms   ${(bytes / 1024).toFixed(0)} KiB`;
console.log(line('POST /v1/compare, six items', compared, sizes.compared));
console.log(line('GET /v1/items, the same six', read, sizes.read));
console.log(`ratio p50 ${(at(compared, 0.5) / at(read, 0.5)).toFixed(2)}   p99 ${(at(compared, 0.99) / at(read, 0.99)).toFixed(2)}`);
