import { Hosts } from './fixtures/hosts.ts';
import { globalsOf, type Looks, looksOfPanel, looksOfShop } from './fixtures/looks.ts';
import { expect, test } from './fixtures/test.ts';
import { Copilot } from './pages/copilot.ts';

const QUESTION = 'a camera';

/** Each shows one difficulty; the file says which. */
const DIFFICULT = [
  'everything-unset',
  'hostile-styles',
  'small-root',
  'tailwind3',
  'tailwind4',
  'bootstrap',
  'hides-empty',
  'rtl',
  'strict-csp',
  'poisoned-prototypes',
  'enumerable-prototype',
  'own-react',
  'single-page',
  'two-snippets',
  'before-load',
  'after-load',
  'hotkeys',
] as const;

const isolation = test.extend<object, { plain: Looks }>({
  /** How the panel looks where nothing is difficult. */
  plain: [
    async ({ browser }, use) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN', reducedMotion: 'reduce' });
      await new Hosts(page).open('plain');
      const copilot = new Copilot(page);
      await copilot.open();
      await copilot.ask(QUESTION);
      await copilot.answered.waitFor();
      await copilot.cards.first().waitFor();
      await use(await looksOfPanel(page));
      await page.close();
    },
    { scope: 'worker' },
  ],
});

for (const host of DIFFICULT) {
  isolation(
    `T19: on ${host} the panel answers and looks as on a plain page, and the page stays as it was`,
    async ({ page, hosts, copilot, plain }, info) => {
      await hosts.openWithout(host);
      const before = await looksOfShop(page);
      const globals = await globalsOf(page);

      await hosts.open(host);
      await expect(copilot.launcher).toBeInViewport({ ratio: 1 });
      expect(await copilot.launcher.boundingBox()).toMatchObject({ height: 48 });
      await page.locator('#first, #replace').first().focus();
      const focused = await page.evaluate(() => document.activeElement?.id);

      await copilot.open();
      await copilot.ask(QUESTION);
      await copilot.answered.waitFor();
      await expect(copilot.cards.first()).toBeVisible();
      await page.screenshot({ path: info.outputPath(`${host}.png`) });
      expect(await looksOfPanel(page)).toEqual(plain);

      await page.keyboard.press('Escape');
      await expect(copilot.panel).toBeHidden();
      if (host === 'strict-csp') expect(await page.evaluate(() => window.violations)).toEqual([]);
      expect(await looksOfShop(page)).toEqual(before);
      expect((await globalsOf(page)).filter((name) => !globals.includes(name))).toEqual(['Aisle']);
      // The launcher was pressed by pointer: the focus is back on it or where the shopper had it, never lost to the body.
      const held = await page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
      expect(['aisle-copilot', focused]).toContain(held);
    },
  );
}

test('a panel opened by the shop gives the focus back to the element that had it', async ({ page, hosts, copilot }) => {
  await hosts.open('plain');
  await copilot.launcher.waitFor();
  await page.locator('#first').focus();
  await page.evaluate(() => window.Aisle('open'));
  await copilot.field.waitFor();
  await page.keyboard.press('Escape');
  await expect(page.locator('#first')).toBeFocused();
});

test("the shop's hotkeys work beside the open panel, and hear nothing of what is typed in it", async ({ page, hosts, copilot }) => {
  await hosts.open('hotkeys');
  await copilot.open();
  await copilot.field.pressSequentially('s/s');
  await expect(copilot.field).toHaveValue('s/s');
  expect(await page.evaluate(() => window.pressed)).toEqual([]);
  await page.locator('#first').focus();
  await page.keyboard.press('s');
  await page.keyboard.press('/');
  expect(await page.evaluate(() => window.pressed)).toEqual(['s', '/']);
});

test('on a slow network the page is whole at once, and one press is enough to open the panel', async ({ page, hosts, copilot }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 60_000,
    uploadThroughput: 30_000,
  });
  await hosts.open('plain');
  await expect(page.locator('#first')).toBeVisible();
  await copilot.launcher.click();
  await copilot.field.waitFor({ timeout: 20_000 });
  await copilot.ask(QUESTION);
  await expect(copilot.cards.first()).toBeVisible({ timeout: 20_000 });
  expect(hosts.requests.filter((request) => request.resourceType() === 'fetch' && request.url().endsWith('mount.js'))).toHaveLength(1);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('the launcher stands above the bar of the shop, and the answer fills the sheet', async ({ page, hosts, copilot }, info) => {
    await hosts.open('sticky-bar');
    const bar = await page.locator('.bar').boundingBox();
    await expect
      .poll(async () => {
        const box = await copilot.launcher.boundingBox();
        return (box?.y ?? 0) + (box?.height ?? 0);
      })
      .toBeLessThanOrEqual(bar?.y ?? 0);
    await page.screenshot({ path: info.outputPath('launcher.png') });
    await copilot.open();
    await copilot.ask('相机');
    await copilot.answered.waitFor();
    expect(await copilot.panel.boundingBox()).toMatchObject({ x: 0, y: 0, width: 390, height: 844 });
    await page.screenshot({ path: info.outputPath('panel.png') });
  });
});
