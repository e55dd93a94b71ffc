import type { Locator } from '@playwright/test';
import { HOSTED } from './fixtures/servers.ts';
import { expect, test } from './fixtures/test.ts';

// Reading while an answer comes: the view follows only a reader who is at the end.

const top = (thread: Locator) => thread.evaluate((element) => Math.round(element.scrollTop));
const toEnd = (thread: Locator) =>
  thread.evaluate((element) => Math.round(element.scrollHeight - element.clientHeight - element.scrollTop));

test('a reader who scrolled up is left alone, and one press leads to the latest words', async ({ page, storefront, copilot }) => {
  await storefront.home(HOSTED.origin);
  await copilot.open();
  for (const question of ['慢慢说', '慢慢说']) {
    await copilot.ask(question);
    await copilot.answered.waitFor();
  }
  await copilot.ask('慢慢说');
  // The new question is at the end by then, and its answer comes.
  await expect.poll(async () => (await copilot.thread.textContent())?.match(/第 2 句/g)?.length).toBe(3);
  await copilot.thread.hover();
  await page.mouse.wheel(0, -5000);
  const latest = copilot.host.getByRole('button', { name: '看最新' });
  await expect(latest).toBeVisible();
  await expect.poll(() => top(copilot.thread), 'the wheel went to the top').toBe(0);
  const words = (await copilot.thread.textContent())?.length ?? 0;
  await expect.poll(async () => (await copilot.thread.textContent())?.length ?? 0).toBeGreaterThan(words + 20);
  expect(await top(copilot.thread)).toBe(0);
  await latest.click();
  await expect(latest).toBeHidden();
  await copilot.answered.waitFor();
  await expect.poll(() => toEnd(copilot.thread), 'who went to the end stays there while words come').toBeLessThanOrEqual(1);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the on-screen keyboard hides neither the answer nor the field, and the page’s own viewport is left alone', async ({
    page,
    storefront,
    copilot,
  }) => {
    await storefront.home();
    const meta = () => page.locator('meta[name="viewport"]').evaluateAll((tags) => tags.map((tag) => tag.outerHTML));
    const before = await meta();
    await copilot.open();
    await copilot.ask('租一台相机，7天');
    await copilot.answered.waitFor();
    // A keyboard of 380 px: what is visible shrinks and may be moved, the page does not change.
    await page.evaluate(() => {
      const viewport = window.visualViewport as VisualViewport;
      Object.defineProperties(viewport, { height: { value: 464, configurable: true }, offsetTop: { value: 60, configurable: true } });
      viewport.dispatchEvent(new Event('resize'));
    });
    await expect.poll(async () => await copilot.panel.boundingBox()).toMatchObject({ y: 60, height: 464 });
    const field = await copilot.field.boundingBox();
    expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(60 + 464);
    const thread = await copilot.thread.boundingBox();
    expect(thread?.height ?? 0, 'room to read').toBeGreaterThan(200);
    await expect(copilot.thread.getByText('租一台相机，7天')).toBeInViewport();
    expect(await meta()).toEqual(before);
  });
});
