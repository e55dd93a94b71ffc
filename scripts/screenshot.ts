// `npm run screenshot`: the picture of the README. The demo shop's home page with an answer on the screen.
import { spawn } from 'node:child_process';
import { chromium } from 'playwright';
import { Copilot } from '../e2e/pages/copilot.ts';
import { launchOptions } from './browser.ts';

const ORIGIN = 'http://127.0.0.1:18795';
const QUESTION = '去西藏拍星空，想租一台轻便的相机，10天';

const server = spawn(process.execPath, ['src/bff/main.ts'], {
  env: { ...process.env, PORT: '18795', LOG_LEVEL: 'warn' },
  stdio: 'inherit',
});
const browser = await chromium.launch(launchOptions());
try {
  await answering(`${ORIGIN}/readyz`);
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  await page.goto(ORIGIN);
  const copilot = new Copilot(page);
  await copilot.open();
  await copilot.ask(QUESTION);
  await copilot.answered.waitFor();
  await page.waitForLoadState('networkidle'); // pictures
  await page.screenshot({ path: 'docs/screenshot.png' });
  console.log('docs/screenshot.png');
} finally {
  await browser.close();
  server.kill();
}

/** Resolves when the address answers. @throws Error after 30 seconds without. */
async function answering(url: string): Promise<void> {
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer`);
}
