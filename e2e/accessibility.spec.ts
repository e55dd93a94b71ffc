import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';

/** Violations of WCAG 2.2 AA inside the copilot, each as one line. */
async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include('aisle-copilot')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`));
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const locale of ['zh-CN', 'en-US']) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ colorScheme, locale });

      test('no state of the panel breaks a rule', async ({ page, storefront, copilot }) => {
        await storefront.home();
        await copilot.launcher.waitFor();
        expect(await violations(page), 'launcher').toEqual([]);

        await copilot.open();
        await expect(copilot.thread).toBeVisible();
        expect(await violations(page), 'greeting').toEqual([]);

        await copilot.ask(locale === 'zh-CN' ? '租一台相机，7天' : 'rent a camera for 7 days');
        await copilot.cards.first().waitFor();
        await copilot.answered.waitFor();
        expect(await violations(page), 'cards').toEqual([]);

        await copilot.ask(locale === 'zh-CN' ? '有什么推荐的吗' : 'what do you recommend?');
        await copilot.answered.waitFor();
        expect(await violations(page), 'question card').toEqual([]);
      });
    });
  }
}

test('everything can be reached and left by keyboard, and the focus comes back', async ({ page, storefront, copilot }) => {
  await storefront.home();
  await copilot.launcher.focus();
  await page.keyboard.press('Enter');
  await expect(copilot.field).toBeFocused();
  await page.keyboard.type('租一台相机，7天');
  await page.keyboard.press('Enter');
  await copilot.answered.waitFor();
  await page.keyboard.press('Escape');
  await expect(copilot.panel).toHaveCount(0);
  await expect(copilot.launcher).toBeFocused();
});
