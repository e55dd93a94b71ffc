import { expect, test } from './fixtures/test.ts';

/** Its catalogue entry names beginners as its audience. */
const item = 'drone-skorra-wren';
const languages = [
  {
    locale: 'zh-CN',
    beginner: '这款适合新手吗？',
    rent: '租一台轻便的相机，7天',
    added: '已加入购物车',
    days: '租 7 天',
  },
  {
    locale: 'en-US',
    beginner: 'is this one good for a beginner?',
    rent: 'rent a light camera for 7 days',
    added: 'Added to the cart',
    days: 'Rental, 7 days',
  },
] as const;

for (const { locale, beginner, rent, added, days } of languages) {
  test.describe(locale, () => {
    test.use({ locale });

    test('on an item’s page "this one" is that item', async ({ storefront, copilot }) => {
      await storefront.item(item);
      const title = (await storefront.heading.textContent()) ?? '';
      await copilot.open();
      await copilot.ask(beginner);
      await copilot.answered.waitFor();
      await expect(copilot.cards).toHaveCount(1);
      await expect(copilot.titleOf(copilot.cards.first())).toHaveText(title);
      await expect(copilot.thread).toContainText(/店里写明.*新手|states.*beginner/);
    });

    test('what a card puts into the cart lies in the shop’s own, with its length', async ({ page, storefront, copilot }) => {
      await storefront.home();
      await copilot.open();
      await copilot.ask(rent);
      await copilot.answered.waitFor();
      const card = copilot.cards.first();
      const title = (await copilot.titleOf(card).textContent()) ?? '';
      await card
        .getByRole('button', { name: /^(去租|租|Rent|Rent it)$/ })
        .last()
        .click();
      await expect(page.locator('#toast')).toContainText(added);
      await storefront.cart();
      await expect(storefront.lines).toHaveCount(1);
      await expect(storefront.lines).toContainText(title);
      await expect(storefront.lines).toContainText(days);
    });
  });
}

test('the copilot wears the shop’s colours, by day and by night', async ({ page, storefront, copilot }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await storefront.home();
  await expect(copilot.launcher).toHaveCSS('background-color', 'rgb(27, 39, 66)');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(copilot.launcher).toHaveCSS('background-color', 'rgb(242, 165, 58)');
});
