/**
 * What the pasted tag costs a shop's page before the shopper's first sign of interest, beside the same page without it.
 *
 * Method: the home page of the demo shop, served with the built `aisle.js`, compressed as the BFF does it, or
 * without the tag; the shop's own calls are left out of both. Headless Chromium, empty cache, CPU slowed 4×; both kinds in turn, so that what the
 * machine does beside falls on both; medians. Counted until two idle callbacks after `load` and a second of rest: requests and
 * bytes over the network, script and main-thread time, tasks over 50 ms, and layout shift.
 *
 * Run: npm run build && node bench/host-page.ts [rounds]
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright';
import { launchOptions } from '../scripts/browser.ts';
import { createDemoShop } from '../src/demo/shop.ts';
import { metrics } from './widget/page.ts';

const rounds = Number(process.argv[2] ?? 15);
/** The tag, and the shop's script that talks to it. */
const TAG = /<script[^>]*src="\/aisle\.js"[^>]*><\/script>/;
const CALLS = /<script[^>]*src="\/copilot\.js"[^>]*><\/script>/;

/** One page view. Times in seconds. */
interface View {
  readonly requests: number;
  readonly bytes: number;
  readonly script: number;
  readonly work: number;
  readonly longTasks: number;
  readonly shift: number;
}

async function view(browser: Browser, url: string): Promise<View> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Performance.enable');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let [requests, bytes] = [0, 0];
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    requests += 1;
    bytes += encodedDataLength;
  });
  await page.addInitScript(() => {
    const seen = { longTasks: 0, shift: 0 };
    new PerformanceObserver((list) => {
      seen.longTasks += list.getEntries().length;
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    Object.assign(window, { seen });
  });
  await page.goto(url, { waitUntil: 'load' });
  const idle = (): Promise<void> =>
    page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(() => resolve(), { timeout: 500 }))));
  await idle();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const seen = await page.evaluate(() => (window as unknown as { seen: { longTasks: number; shift: number } }).seen);
  const { script, work } = await metrics(devtools);
  await page.close();
  return { requests, bytes, script, work, ...seen };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const loader = gzipSync(await readFile('dist/public/aisle.js'));
const shop = createDemoShop();
const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://shop');
  if (pathname === '/aisle.js') {
    response.writeHead(200, { 'content-type': 'text/javascript', 'content-encoding': 'gzip' }).end(loader);
    return;
  }
  const answer = await shop.fetch(new Request(`http://shop${pathname === '/without' ? '/' : pathname}`));
  if (!answer) {
    response.writeHead(404).end();
    return;
  }
  const type = answer.headers.get('content-type') ?? 'text/plain';
  response.writeHead(answer.status, { 'content-type': type });
  if (!type.startsWith('text/html')) response.end(Buffer.from(await answer.arrayBuffer()));
  else response.end((await answer.text()).replace(CALLS, '').replace(pathname === '/without' ? TAG : /$^/, ''));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const browser = await chromium.launch(launchOptions());
const views: Record<'with' | 'without', View[]> = { with: [], without: [] };
for (let round = -1; round < rounds; round += 1) {
  for (const kind of ['with', 'without'] as const) {
    const one = await view(browser, kind === 'with' ? `${origin}/` : `${origin}/without`);
    if (round >= 0) views[kind].push(one); // the first warms the servers
  }
}
await browser.close();
server.close();

console.log(`home page of the demo shop, ${rounds} views of each kind, CPU 4×; medians`);
for (const name of ['requests', 'bytes', 'script', 'work', 'longTasks', 'shift'] as const) {
  const [a, b] = [median(views.with.map((one) => one[name])), median(views.without.map((one) => one[name]))];
  const unit = name === 'script' || name === 'work' ? 1000 : 1;
  const shown = (value: number): string => (value * unit).toFixed(name === 'shift' ? 4 : unit === 1 ? 0 : 1);
  console.log(`  ${name}: with ${shown(a)}, without ${shown(b)}${b > 0 ? `, ratio ${(a / b).toFixed(3)}` : ''}`);
}
