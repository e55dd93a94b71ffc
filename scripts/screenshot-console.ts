// Part of `npm run screenshot`: the console's pictures. Shoppers ask the demo shop, once answered by the planner and once by a scripted
// model that promises too much; then an operator looks.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { callTools, paced, say } from '../src/testing/scripted-model/script.ts';
import { startScriptedModel } from '../src/testing/scripted-model/server.ts';
import { answering } from './answering.ts';
import { launchOptions } from './browser.ts';
import { BFF, startFlags } from './start-command.ts';

const TOKEN = 'operators-of-the-picture';
const PLANNER = 'http://127.0.0.1:18796';
const HOSTED = 'http://127.0.0.1:18797';
const folder = mkdtempSync(join(tmpdir(), 'aisle-pictures-'));

const ANSWER = [
  'Two light ones for night skies. The lightest rents for only ¥12 a day: ',
  '<itemCard id="cam-featherweight-9000" reason="only 190 g"/>',
  '\n\nThis one is a safe choice: ',
  '<itemCard id="cam-noxvane-n4" reason="light, and good at night"/>',
  '\n\nWe guarantee a full refund.',
];
const model = await startScriptedModel(
  ({ messages }) =>
    messages.some(({ role }) => role === 'tool')
      ? paced(say(ANSWER), 120, 60)
      : paced(callTools([{ name: 'search_db', arguments: { query: 'light camera', use_cases: ['stargazing'], limit: 3 } }]), 180, 10),
  { port: 18798 },
);
const shop = (port: string, more: Record<string, string>) =>
  spawn(process.execPath, [...startFlags(), BFF], {
    env: {
      ...process.env,
      PORT: port,
      LOG_LEVEL: 'warn',
      RATE_LIMIT: 'off',
      CONSOLE_TOKEN: TOKEN,
      ARCHIVE_URL: `sqlite:${join(folder, 'runs.db')}`,
      ...more,
    },
    stdio: 'inherit',
  });
const hosted = { MODEL_BASE_URL: 'http://127.0.0.1:18798/v1', MODEL_NAME: 'scripted', MODEL_FALLBACKS: '[]', SPECULATE: 'off' };
const servers = [shop('18796', {}), shop('18797', hosted)];
const browser = await chromium.launch(launchOptions());
try {
  await Promise.all([answering(`${PLANNER}/readyz`), answering(`${HOSTED}/readyz`)]);
  for (const text of ['a tent for two', 'do you have a kayak?', 'compare Aurel X3 and Halcyn Fell', 'what does deposit-free mean?'])
    await ask(PLANNER, text, 'en');
  await ask(PLANNER, '去西藏拍星空，想租一台轻便的相机，10天', 'zh-CN');
  const run = await ask(HOSTED, 'a light camera for stars in Tibet, 10 days', 'en');

  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en', reducedMotion: 'reduce' });
  await context.addInitScript((token) => sessionStorage.setItem('aisle-console-token', token), TOKEN);
  const page = await context.newPage();
  // Archived a moment after it ended; its scores come with that.
  await page.goto(`${PLANNER}/console/runs/${run}`);
  await page.getByText(/^fails at step/).waitFor();
  await page.setViewportSize({ width: 1280, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  await page.screenshot({ path: 'docs/images/console-run.png' });
  console.log('docs/images/console-run.png');
  await page.setViewportSize({ width: 1280, height: 640 });
  await page.goto(`${PLANNER}/console`);
  await page.getByRole('table').waitFor();
  await page.screenshot({ path: 'docs/images/console-runs.png' });
  console.log('docs/images/console-runs.png');
} finally {
  await browser.close();
  for (const server of servers) server.kill();
  await model.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Asks as a shopper does. @returns the run's id once the answer is whole. */
async function ask(origin: string, text: string, locale: string): Promise<string> {
  const response = await fetch(`${origin}/v1/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message: { id: crypto.randomUUID(), text }, locale }),
  });
  return /"run_id":"([^"]+)"/.exec(await response.text())?.[1] ?? '';
}
