import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures/test.ts';

const RENTED = 'cam-halcyn-fell';
const SOLD = 'act-driftal-kid';
const cart = encodeURIComponent(
  JSON.stringify([
    [RENTED, `${RENTED}.rent`, 1, 10],
    [SOLD, `${SOLD}.sale`, 2],
  ]),
);
const pages = ['/', '/?type=cam', '/?q=zzzz', `/p/${RENTED}`, `/p/${SOLD}`, '/cart', '/help', '/privacy', '/p/gone'];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [locale, width] of [
    ['zh-CN', 390],
    ['en-US', 1280],
  ] as const) {
    test.describe(`${locale}, ${colorScheme}, ${width} px`, () => {
      test.use({ locale, colorScheme, viewport: { width, height: 800 } });

      test('no page of the shop breaks a rule of WCAG 2.2 AA or is wider than the window', async ({
        page,
        storefront,
        provoked,
        baseURL,
      }) => {
        test.setTimeout(240_000); // eleven analyses, each of some seconds on a busy machine
        provoked.push(/404/);
        const check = async (what: string): Promise<void> => {
          const { violations } = await new AxeBuilder({ page })
            .exclude('aisle-copilot')
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze();
          expect(
            violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`)),
            what,
          ).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), `${what}: width`).toBeLessThanOrEqual(width);
        };
        for (const path of pages) {
          await page.goto(path);
          await check(path);
        }
        await page.context().addCookies([{ name: 'cart', value: cart, url: baseURL ?? '' }]);
        await storefront.cart();
        await expect(storefront.lines).toHaveCount(2);
        await check('a cart with a rental and a sale');
        await storefront.account.click();
        await check('the menu to sign in');
      });
    });
  }
}
