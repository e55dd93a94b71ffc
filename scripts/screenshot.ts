// `npm run screenshot`: the picture of the README. The demo shop's home page with an answer on the screen.
import { spawn } from 'node:child_process';
import { chromium } from 'playwright';
import { Copilot } from '../e2e/pages/copilot.ts';
import { answering } from './answering.ts';
import { launchOptions } from './browser.ts';
import { BFF, startFlags } from './start-command.ts';

const ORIGIN = 'http://127.0.0.1:18795';
const QUESTION = '去西藏拍星空，想租一台轻便的相机，10天';

const server = spawn(process.execPath, [...startFlags(), BFF], {
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
  await comparison();
} finally {
  await browser.close();
  server.kill();
}

/** Three rented cameras of the cart side by side. */
async function comparison(): Promise<void> {
  const ids = ['cam-aurel-x1', 'cam-aurel-x3', 'cam-veyra-f26'];
  const { items } = (await (await fetch(`${ORIGIN}/v1/items?ids=${ids.join()}`)).json()) as {
    items: { id: string; offers: { id: string; lease?: unknown }[] }[];
  };
  const cart = items.map((item) => [item.id, item.offers.find((offer) => offer.lease)?.id, 1, 7]);
  const context = await browser.newContext({ viewport: { width: 1040, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' });
  await context.addCookies([{ name: 'cart', value: encodeURIComponent(JSON.stringify(cart)), url: ORIGIN }]);
  const page = await context.newPage();
  await page.goto(`${ORIGIN}/cart`);
  for (const id of ids) await page.locator(`[data-aisle-compare="${id}"] aisle-toggle`).getByRole('button').click();
  await page.locator('aisle-copilot').getByRole('button', { name: '开始对比' }).click();
  const table = page.locator('aisle-compare');
  await table.getByRole('heading', { name: '简单说' }).waitFor();
  await page.waitForLoadState('networkidle');
  await table.getByRole('figure').screenshot({ path: 'docs/images/cart-comparison.png' });
  console.log('docs/images/cart-comparison.png');
}
