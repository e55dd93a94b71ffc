import type { Page } from '@playwright/test';
import { HOSTED } from './fixtures/servers.ts';
import { expect, test } from './fixtures/test.ts';
import { weakNetwork } from './fixtures/weak-network.ts';
import { Copilot } from './pages/copilot.ts';

/** The forty numbered sentences of the slow answer, each once and in order. */
const WHOLE = Array.from({ length: 40 }, (_, n) => `第 ${n + 1} 句`);
const sentences = async (copilot: Copilot): Promise<string[]> => (await copilot.thread.textContent())?.match(/第 \d+ 句/g) ?? [];
const stored = (page: Page) => page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);

test('two page loads in the middle of an answer: the panel stands open again, and the stream goes on', async ({
  page,
  storefront,
  copilot,
}) => {
  await storefront.home(HOSTED.origin);
  await copilot.open();
  await copilot.ask('慢慢说');
  await expect(copilot.thread).toContainText('第 3 句');
  await page.goto(`${HOSTED.origin}/cart`);
  await expect(copilot.thread).toContainText('第 8 句');
  await page.goto(`${HOSTED.origin}/`);
  await copilot.answered.waitFor();
  expect(await sentences(copilot)).toEqual(WHOLE);
});

test('what was typed and not sent survives reloading and following a link', async ({ page, storefront, copilot }) => {
  await storefront.home();
  await copilot.open();
  await copilot.field.fill('半句话');
  await page.reload();
  await expect(copilot.field).toHaveValue('半句话');
  await storefront.cart();
  await expect(copilot.field).toHaveValue('半句话');
});

test('a network that goes away and comes back in the middle of an answer loses and doubles nothing', async ({
  storefront,
  copilot,
  provoked,
}) => {
  provoked.push(/ERR_|Failed to load resource/);
  const network = await weakNetwork(HOSTED.port);
  await storefront.home(network.origin);
  await copilot.open();
  await copilot.ask('慢慢说');
  await expect(copilot.thread).toContainText('第 3 句');
  network.cut();
  await expect(copilot.thread).toContainText('连接断了');
  network.mend();
  await copilot.answered.waitFor();
  expect(await sentences(copilot)).toEqual(WHOLE);
  await network.close();
});

test('a machine that slept in the middle of an answer wakes to a dead connection, and reads the answer on', async ({
  page,
  storefront,
  copilot,
}) => {
  const network = await weakNetwork(HOSTED.port);
  await page.clock.install();
  await storefront.home(network.origin);
  await copilot.open();
  await copilot.ask('慢慢说');
  await expect(copilot.thread).toContainText('第 3 句');
  network.silence();
  const [heard] = await Promise.all([sentences(copilot), page.clock.fastForward('02:00:00')]);
  expect(heard.length).toBeLessThan(WHOLE.length);
  await copilot.answered.waitFor();
  expect(await sentences(copilot)).toEqual(WHOLE);
  await network.close();
});

test('after a reload the cards say what the catalogue says now, and what is gone is not there', async ({ page, storefront, copilot }) => {
  await storefront.home();
  await copilot.open();
  await copilot.ask('租一台相机，7天');
  await copilot.answered.waitFor(); // a page that loads in the middle of an answer reads the stream, not what is kept
  await expect(copilot.cards).toHaveCount(3);
  const first = await copilot.titleOf(copilot.cards.first()).textContent();
  await page.route('**/v1/conversations/*?*', async (route) => {
    const response = await route.fetch();
    const conversation = await response.json();
    const answer = conversation.messages.at(-1);
    const cards = answer.parts.filter(({ type }: { type: string }) => type === 'data-itemCard');
    answer.parts = answer.parts.filter((part: unknown) => part !== cards[0]);
    for (const { price_tiers, packages } of cards[1].data.item.offers.flatMap(({ lease }: { lease?: unknown }) => lease ?? []))
      for (const { price } of [...(price_tiers ?? []), ...(packages ?? [])]) price.amount = 12_300;
    for (const { price } of cards[1].data.item.offers) price.amount = 12_300;
    await route.fulfill({ response, json: conversation });
  });
  await page.reload();
  await expect(copilot.cards).toHaveCount(2);
  await expect(copilot.cards.first()).toContainText('¥123');
  await expect(copilot.thread).not.toContainText(first ?? '');
});

test('two tabs stay in step: a question streams in both, and the other tab can stop it', async ({ context, page, storefront, copilot }) => {
  const asked: string[] = [];
  context.on('request', (request) => request.url().endsWith('/v1/chat') && asked.push(request.url()));
  await storefront.home(HOSTED.origin);
  await copilot.open();
  const other = new Copilot(await context.newPage());
  await other.page.goto(`${HOSTED.origin}/cart`);
  await other.open();
  await copilot.ask('慢慢说');
  await expect(other.thread).toContainText('第 3 句');
  await other.stop.click();
  await expect(copilot.thread).toContainText('已停止');
  await expect(other.thread).toContainText('已停止');
  // What was on its way when it was stopped may still have reached the first.
  const [heard, all] = [await sentences(other), await sentences(copilot)];
  expect(all.slice(0, heard.length)).toEqual(heard);
  expect(all.length).toBeLessThan(WHOLE.length);
  expect(asked).toHaveLength(1);

  // A third tab, opened later, is given the conversation, and what it asks is shown in the first.
  const late = new Copilot(await context.newPage());
  await late.page.goto(`${HOSTED.origin}/`);
  await late.open();
  await expect(late.thread).toContainText('慢慢说');
  await late.ask('那找一台相机');
  await expect(copilot.thread).toContainText('要不要我按预算再找找？');
  await expect(page.getByRole('log')).toContainText('那找一台相机');
  expect(asked).toHaveLength(2);
});

test('nothing is stored before the first action, nor without consent', async ({ page, hosts, copilot }) => {
  await hosts.open('plain');
  await copilot.launcher.waitFor();
  await page.evaluate(() => window.Aisle?.('consent', { storage: false }));
  expect(await stored(page)).toEqual([0, 0, '']);
  await copilot.open();
  await copilot.ask('a camera');
  await copilot.answered.waitFor();
  expect(await stored(page)).toEqual([0, 0, '']);
  await page.evaluate(() => window.Aisle?.('consent', { storage: true }));
  await expect.poll(() => stored(page)).toEqual([0, 1, '']);
  await page.evaluate(() => window.Aisle?.('consent', { storage: false }));
  await expect.poll(() => stored(page)).toEqual([0, 0, '']);
});

test('the BFF away at a page load: a sentence and a way on, and the conversation is there again after it', async ({
  page,
  storefront,
  copilot,
  provoked,
}) => {
  provoked.push(/503/);
  await storefront.home();
  await copilot.open();
  await copilot.ask('租一台相机，7天');
  await copilot.answered.waitFor();
  await page.route('**/v1/conversations/**', (route) => route.fulfill({ status: 503, body: '<html>gateway</html>' }));
  await page.reload();
  await expect(copilot.thread).toContainText('之前的对话暂时读不出来');
  await page.unroute('**/v1/conversations/**');
  await copilot.thread.getByRole('button', { name: '重试' }).click();
  await expect(copilot.cards.first()).toContainText('¥');
  await expect(copilot.thread).toContainText('租一台相机，7天');
});
