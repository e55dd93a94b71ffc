/**
 * What the widget costs the shopper's device, beside a bare page in the same run.
 *
 * Method: the built widget (`npm run build` first) on a page of another origin, in headless Chromium, against a BFF of this
 * process. (1) 5 000 tokens at 200 a second with five cards, CPU slowed 4×: tasks over 50 ms (those of the press on
 * "send", which the test driver shares, counted apart), and script and main-thread time
 * against a bare page that is given the same words at the same pace and appends them to paragraphs, once a frame; then the same conversation
 * not slowed, each task by its CPU time, which other work on the machine does not lengthen. (2) Press on the
 * launcher to a field that takes typing, cold cache and warm. (3) 200 messages of the demo shop's planner, read after a
 * page load: live heap after a collection, nodes, and the main-thread time of scrolling through all of it, with
 * `content-visibility` and without.
 *
 * Run: node bench/widget.ts [tokens]
 */
import { chromium } from 'playwright';
import { Copilot } from '../e2e/pages/copilot.ts';
import { launchOptions } from '../scripts/browser.ts';
import { demoItems } from '../src/demo/catalog/items.ts';
import { startTestBff } from '../src/testing/bff.ts';
import { CAMERAS, longAnswer, plainTokens } from './widget/conversation.ts';
import { cpuOfTasks, longTasks, metrics, servePages } from './widget/page.ts';

const tokens = Number(process.argv[2] ?? 5000);
const RATE = 200;
const SLOWER = 4;
const LONG_MS = 50;
const items = demoItems();
const env = { MAX_OUTPUT_TOKENS: '100000', TURN_TIMEOUT_MS: '600000' };
const browser = await chromium.launch(launchOptions());
const ms = (seconds: number): string => `${Math.round(seconds * 1000)} ms`;

async function streaming(): Promise<void> {
  const bff = await startTestBff({ items, model: longAnswer(tokens, RATE, () => cards), env });
  const found = (await (await bff.post('/v1/search', { query: CAMERAS, limit: 5, locale: 'en' })).json()) as { items: { id: string }[] };
  const cards = found.items.map(({ id }) => id);
  const pages = await servePages(bff.url);
  const page = await browser.newPage({ reducedMotion: 'no-preference' });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await page.goto(pages.widget);
  const copilot = new Copilot(page);
  await copilot.open();
  await page.waitForLoadState('networkidle');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const tasks = await longTasks(page);
  const before = await metrics(devtools);
  await copilot.ask('a camera');
  await copilot.stop.waitFor();
  const press = await tasks();
  await copilot.answered.waitFor({ timeout: 600_000 });
  const after = await metrics(devtools);
  const shown = await copilot.cards.count();
  const long = (await tasks()).slice(press.length);

  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.goto(pages.bare);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const bareTasks = await longTasks(page);
  const bareBefore = await metrics(devtools);
  await page.evaluate(append, { words: plainTokens(tokens), rate: RATE });
  const bareAfter = await metrics(devtools);
  const bareLong = await bareTasks();
  const [script, work] = [after.script - before.script, after.work - before.work];
  const [bareScript, bareWork] = [bareAfter.script - bareBefore.script, bareAfter.work - bareBefore.work];
  console.log(`${tokens} tokens, ${shown} cards, CPU 4×`);
  console.log(
    `  tasks over 50 ms: widget ${long.length} (longest ${longest(long)} ms), bare ${bareLong.length} (longest ${longest(bareLong)} ms)`,
  );
  console.log(`  the press on send before them: ${press.length} (longest ${longest(press)} ms)`);
  console.log(`  script: widget ${ms(script)}, bare ${ms(bareScript)}, ratio ${(script / bareScript).toFixed(2)}`);
  console.log(`  main thread: widget ${ms(work)}, bare ${ms(bareWork)}, ratio ${(work / bareWork).toFixed(2)}`);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.evaluate(() => sessionStorage.clear());
  await page.goto(pages.widget);
  await copilot.open();
  await page.waitForLoadState('networkidle');
  const cpu = await cpuOfTasks(browser, page, async () => {
    await copilot.ask('a camera');
    await copilot.answered.waitFor({ timeout: 600_000 });
  });
  const over = cpu.filter((task) => task * SLOWER > LONG_MS).length;
  const most = Math.max(0, ...cpu) * SLOWER;
  console.log(
    `  the same not slowed, by CPU time × ${SLOWER}, the press too: ${over} of ${cpu.length} tasks over 50 ms (most ${Math.round(most)} ms)`,
  );
  await page.close();
  pages.close();
  await bff.close();
}

const longest = (tasks: readonly number[]): number => Math.round(Math.max(0, ...tasks));

/** The bare page: the words appended to paragraphs once a frame, and nothing else. */
function append({ words, rate }: { words: string[]; rate: number }): Promise<void> {
  const began = performance.now();
  let at = 0;
  let text = document.body.appendChild(document.createElement('p')).appendChild(document.createTextNode(''));
  return new Promise((resolve) => {
    const frame = (): void => {
      const due = Math.min(words.length, Math.floor(((performance.now() - began) / 1000) * rate));
      for (; at < due; at += 1) {
        const word = words[at] ?? '';
        if (word.includes('\n')) text = document.body.appendChild(document.createElement('p')).appendChild(document.createTextNode(''));
        else text.appendData(word);
      }
      if (at < words.length) requestAnimationFrame(frame);
      else resolve();
    };
    frame();
  });
}

async function opening(): Promise<void> {
  const bff = await startTestBff({ items });
  const pages = await servePages(bff.url);
  const times: Record<'cold' | 'warm', number[]> = { cold: [], warm: [] };
  for (let round = 0; round < 5; round += 1) {
    const context = await browser.newContext();
    for (const cache of ['cold', 'warm'] as const) {
      const page = await context.newPage();
      await page.goto(pages.widget);
      const copilot = new Copilot(page);
      await copilot.launcher.waitFor();
      times[cache].push(await page.evaluate(usable));
      await page.close();
    }
    await context.close();
  }
  const median = (values: number[]): string => `${Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0)} ms`;
  console.log(`press to usable field, p50 of 5: cold ${median(times.cold)}, warm ${median(times.warm)}`);
  pages.close();
  await bff.close();
}

/** Presses the launcher. @returns ms until the field is there and has been painted */
function usable(): Promise<number> {
  const root = document.querySelector('aisle-copilot')?.shadowRoot;
  const began = performance.now();
  root?.querySelector<HTMLButtonElement>('.launcher')?.click();
  return new Promise((resolve) => {
    const look = (): void => {
      if (root?.querySelector('textarea')) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
      else requestAnimationFrame(look);
    };
    look();
  });
}

const QUESTIONS = ['rent a camera for 7 days', 'a tent for two', 'projector under 2000', 'how does the deposit work?', 'a stroller'];

async function long(): Promise<void> {
  const bff = await startTestBff({ items });
  const pages = await servePages(bff.url);
  let conversation: string | undefined;
  for (let turn = 0; turn < 100; turn += 1) {
    const answer = await bff.ask(QUESTIONS[turn % QUESTIONS.length] ?? '', conversation ? { conversation_id: conversation } : {});
    conversation ??= answer.headers.get('aisle-conversation') ?? undefined;
  }
  console.log('200 messages, read after a page load');
  for (const [name, skipped] of [
    ['none', true],
    ['with content-visibility', true],
    ['without', false],
  ] as const) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable');
    if (name !== 'none') {
      const kept = JSON.stringify({ v: 1, open: true, draft: '', conversationId: conversation });
      await page.addInitScript((record) => sessionStorage.setItem('aisle:pk_demo', record), kept);
    }
    await page.goto(pages.widget);
    const copilot = new Copilot(page);
    if (name === 'none') await copilot.open();
    else await copilot.cards.first().waitFor({ state: 'attached' });
    if (!skipped) await page.evaluate(plain);
    await page.waitForLoadState('networkidle');
    await devtools.send('HeapProfiler.collectGarbage');
    const { heap, nodes } = await metrics(devtools);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const before = await metrics(devtools);
    const frames = await page.evaluate(scrollThrough);
    const work = (await metrics(devtools)).work - before.work;
    console.log(
      `  ${name}: heap ${(heap / 1e6).toFixed(1)} MB, ${nodes} nodes, scrolling ${frames.length} frames at 4×: main thread ${ms(work)}, p95 frame ${Math.round(frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? 0)} ms`,
    );
    await context.close();
  }
  pages.close();
  await bff.close();
}

function plain(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.aisle-turn { content-visibility: visible !important }');
  const root = document.querySelector('aisle-copilot')?.shadowRoot;
  if (root) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** From the end to the beginning in 60 steps, one a frame. @returns ms of each frame */
function scrollThrough(): Promise<number[]> {
  const log = document.querySelector('aisle-copilot')?.shadowRoot?.querySelector('[role="log"]');
  const times: number[] = [];
  let last = performance.now();
  return new Promise((resolve) => {
    const step = (n: number): void => {
      if (!log || n > 60) {
        resolve(times);
        return;
      }
      log.scrollTop = (log.scrollHeight - log.clientHeight) * (1 - n / 60);
      requestAnimationFrame((now) => {
        times.push(now - last);
        last = now;
        step(n + 1);
      });
    };
    step(0);
  });
}

try {
  await streaming();
  await opening();
  await long();
} finally {
  await browser.close();
}
