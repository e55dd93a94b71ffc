import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { CONSOLE_TOKEN, DEMO, HOSTED } from './fixtures/servers.ts';
import { expect, test } from './fixtures/test.ts';
import { Console } from './pages/console.ts';

// The operators' page over runs that shoppers really made: asked through the BFF's own routes, read back from its archive.

/** Asks as a shopper does. @returns ids of run and conversation, once the answer is whole. */
async function ask(page: Page, text: string, origin: string = DEMO.origin, locale = 'zh-CN') {
  const response = await page.request.post(`${origin}/v1/chat`, {
    data: { message: { id: crypto.randomUUID(), text }, locale },
    headers: { 'content-type': 'application/json' },
  });
  const body = await response.text();
  return { run: /"run_id":"([^"]+)"/.exec(body)?.[1] ?? '', conversation: response.headers()['aisle-conversation'] ?? '' };
}

/** A word that only this test's runs have; of letters, for numbers may be somebody's. */
const unique = (): string =>
  `z${crypto
    .randomUUID()
    .slice(0, 8)
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')}`;

/** Violations of WCAG 2.2 AA and of good practice, each as one line. */
async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`));
}

test.use({ locale: 'en' });

test('the token is asked for, a wrong one is told, a right one lasts as long as the tab', async ({ page, context, provoked }) => {
  provoked.push(/401/);
  const operators = new Console(page);
  await page.goto('/console');
  await operators.signIn('a-wrong-token-of-some-length');
  await expect(operators.fault).toContainText('does not accept this token');
  await operators.signIn(CONSOLE_TOKEN);
  await expect(operators.leave).toBeVisible();
  await page.reload();
  await expect(operators.leave).toBeVisible();

  const other = await context.newPage();
  await other.goto('/console');
  await expect(new Console(other).token).toBeVisible();
  await other.close();
  await operators.leave.click();
  await expect(operators.token).toBeVisible();
});

test('nothing inline and nothing foreign is let into the page', async ({ page }) => {
  const refused: string[] = [];
  await page.exposeFunction('refuse', (directive: string) => refused.push(directive));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      (globalThis as unknown as { refuse(d: string): void }).refuse(event.violatedDirective),
    );
  });
  const operators = await new Console(page).open();
  await expect(operators.search).toBeVisible();
  await page.goto('/console/insights');
  await expect(page.getByRole('heading', { level: 1, name: 'Insights' })).toBeVisible();
  expect(refused).toEqual([]);
});

test('a run is found by its words and read step by step; the view is shared by its address', async ({ page, context }) => {
  const word = unique();
  await ask(page, `rent a light camera for 7 days ${word}`, DEMO.origin, 'en');
  const operators = await new Console(page).open();
  await operators.openRun(`rent a light camera for 7 days ${word}`);
  await expect(operators.step(1).getByRole('article', { name: 'Call of search_db' })).toBeVisible();
  await expect(page.getByText('The shopper saw').last()).toBeVisible();
  await expect(page.getByText('Item card').first()).toBeVisible();
  await operators
    .step(1)
    .getByText(/Exact prompt/)
    .click();
  await expect(operators.step(1).getByText('You are the shopping adviser').first()).toBeVisible();

  await page.goBack();
  await expect(operators.search).toHaveValue(new RegExp(word));
  const address = new URL(page.url());
  expect(address.searchParams.get('text')).toContain(word);
  const shared = new Console(await context.newPage());
  await shared.open(address.pathname.slice('/console'.length) + address.search);
  await expect(shared.rows).toHaveCount(1);
  await shared.page.close();
});

test('what the guard changed is marked beside what the shopper saw, and the failing step is pointed out', async ({ page }) => {
  const word = unique();
  await ask(page, `最轻的相机 ${word}`, HOSTED.origin);
  const operators = await new Console(page).open();
  await operators.openRun(`最轻的相机 ${word}`);
  const wrong = page.getByRole('deletion').filter({ hasText: 'invented-featherweight-9000' }).first();
  await expect(wrong).toBeVisible();
  await expect(page.getByText('A card may only show an item that a search of this conversation really returned.').first()).toBeVisible();
  await page.getByRole('link', { name: /^fails at step/ }).click();
  await expect(page.getByText(/Fails here: 0\.00/)).toBeInViewport();
});

test('a run is watched while it is answered', async ({ page }) => {
  test.slow(); // an answer long enough to find it, open it and read in it on a busy machine
  const word = unique();
  const operators = await new Console(page).open('', HOSTED.origin);
  const answered = ask(page, `不用急 ${word}`, HOSTED.origin);
  await page
    .getByRole('region', { name: 'Being answered now' })
    .getByRole('link', { name: new RegExp(word) })
    .click();
  await expect(page.getByText('Being answered; what comes is added here.')).toBeVisible();
  await expect(
    operators
      .step(1)
      .getByText(/这是第 8 句话/)
      .first(),
  ).toBeVisible();
  await expect(page.getByText('Being answered; what comes is added here.')).toBeVisible();
  await answered;
  await expect(page.getByText('Being answered; what comes is added here.')).toBeHidden();
  await expect(page.getByText('Step score')).toBeVisible({ timeout: 15_000 });
});

test('two runs are picked by keyboard and compared', async ({ page }) => {
  const word = unique();
  await ask(page, `一台相机 ${word}`);
  await ask(page, `三台帐篷 ${word}`);
  const operators = await new Console(page).open();
  for (const text of ['一台相机', '三台帐篷']) await operators.run(`${text} ${word}`);
  await operators.search.fill(word);
  await operators.search.press('Enter');
  await expect(operators.rows).toHaveCount(2);
  await operators.rows.first().getByRole('link').focus();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await expect(operators.rows.nth(1).getByRole('link')).toBeFocused();
  await page.keyboard.press('x');
  await page.getByRole('link', { name: 'Compare' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Two runs side by side' })).toBeVisible();
  await expect(page.getByText('other arguments').first()).toBeVisible();
  await expect(page.getByText(/^only in A$/).first()).toBeVisible();
});

test('a run is copied, saved as a case, and its conversation erased after a question', async ({ page, context, provoked }) => {
  provoked.push(/404/);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const word = unique();
  const { run, conversation } = await ask(page, `一台相机 ${word}`);
  const operators = await new Console(page).open();
  await operators.openRun(`一台相机 ${word}`);
  await page.getByRole('button', { name: 'Copy as JSON' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as { id: string };
  expect(copied.id).toBe(run);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as regression case' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.case\.json$/);

  await page.getByRole('button', { name: 'Erase conversation' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase this conversation?' });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Erase conversation' }).click();
  await dialog.getByRole('button', { name: 'Erase' }).click();
  await expect(operators.search).toBeVisible();
  expect((await page.request.get(`/v1/conversations/${conversation}`)).status()).toBe(404);
  await page.goto(`/console/runs/${run}`);
  await expect(page.getByText('This run is not kept.')).toBeVisible();
});

test('what was asked for and is not sold leads from the insights to the runs that asked for it', async ({ page }) => {
  const word = unique();
  await ask(page, `do you have a ${word}?`, DEMO.origin, 'en');
  const operators = await new Console(page).open();
  await operators.run(`do you have a ${word}?`);
  await page.goto('/console/insights?last=1h');
  const region = page.getByRole('region', { name: 'Asked for and not sold' });
  const all = region.getByRole('button', { name: /^Show all/ });
  await region.getByRole('link').first().waitFor();
  if (await all.isVisible()) await all.click();
  await region.getByRole('link', { name: word }).click();
  await expect(operators.rows).toHaveCount(1);
  await expect(operators.rows).toContainText(word);
  await expect(page.getByLabel('Asked for and not sold')).toHaveValue(word);
});

test('a compared pair leads from the insights to the runs that compared it', async ({ page }) => {
  const word = unique();
  await ask(page, `compare Noxvane N8 and Veyra V1 ${word}`, DEMO.origin, 'en');
  const operators = await new Console(page).open();
  await operators.run(`compare Noxvane N8 and Veyra V1 ${word}`);
  await page.goto('/console/insights');
  const region = page.getByRole('region', { name: 'Comparisons' });
  const pair = region.locator('a[href*="cam-noxvane-n8"][href*="cam-veyra-v1"]');
  await region.getByRole('link').first().waitFor();
  const all = region.getByRole('button', { name: /^Show all/ });
  if (await all.isVisible()) await all.click();
  await pair.click();
  await expect(operators.rows.filter({ hasText: word })).toHaveCount(1);
  await expect(page.getByLabel('Compared with item id')).toHaveValue('cam-veyra-v1');
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const [locale, device] of [
    ['zh-CN', { viewport: { width: 390, height: 844 }, hasTouch: true }],
    ['en', { viewport: { width: 1280, height: 860 } }],
  ] as const)
    test.describe(`${locale}, ${colorScheme}, ${device.viewport.width} px`, () => {
      test.use({ locale, colorScheme, ...device });

      test('no view breaks a rule of WCAG, and none is wider than its window', async ({ page, provoked }) => {
        test.setTimeout(120_000); // eight analyses
        provoked.push(/404/);
        const word = unique();
        const { run: first } = await ask(page, `一台相机 ${word}`);
        const { run: second } = await ask(page, `最轻的 ${word}`, HOSTED.origin);
        const operators = new Console(page);
        await page.goto('/console');
        await expect(operators.token).toBeVisible();
        expect(await violations(page), 'sign in').toEqual([]);
        await operators.signIn(CONSOLE_TOKEN);
        for (const text of ['一台相机', '最轻的']) await operators.run(`${text} ${word}`);
        const sound = async (name: string): Promise<void> => {
          expect.soft(await violations(page), name).toEqual([]);
          expect
            .soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${name}: too wide by`)
            .toBeLessThanOrEqual(0);
        };
        await sound('list');
        await page.goto('/console?rule=ledger');
        await operators.rows.first().waitFor();
        await sound('filters');
        await page.goto('/console?text=nothing-that-anybody-asked');
        await page.getByText(/No run matches|没有符合条件/).waitFor();
        await sound('nothing found');
        await page.goto(`/console/runs/${second}`);
        await operators.step(1).waitFor();
        for (const prompt of await page.getByText(/^(Exact prompt|完整提示词)/).all()) await prompt.click();
        await sound('run');
        await page.getByRole('button', { name: /^(Erase conversation|清除对话)$/ }).click();
        await page.getByRole('dialog').waitFor();
        await sound('erase');
        await page.goto(`/console/compare?a=${first}&b=${second}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.getByRole('region').first().waitFor();
        await sound('compare');
        await page.goto('/console/insights');
        await page.getByRole('img').first().waitFor();
        for (const table of await page.getByText(/^(Show as table|以表格显示)$/).all()) await table.click();
        await sound('insights');
        await page.goto('/console/runs/unknown');
        await page.getByText(/This run is not kept|这次运行没有保存/).waitFor();
        await sound('unknown run');
      });
    });
