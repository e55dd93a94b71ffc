import type { CatalogEngine } from '../../src/bff/catalog/engine.ts';
import type { Item } from '../../src/protocol/item.ts';
import { drawn, KINDS } from './kinds.ts';
import { random } from './random.ts';

const WARM_UP = 100;

export const quantile = (numbers: readonly number[], share: number): string =>
  (numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * share)] ?? 0).toFixed(2);

interface Timed {
  readonly kind: string;
  readonly ms: number;
  readonly cpu_ms: number;
  readonly asked: string;
}

/** Twenty items of each type. */
async function sampled(engine: CatalogEngine): Promise<Item[]> {
  const { product_types } = await engine.vocabulary();
  const items: Item[] = [];
  for (const type of product_types.filter(({ value }) => value.includes(' > ')))
    items.push(...(await engine.search({ product_types: [type.value], limit: 20 }, { locale: 'en' })).items);
  return items;
}

/** Asks every engine the same searches in turn. @returns how long each kind took, as lines to print. */
export async function measure(engines: readonly CatalogEngine[], searches: number): Promise<string[]> {
  const [first] = engines;
  if (!first) return [];
  const lines: string[] = [];
  const next = random(7);
  const samples = await sampled(first);
  const timed = engines.map((): Timed[] => []);
  for (let search = 0; search < searches + WARM_UP; search++) {
    const [kind, make] = drawn(next() * 100);
    const wanted = make(samples[Math.floor(next() * samples.length)] as Item, next);
    for (const [index, engine] of engines.entries()) {
      const cpu = process.cpuUsage();
      const start = performance.now();
      await engine.search(wanted, { locale: 'en' });
      const ms = performance.now() - start;
      const { user, system } = process.cpuUsage(cpu);
      if (search >= WARM_UP) timed[index]?.push({ kind, ms, cpu_ms: (user + system) / 1000, asked: JSON.stringify(wanted) });
    }
  }
  for (const [index, engine] of engines.entries()) {
    lines.push(engine.name);
    const own = timed[index] ?? [];
    for (const kind of [...KINDS.map(([name]) => name), 'ALL']) {
      const list = own.filter((each) => kind === 'ALL' || each.kind === kind);
      const ms = list.map((each) => each.ms);
      const cpu = list.map((each) => each.cpu_ms);
      lines.push(
        `${kind.padEnd(24)} ${String(list.length).padStart(5)}  p50 ${quantile(ms, 0.5)}  p95 ${quantile(ms, 0.95)}  p99 ${quantile(ms, 0.99)} ms` +
          `  CPU p50 ${quantile(cpu, 0.5)}  p99 ${quantile(cpu, 0.99)} ms`,
      );
    }
    for (const { cpu_ms, asked } of own.toSorted((a, b) => b.cpu_ms - a.cpu_ms).slice(0, 5))
      lines.push(`most CPU: ${cpu_ms.toFixed(1)} ms ${asked}`);
  }
  return lines;
}
