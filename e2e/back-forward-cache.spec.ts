import { HOSTED } from './fixtures/servers.ts';
import { expect, test } from './fixtures/test.ts';

// The test runner switches the cache off by default.
test.use({
  launchOptions: async ({ launchOptions }, use) => use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
});

test('a page back from the cache reads its answer on, over one connection at a time', async ({ page, storefront, copilot }) => {
  test.slow();
  await storefront.home(HOSTED.origin);
  await copilot.open();
  await copilot.ask('慢慢说');
  await expect(copilot.thread).toContainText('第 3 句');
  await page.evaluate(() => {
    Object.assign(window, { kept: true });
  });
  for (let cycle = 0; cycle < 20; cycle += 1) {
    await page.goto(`${HOSTED.origin}/cart`);
    await page.goBack({ waitUntil: 'commit' });
    await expect(copilot.thread).toBeVisible();
  }
  expect(await page.evaluate(() => 'kept' in window), 'the page came from the cache').toBe(true);
  await copilot.answered.waitFor();
  const said = (await copilot.thread.textContent())?.match(/第 \d+ 句/g) ?? [];
  expect(said).toEqual(Array.from({ length: 40 }, (_, n) => `第 ${n + 1} 句`));
});
