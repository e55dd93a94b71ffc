import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { Cart, fillCart } from './pages/cart.ts';

// Two to six lines of the cart side by side, in place, with mouse, keyboard and finger; no model is there.

const IDS = ['cam-aurel-x1', 'cam-aurel-x3', 'cam-veyra-f26', 'cam-aurel-c2', 'cam-aurel-x5', 'cam-aurel-x9', 'cam-veyra-f40'];

const violations = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).include('aisle-compare').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
};

for (const [language, verdict, term] of [
  ['zh-CN', '简单说', '15 天'],
  ['en', 'In short', '15 days'],
] as const)
  test(`with the mouse, in ${language}: table, verdict, another term, a row opened, what was noted`, async ({ page, context }) => {
    await fillCart(context, IDS.slice(0, 3));
    const cart = new Cart(page);
    await cart.open(language);
    for (const id of IDS.slice(0, 3)) await cart.tick(id).click();
    await cart.compare.click();
    await expect(cart.table.getByRole('columnheader')).toHaveCount(4);
    await expect(cart.compare).toHaveCount(0);
    // The head shows what the week costs; another term changes every column.
    const before = (await cart.row('total').textContent()) ?? '';
    await page.locator('aisle-compare').getByRole('button', { name: term, exact: true }).click();
    await expect(cart.table.getByRole('columnheader').first()).toContainText(term);
    await expect(cart.row('total')).not.toHaveText(before);
    await expect(page.locator('aisle-compare').getByRole('heading', { name: verdict })).toBeVisible();
    // A claim leads to its row.
    const claim = page.locator('aisle-compare').getByRole('listitem').first().getByRole('button').first();
    await claim.click();
    await expect(page.locator('aisle-compare [data-lit]')).toBeInViewport();
    // What was opened is what mattered, and the shopper can read that it was noted.
    await cart.row('attributes.weight').getByRole('button').click();
    await expect(
      page
        .locator('aisle-compare')
        .getByText(/^(重量|Weight)$/)
        .last(),
    ).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

test('what was compared and opened is noted, shown, and orders the next search', async ({ page, context, copilot }) => {
  await fillCart(context, IDS.slice(0, 3));
  const cart = new Cart(page);
  await cart.open('en');
  for (const id of IDS.slice(0, 3)) await cart.tick(id).click();
  await cart.compare.click();
  const noted = page.locator('aisle-compare').getByText('What I noted');
  await expect(noted).toBeVisible();
  await cart.row('attributes.weight').getByRole('button').click();
  await expect(page.locator('aisle-compare').getByRole('button', { name: /^Forget: Looks at .*Weight/ })).toBeVisible();
  await copilot.open();
  // The comparison stands in the chat as well, with its question.
  await expect(copilot.thread.getByRole('table')).toBeVisible();
  await copilot.ask('show me cameras to rent for 7 days');
  await expect(copilot.answered).toBeVisible();
  await expect(copilot.thread).toContainText(/weight/i);
});

test('with the keyboard alone: tick, compare, move through the columns, open a row', async ({ page, context }) => {
  await page.setViewportSize({ width: 560, height: 900 });
  await fillCart(context, IDS.slice(0, 4));
  const cart = new Cart(page);
  await cart.open('en');
  for (const id of IDS.slice(0, 4)) {
    await cart.tick(id).focus();
    await page.keyboard.press('Space');
    await expect(cart.tick(id)).toHaveAttribute('aria-pressed', 'true');
  }
  await cart.compare.focus();
  await page.keyboard.press('Enter');
  await expect(cart.place).toHaveText(/^1–\d of 4$/);
  const shown = Number((await cart.place.textContent())?.[2]);
  await cart.region.focus();
  await page.keyboard.press('ArrowRight');
  await expect(cart.place).toHaveText(`2–${shown + 1} of 4`);
  await page.keyboard.press('Home');
  await expect(cart.place).toHaveText(`1–${shown} of 4`);
  await page.keyboard.press('Tab');
  const label = cart.row('price').getByRole('button');
  await label.focus();
  await page.keyboard.press('Enter');
  await expect(label).toHaveAttribute('aria-expanded', 'true');
  await expect(cart.table).toContainText('the offers of this item');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('two columns at a time; a swipe goes on by whole columns, the head stays, everything can be hit', async ({ page, context }) => {
    await fillCart(context, IDS.slice(0, 4));
    const cart = new Cart(page);
    await cart.open('zh-CN');
    for (const id of IDS.slice(0, 4)) await cart.tick(id).tap();
    await cart.compare.tap();
    await expect(cart.place).toHaveText('第 1–2 件，共 4 件');
    await cart.row('price').evaluate((row) => row.scrollIntoView({ block: 'center' }));
    await swipe(page, cart.row('price').getByRole('cell').nth(1), -100);
    await expect(cart.place).toHaveText('第 2–3 件，共 4 件');
    const gap = () =>
      cart.table.getByRole('columnheader').evaluateAll(([labels, , second]) => {
        const [end, start] = [labels?.getBoundingClientRect().right ?? 0, second?.getBoundingClientRect().left ?? 0];
        return Math.round(Math.abs(end - start));
      });
    await expect.poll(gap, 'a column begins where the labels end').toBeLessThan(2);
    const small = await page.locator('aisle-compare button:not([aria-label^="忘掉"])').evaluateAll((buttons) =>
      buttons.flatMap((button) => {
        const { width, height } = button.getBoundingClientRect();
        return width >= 44 && height >= 44 ? [] : [`${button.textContent}: ${width} × ${height}`];
      }),
    );
    expect(small).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'the page moves sideways').toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
  });
});

/** A finger that moves sideways over an element, as the browser's own touch events. */
async function swipe(page: Page, on: Locator, by: number): Promise<void> {
  const box = await on.boundingBox();
  if (!box) throw new Error('nothing to swipe on');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x: at, y }] });
  await touch('touchStart', x);
  for (let step = 1; step <= 10; step += 1) await touch('touchMove', x + (by * step) / 10);
  await touch('touchEnd');
  await client.detach();
}

test('an item is taken out of the table and of the tray; a seventh is refused with a sentence', async ({ page, context }) => {
  await fillCart(context, IDS);
  const cart = new Cart(page);
  await cart.open('en');
  for (const id of IDS) await cart.tick(id).click();
  await expect(page.locator('aisle-copilot')).toContainText('Six is the most that fits side by side.');
  await cart.tick(IDS[5] ?? '').click();
  await cart.compare.click();
  await expect(cart.table.getByRole('columnheader')).toHaveCount(6);
  await cart.table
    .getByRole('button', { name: /^Take out/ })
    .first()
    .click();
  await expect(cart.table.getByRole('columnheader')).toHaveCount(5);
  await expect(cart.tick(IDS[0] ?? '')).toHaveAttribute('aria-pressed', 'false');
});

test('ticks of a listing are still there in the cart', async ({ page, context }) => {
  await fillCart(context, IDS.slice(0, 2));
  await page.goto('/?q=X1&lang=en');
  await page.locator(`[data-aisle-compare^="cam-aurel-x1"] aisle-toggle`).first().getByRole('button').click();
  const cart = new Cart(page);
  await cart.open('en');
  await expect(page.locator('aisle-copilot')).toContainText('1 item to compare');
});

test('pressed before its place on the page is loaded, the comparison waits for it and comes there', async ({ page, context }) => {
  await fillCart(context, IDS.slice(0, 2));
  const gate = Promise.withResolvers<void>();
  await page.route(/tray-comparison/, async (route) => {
    await gate.promise;
    await route.continue();
  });
  const cart = new Cart(page);
  await cart.open('en');
  for (const id of IDS.slice(0, 2)) await cart.tick(id).click();
  await cart.compare.click();
  gate.resolve();
  await expect(cart.table.getByRole('columnheader')).toHaveCount(3);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('where its place on the page cannot be loaded, the comparison comes in the chat', async ({ page, context, copilot, provoked }) => {
  provoked.push(/tray-comparison/);
  await fillCart(context, IDS.slice(0, 2));
  const gate = Promise.withResolvers<void>();
  await page.route(/tray-comparison/, async (route) => {
    await gate.promise;
    await route.abort();
  });
  const cart = new Cart(page);
  await cart.open('en');
  for (const id of IDS.slice(0, 2)) await cart.tick(id).click();
  await cart.compare.click();
  gate.resolve();
  await expect(copilot.thread.getByRole('table')).toBeVisible();
});

test('on paper every column stands, and nothing that could be pressed', async ({ page, context }) => {
  await fillCart(context, IDS.slice(0, 3));
  const cart = new Cart(page);
  await cart.open('en');
  for (const id of IDS.slice(0, 3)) await cart.tick(id).click();
  await cart.compare.click();
  await cart.table.waitFor();
  await page.emulateMedia({ media: 'print' });
  const [clipped, shown] = await cart.region.evaluate((region) => [
    region.scrollWidth - region.clientWidth,
    getComputedStyle(region).maxHeight,
  ]);
  expect(clipped).toBeLessThanOrEqual(1);
  expect(shown).toBe('none');
  await expect(page.locator('aisle-compare').getByRole('button', { name: 'Copy' })).toBeHidden();
});
