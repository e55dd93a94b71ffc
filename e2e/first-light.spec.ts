import { HOSTED } from './fixtures/servers.ts';
import { expect, test } from './fixtures/test.ts';

test('asked in Chinese on the home page, cards stream in; a card leads to its product page, and the panel comes along', async ({
  page,
  storefront,
  copilot,
}) => {
  await storefront.home();
  await copilot.open();
  await copilot.ask('想租一台轻便的相机去旅行，租7天');
  await copilot.answered.waitFor();
  const card = copilot.cards.first();
  await expect(card).toContainText('¥');
  await expect(card).toContainText(/核对/);

  const title = (await copilot.titleOf(card).textContent()) ?? '';
  await copilot.linkOf(card).click();
  await expect(storefront.heading).toHaveText(title);
  expect(new URL(page.url()).pathname).not.toBe('/');

  await expect(copilot.thread).toContainText('想租一台轻便的相机去旅行，租7天');
  await expect(copilot.cards.first()).toBeVisible();
  await expect(copilot.titleOf(copilot.cards.first())).toHaveText(title);
});

test.describe('in English', () => {
  test.use({ locale: 'en-US' });

  test('a rental with a term is answered with its total, and the deposit', async ({ storefront, copilot }) => {
    await storefront.home();
    await copilot.open();
    await copilot.ask('I want to rent a projector for 10 days');
    await copilot.answered.waitFor();
    const card = copilot.cards.first();
    await expect(card).toContainText(/for 10 days/);
    await expect(card).toContainText(/deposit/i);
    // The term is chosen once for all the cards below: another one counts their totals anew.
    await copilot.term(30).click();
    await expect(card).toContainText(/for 30 days/);
  });
});

test('a wish too wide is met with one question, and the press of an option answers it', async ({ storefront, copilot }) => {
  await storefront.home();
  await copilot.open();
  await copilot.ask('有什么推荐的吗');
  await copilot.answered.waitFor();
  const question = copilot.questions.first();
  const option = question.getByRole('button').first();
  await option.click();
  await expect(copilot.cards.first()).toBeVisible();
});

test('a hosted model that invents products shows no card, and the shopper is told the truth', async ({ page, storefront, copilot }) => {
  await storefront.home(HOSTED.origin);
  await copilot.open();
  await copilot.ask('推荐一台最轻的相机');
  await copilot.answered.waitFor();
  await expect(copilot.thread).toContainText('要不要我按预算再找找？');
  await expect(copilot.cards).toHaveCount(0);
  await expect(copilot.thread.getByRole('table')).toHaveCount(0);
  await expect(copilot.thread).not.toContainText(/invented|itemCard|compareTable|190/i);
  await expect(copilot.thread).toContainText(/没有给出|没有展示|不在|收回|未展示|withheld/);
  expect(await page.getByText('invented').count()).toBe(0);
});

test('an answer that is stopped keeps what came, and the next question is answered', async ({ storefront, copilot }) => {
  await storefront.home(HOSTED.origin);
  await copilot.open();
  await copilot.ask('慢慢说');
  await expect(copilot.thread).toContainText('第 2 句');
  await copilot.stop.click();
  await expect(copilot.thread).toContainText('已停止');
  await expect(copilot.thread).toContainText('第 2 句');
  await expect(copilot.thread).not.toContainText('第 40 句');
  await copilot.ask('那找一台相机');
  await expect(copilot.thread).toContainText('要不要我按预算再找找？');
});

test('a page load in the middle of an answer loses and doubles nothing', async ({ page, storefront, copilot }) => {
  await storefront.home(HOSTED.origin);
  await copilot.open();
  await copilot.ask('慢慢说');
  await expect(copilot.thread).toContainText('第 3 句');
  await page.reload();
  await expect(copilot.thread).toContainText('第 40 句', { timeout: 20_000 });
  const said = (await copilot.thread.textContent())?.match(/第 \d+ 句/g) ?? [];
  expect(said).toEqual(Array.from({ length: 40 }, (_, n) => `第 ${n + 1} 句`));
});
