import type { Page } from '@playwright/test';
import { HOSTED } from './fixtures/servers.ts';
import { expect, test } from './fixtures/test.ts';
import { Cart, fillCart } from './pages/cart.ts';

// A comparison in the cart of a shop with a hosted model: the table first, then its verdict while the model writes it.

const IDS = ['cam-aurel-x1', 'cam-veyra-f26'];

/** Every state in which the verdict was drawn under a table, in order, from now on. @returns how to read them. */
async function watchVerdict(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const states: string[] = [];
    const look = (): void => {
      const root = document.querySelector('aisle-compare')?.shadowRoot;
      const text = root?.querySelector('table') ? root.querySelector('.cmp-verdict')?.textContent : undefined;
      if (text && states.at(-1) !== text) states.push(text);
      requestAnimationFrame(look);
    };
    look();
    Object.assign(window, { verdictStates: states });
  });
  return () => page.evaluate(() => (window as unknown as { verdictStates: string[] }).verdictStates);
}

for (const { language, heading, weighing, basis, first, second } of [
  {
    language: 'en',
    heading: 'For you',
    weighing: 'Weighing them in both orders…',
    basis: 'both came to the same item',
    first: 'is the lightest to carry',
    second: 'asks for the lowest deposit',
  },
  {
    language: 'zh-CN',
    heading: '对你来说',
    weighing: '正在按两种顺序权衡…',
    basis: '结论相同',
    first: '最轻，出门带着省力',
    second: '的押金最低',
  },
])
  test(`a model's verdict is read sentence by sentence under a table that stands, in ${language}`, async ({ page, context }) => {
    await fillCart(context, IDS, HOSTED.origin);
    const cart = new Cart(page);
    await cart.open(language, HOSTED.origin);
    for (const id of IDS) await cart.tick(id).click();
    const drawn = await watchVerdict(page);
    await cart.compare.click();
    const element = page.locator('aisle-compare');
    await expect(element.getByText(basis)).toBeVisible({ timeout: 15_000 });
    await expect(element.getByRole('heading', { name: heading })).toBeVisible();
    // The table does not wait for the model, and each sentence stands before the next one comes.
    const states = await drawn();
    expect(states.join()).not.toMatch(/see:|看：/);
    const at = (text: string): number => states.findIndex((state) => state.includes(text));
    expect(at(weighing)).toBeGreaterThanOrEqual(0);
    expect(at(first)).toBeGreaterThan(at(weighing));
    expect(at(second)).toBeGreaterThan(at(first));
    // Its claims lead to their rows.
    const claim = element.getByRole('listitem').filter({ hasText: first });
    await claim.getByRole('button').first().click();
    await expect(cart.row('attributes.weight')).toHaveAttribute('data-lit', /.*/);
  });

test('a verdict that was read is still there when the page is loaded anew', async ({ page, context, copilot }) => {
  await fillCart(context, IDS, HOSTED.origin);
  const cart = new Cart(page);
  await cart.open('en', HOSTED.origin);
  for (const id of IDS) await cart.tick(id).click();
  await cart.compare.click();
  await expect(page.locator('aisle-compare').getByText('asks for the lowest deposit')).toBeVisible();
  await page.reload();
  await copilot.open();
  await expect(copilot.thread.getByText('is the lightest to carry')).toBeVisible();
  await expect(copilot.thread.getByRole('table')).toBeVisible();
});
