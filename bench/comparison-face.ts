/**
 * From the press on "Compare" in the cart to the table on the screen, and what the table weighs.
 *
 * Method: the built demo shop in a process of its own; Chromium on the cart page with six rented items ticked. Each round is a new
 * browser context, so that every file is fetched anew (over loopback). The clock runs in the page: from the click event to the first
 * frame in which the table stands with all its columns. "Again" is the same press on the same page after the items were changed, with
 * all files there. Weights are of the files in `dist` at gzip's level 9.
 *
 * Run: npm run build && node bench/comparison-face.ts [rounds]
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright';
import { answering } from '../scripts/answering.ts';
import { launchOptions } from '../scripts/browser.ts';
import { BFF, startFlags } from '../scripts/start-command.ts';

const rounds = Number(process.argv[2] ?? 20);
const PORT = '18797';
const ORIGIN = `http://127.0.0.1:${PORT}`;
const IDS = ['cam-aurel-x1', 'cam-aurel-x3', 'cam-veyra-f26', 'cam-aurel-c2', 'cam-aurel-x5', 'cam-aurel-x9'];

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
const at = (values: readonly number[], share: number): number =>
  Math.round(sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN);

const server = spawn(process.execPath, [...startFlags(), BFF], {
  env: { ...process.env, PORT, LOG_LEVEL: 'warn', RATE_LIMIT: 'off' },
  stdio: 'inherit',
});
const browser = await chromium.launch(launchOptions());

/** Presses "Compare" in the tray. @returns ms until the table stands with `columns` items. */
const press = (page: Page, columns: number): Promise<number> =>
  page.evaluate(async (expected) => {
    const heads = () => document.querySelector('aisle-compare')?.shadowRoot?.querySelectorAll('thead th').length ?? 0;
    const button = [...(document.querySelector('aisle-copilot')?.shadowRoot?.querySelectorAll('button') ?? [])].find(
      (each) => each.textContent === 'Compare',
    );
    const began = performance.now();
    button?.click();
    while (heads() !== expected + 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - began;
  }, columns);

try {
  await answering(`${ORIGIN}/readyz`);
  const { items } = (await (await fetch(`${ORIGIN}/v1/items?ids=${IDS.join()}`)).json()) as {
    items: { id: string; offers: { id: string; lease?: unknown }[] }[];
  };
  const lines = items.map((item) => [item.id, item.offers.find((offer) => offer.lease)?.id, 1, 7]);
  const [first, again]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
    await context.addCookies([{ name: 'cart', value: encodeURIComponent(JSON.stringify(lines)), url: ORIGIN }]);
    const page = await context.newPage();
    await page.goto(`${ORIGIN}/cart?lang=en`);
    for (const id of IDS) await page.locator(`[data-aisle-compare="${id}"] aisle-toggle`).getByRole('button').click();
    first.push(await press(page, IDS.length));
    await page.locator(`[data-aisle-compare="${IDS[0]}"] aisle-toggle`).getByRole('button').click();
    again.push(await press(page, IDS.length - 1));
    await context.close();
  }
  console.log(`press to table, six items, every file fetched: p50 ${at(first, 0.5)} ms, p99 ${at(first, 0.99)} ms (${rounds} rounds)`);
  console.log(`the same again with five: p50 ${at(again, 0.5)} ms, p99 ${at(again, 0.99)} ms`);
  const root = 'dist/public/w';
  const folder = join(root, readdirSync(root)[0] ?? '');
  for (const file of ['comparison', 'query-client', 'page-elements', 'page-comparison', 'tray-comparison', 'compare-tray'])
    console.log(`${file}.js: ${(gzipSync(readFileSync(join(folder, `${file}.js`)), { level: 9 }).length / 1000).toFixed(1)} kB gzip`);
} finally {
  await browser.close();
  server.kill();
}
