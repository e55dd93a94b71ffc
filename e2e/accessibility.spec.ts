import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { HOSTED } from './fixtures/servers.ts';
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
      const zh = locale === 'zh-CN';

      test('no state of the panel breaks a rule', async ({ page, storefront, copilot }) => {
        test.slow(); // eight analyses, each of some seconds on a busy machine
        await storefront.home();
        await copilot.launcher.waitFor();
        expect(await violations(page), 'launcher').toEqual([]);

        await copilot.open();
        await expect(copilot.thread).toBeVisible();
        expect(await violations(page), 'greeting').toEqual([]);

        await copilot.ask(zh ? '租一台相机，7天' : 'rent a camera for 7 days');
        await copilot.cards.first().waitFor();
        await copilot.answered.waitFor();
        expect(await violations(page), 'cards and notes').toEqual([]);

        await copilot.thread.getByRole('button', { name: zh ? '没有帮助' : 'Not helpful' }).click();
        await copilot.thread.getByRole('textbox').waitFor();
        expect(await violations(page), 'note to a verdict').toEqual([]);

        await copilot.menu.click();
        await copilot.panel.getByRole('group').getByRole('button').first().waitFor();
        expect(await violations(page), 'settings').toEqual([]);
        await copilot.panel.getByRole('button', { name: zh ? '删除这次对话' : 'Delete this conversation' }).click();
        expect(await violations(page), 'deleting').toEqual([]);
        await page.keyboard.press('Escape');

        await copilot.ask(zh ? '有什么推荐的吗' : 'what do you recommend?');
        await copilot.questions.last().waitFor();
        await copilot.answered.waitFor();
        expect(await violations(page), 'question card').toEqual([]);
      });

      test('nor does it while an answer streams, when one is stopped, or when one fails', async ({
        page,
        storefront,
        copilot,
        provoked,
      }) => {
        test.slow(); // as above
        provoked.push(/429/);
        await storefront.home(HOSTED.origin);
        await copilot.open();
        await copilot.ask('慢慢说');
        await expect(copilot.thread).toContainText('第 2 句');
        expect(await violations(page), 'streaming').toEqual([]);

        // Asked anew: the first answer may have ended while it was looked at.
        await copilot.ask('慢慢说');
        await copilot.stop.click();
        await expect(copilot.thread).toContainText(zh ? '已停止' : 'Stopped');
        expect(await violations(page), 'stopped').toEqual([]);

        await page.route('**/v1/chat', (route) =>
          route.fulfill({
            status: 429,
            headers: { 'retry-after': '60' },
            json: { error: { code: 'rate_limited', message: 'slowly' } },
          }),
        );
        await copilot.ask('慢慢说');
        await expect(copilot.thread).toContainText(/5\d 秒后|in 5\d s/);
        expect(await violations(page), 'error').toEqual([]);
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
