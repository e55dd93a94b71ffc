import { expect, test } from './fixtures/test.ts';

const languages = [
  {
    locale: 'zh-CN',
    question: '我的快递到哪了？',
    signIn: /登录/,
    lin: { name: '林远', way: /配送中|派送中/, place: '成都' },
    chen: { name: '陈静' },
  },
  {
    locale: 'en-US',
    question: 'Where is my parcel?',
    signIn: /sign in/i,
    lin: { name: 'Lin Yuan', way: /out for delivery/i, place: 'Chengdu' },
    chen: { name: 'Chen Jing' },
  },
] as const;

for (const { locale, question, signIn, lin, chen } of languages) {
  test.describe(`orders of the demo's shoppers, ${locale}`, () => {
    test.use({ locale });

    test('signed out there are none; signed in there are one’s own; signed out again there are none', async ({ storefront, copilot }) => {
      await storefront.home();
      await copilot.open();
      await copilot.ask(question);
      await copilot.answered.waitFor();
      await expect(copilot.thread).toContainText(signIn);
      await expect(copilot.thread).not.toContainText('TD26');

      await storefront.signIn(lin.name);
      await copilot.ask(question);
      await expect(copilot.thread).toContainText('TD26111801');
      await expect(copilot.thread).toContainText(lin.way);
      await expect(copilot.thread).toContainText(lin.place);
      await expect(copilot.thread).not.toContainText('TD26111503');

      // The same conversation on the next page: it is read as the same shopper.
      await storefront.cart();
      await expect(copilot.thread).toContainText('TD26111801');

      await storefront.signOut();
      await expect(copilot.panel).toBeVisible();
      await expect(copilot.host).not.toContainText('TD26');
      await copilot.ask(question);
      await copilot.answered.waitFor();
      await expect(copilot.thread).toContainText(signIn);
      await expect(copilot.thread).not.toContainText('TD26');
    });

    test('another shopper has other orders, and cannot name the first one’s', async ({ storefront, copilot }) => {
      await storefront.home();
      await storefront.signIn(chen.name);
      await copilot.open();
      await copilot.ask(question);
      await expect(copilot.thread).toContainText('TD26111503');
      await expect(copilot.thread).not.toContainText('TD26111801');
      await copilot.ask(locale === 'zh-CN' ? '订单 TD26111801 的快递到哪了？' : 'Where is the parcel of order TD26111801?');
      await copilot.answered.waitFor();
      await expect(copilot.thread).not.toContainText(lin.place);
    });
  });
}

test('a token that has run out is replaced by the shop, and the question is answered', async ({ page, storefront, copilot, provoked }) => {
  provoked.push(/401/);
  await storefront.home();
  await storefront.signIn('林远');
  await copilot.open();
  let refused = 0;
  await page.route('**/v1/chat', async (route) => {
    refused += 1;
    if (refused > 1) return route.fallback();
    // What the server answers ten minutes later.
    return route.fulfill({ status: 401, json: { error: { code: 'unauthorized', message: 'expired' } } });
  });
  const renewed = page.waitForResponse('**/account/token');
  await copilot.ask('我的快递到哪了？');
  expect((await renewed).status()).toBe(200);
  await expect(copilot.thread).toContainText('TD26111801');
});

test('the shop’s own button asks the copilot', async ({ page, storefront, copilot }) => {
  await storefront.home();
  await storefront.signIn('林远');
  await storefront.account.click();
  await page.getByRole('button', { name: '问问我的快递到哪了' }).click();
  await expect(copilot.thread).toContainText('TD26111801');
});
