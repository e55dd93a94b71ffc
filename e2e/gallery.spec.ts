import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { GALLERY } from './fixtures/servers.ts';
import { expect, test } from './fixtures/test.ts';
import { Gallery } from './pages/gallery.ts';

// Every card in every state: how it looks (screenshots), what it is (aria snapshots), whether all can use it (axe).
// After a wanted change: `npx playwright test gallery --update-snapshots`, look at each new picture, commit them.

const groups = [
  'item',
  'item-extreme',
  'item-terms',
  'items',
  'more',
  'question',
  'comparison',
  'video',
  'bundle',
  'order',
  'notices',
  'states',
] as const;

const desktop = { viewport: { width: 400, height: 800 } };
const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

/** Each pair of language, scheme and device once. */
const looks = [
  { locale: 'zh-CN', scheme: 'light', device: 'desktop', context: desktop },
  { locale: 'zh-CN', scheme: 'dark', device: 'phone', context: phone },
  { locale: 'en', scheme: 'light', device: 'phone', context: phone },
  { locale: 'en', scheme: 'dark', device: 'desktop', context: desktop },
] as const;

/**
 * Another build of Chromium draws the edges of letters anew. Measured with hinting, subpixel positions and LCD text switched off: at
 * this threshold no picture differs by more than 1 %, and none in size. What is smaller than that, the aria snapshots see.
 */
const tolerance = { maxDiffPixelRatio: 0.012, threshold: 0.45 };

test.use({ timezoneId: 'UTC' });

for (const { locale, scheme, device, context } of looks) {
  test.describe(`${locale}, ${scheme}, ${device}`, () => {
    test.use(context);

    test('every card is as it was, and breaks no rule of WCAG', async ({ page, provoked }) => {
      test.setTimeout(240_000); // some fifty cards on one page, one after the other
      provoked.push(/not-there\.svg/);
      const gallery = new Gallery(page);
      for (const name of groups) {
        await gallery.show(name, locale, scheme);
        if (device === 'desktop') await expect.soft(gallery.group).toMatchAriaSnapshot({ name: `${name}-${locale}.aria.yml` });
        await expect.soft(gallery.group).toHaveScreenshot(`${name}-${locale}-${scheme}-${device}.png`, tolerance);
        expect.soft(await violations(page), name).toEqual([]);
      }
    });
  });
}

/** What axe finds in the cards, each as one line; rules about whole pages do not apply. */
async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('main').disableRules(['region', 'page-has-heading-one']).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`));
}

test.describe('on a phone', () => {
  test.use(phone);

  test('everything that can be pressed is 44 px or more, apart from links in a text', async ({ page, provoked }) => {
    test.setTimeout(120_000);
    provoked.push(/not-there\.svg/);
    const gallery = new Gallery(page);
    for (const name of groups) {
      await gallery.show(name, 'en', 'light');
      const small = await gallery.group.locator('button, summary, input, article a[class*="min-h"]').evaluateAll((elements) =>
        elements.flatMap((element) => {
          const { width, height } = element.getBoundingClientRect();
          return width >= 44 && height >= 44 ? [] : [`${element.outerHTML.slice(0, 80)}: ${width} × ${height}`];
        }),
      );
      expect.soft(small, name).toEqual([]);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(sideways, `${name} scrolls the page sideways`).toBeLessThanOrEqual(0);
    }
  });
});

test('two items of an answer fit into the panel at once: picture, name, price, action', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${GALLERY.origin}/?${new URLSearchParams({ state: 'cards', locale: 'zh-CN', bare: '' })}`);
  const cards = page.getByRole('list', { name: '推荐的商品' }).getByRole('article');
  await expect(cards).toHaveCount(3);
  await cards.nth(0).evaluate((card) => card.scrollIntoView({ block: 'start' }));
  for (const card of [cards.nth(0), cards.nth(1)]) {
    const essentials = [card.getByRole('heading'), card.locator('strong'), card.getByRole('button', { name: '去租' })];
    for (const one of essentials) await expect(one).toBeInViewport({ ratio: 1 });
  }
});
