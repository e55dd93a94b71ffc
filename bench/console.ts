/**
 * How long an operator waits for the console over a large archive, as seen in the browser.
 *
 * Method: an archive of --runs generated finished runs (`archive/generate.ts`), or the one at --archive; a BFF of this process over it;
 * the built console (`npm run build` first) in headless Chromium on the same machine. Each reading is made --readings times, from the
 * action (page load, Enter, click) to the moment its rows stand in the document; median and slowest are printed. The list is read
 * while the insights beside it are still being reckoned. Then the list is lengthened thirty times, and what is measured is frames: from a
 * letter typed into the search field, or a run picked, to the next frame; and from frame to frame while the list is scrolled, 400 px each.
 *
 * Run: node bench/console.ts [--runs 100000] [--archive sqlite:path] [--readings 7]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { launchOptions } from '../scripts/browser.ts';
import { openArchive } from '../src/bff/archive/open.ts';
import { demoItems } from '../src/demo/catalog/items.ts';
import { startTestBff } from '../src/testing/bff.ts';
import { generateRuns } from './archive/generate.ts';
import { quantile } from './search/measure.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '100000' }, archive: { type: 'string' }, readings: { type: 'string', default: '7' } },
});
const TOKEN = 'operators-of-the-bench';
const readings = Number(values.readings);
const folder = mkdtempSync(join(tmpdir(), 'aisle-bench-console-'));
const archive = await openArchive(values.archive ?? `sqlite:${join(folder, 'runs.db')}`);
if (!values.archive) {
  const batch = [];
  for (const run of generateRuns(Number(values.runs))) if (batch.push(run) === 16) await archive.add(batch.splice(0));
  await archive.add(batch);
}
const bff = await startTestBff({
  items: demoItems(),
  env: { CONSOLE_TOKEN: TOKEN, ARCHIVE_DAYS: '0' },
  parts: { archive, assets: 'dist/public' },
});
const browser = await chromium.launch(launchOptions());
const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en', reducedMotion: 'reduce' });
await context.addInitScript((token) => sessionStorage.setItem('aisle-console-token', token), TOKEN);
const page = await context.newPage();
const rows = page.getByRole('table').getByRole('row');

/** Times something, and prints it. */
async function reading(name: string, once: (nth: number) => Promise<void>): Promise<void> {
  const times: number[] = [];
  for (let nth = 0; nth < readings; nth += 1) {
    const began = performance.now();
    await once(nth);
    times.push(performance.now() - began);
  }
  console.log(`${name}: median ${quantile(times, 0.5)} ms, slowest ${quantile(times, 1)} ms`);
}

/** The list answers to what its address says. */
const answered = (text: string) =>
  page.waitForFunction(
    (word) =>
      new URL(location.href).searchParams.get('text') === word &&
      document.querySelector('[aria-busy="true"]') === null &&
      document.querySelector('tbody tr') !== null,
    text,
  );

/** Milliseconds from the next key to the end of the frame that shows what it did. Runs in the page. */
const nextEvent = () =>
  new Promise<number>((done) => {
    addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - timeStamp))), {
      once: true,
      capture: true,
    });
  });

/** Milliseconds from frame to frame of a list that moves. Runs in the page. */
const scrolled = async () => {
  const frames: number[] = [];
  let last = await new Promise<number>(requestAnimationFrame);
  for (let frame = 0; frame < 150; frame += 1) {
    scrollBy(0, 400);
    const now = await new Promise<number>(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  return frames;
};

try {
  console.log(`${values.archive ?? `${values.runs} runs`}; load ${loadavg()[0]?.toFixed(1)}`);
  await reading('page load to the first rows', async () => {
    await page.goto(`${bff.url}/console`);
    await rows.nth(1).waitFor();
  });
  const words = ['camera', '帐篷', 'tent', 'light guitar', '投影仪'];
  await reading('words and Enter to their runs', async (nth) => {
    const text = words[nth % words.length] ?? '';
    await page.getByRole('searchbox').fill(text);
    await page.keyboard.press('Enter');
    await answered(text);
  });
  await reading('the next page', async () => {
    const before = await rows.count();
    await page.getByRole('button', { name: 'Show more' }).click();
    await rows.nth(before).waitFor();
  });
  await page.goto(`${bff.url}/console`);
  for (let pressed = 0; pressed < 30; pressed += 1) {
    const before = await rows.count();
    await page.getByRole('button', { name: 'Show more' }).click();
    await rows.nth(before).waitFor({ state: 'attached' });
  }
  const length = (await rows.count()) - 1;
  const search = page.getByRole('searchbox');
  for (const [name, act] of [
    ['a letter typed', () => search.press('a')],
    ['a run picked', () => rows.nth(2).getByRole('link').press('x')],
  ] as const) {
    const times: number[] = [];
    for (let nth = 0; nth < readings; nth += 1) {
      const frame = page.evaluate(nextEvent);
      await act();
      times.push(await frame);
    }
    // Left with words in it, the field would ask for another list.
    await search.fill('');
    console.log(`${length} rows, ${name} to its frame: median ${quantile(times, 0.5)} ms, slowest ${quantile(times, 1)} ms`);
  }
  const frames = await page.evaluate(scrolled);
  console.log(`${length} rows, frame to frame while scrolling: median ${quantile(frames, 0.5)} ms, 99 % ${quantile(frames, 0.99)} ms`);
  await reading('the list and one run of it opened', async (nth) => {
    await page.goto(`${bff.url}/console`);
    await rows.nth(nth + 1).waitFor();
    await rows
      .nth(nth + 1)
      .getByRole('link')
      .click();
    await page.getByRole('heading', { name: 'Where the time went' }).waitFor();
  });
  await reading('insights of everything', async () => {
    await page.goto(`${bff.url}/console/insights`);
    await page.getByRole('heading', { name: 'Asked for and not sold' }).waitFor();
  });
} finally {
  await browser.close();
  await bff.close();
  await archive.close();
  rmSync(folder, { recursive: true, force: true });
}
