import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';

const IDS = ['cam-aurel-x1', 'cam-aurel-x3', 'cam-aurel-x5', 'cam-aurel-x9', 'cam-aurel-c2', 'cam-veyra-f26', 'cam-veyra-f40'];
const [FIRST = '', SECOND = ''] = IDS;

/** Adds tiles to the page, as a shop's script does. */
const addTiles = (page: Page, ids: readonly string[], tag = 'li'): Promise<void> =>
  page.evaluate(
    ({ ids, tag }) => {
      for (const id of ids) {
        const tile = document.createElement(tag);
        const name = document.createElement('h3');
        name.textContent = `Tile of ${id}`;
        tile.append(name);
        tile.dataset.aisleCompare = id;
        document.querySelector('.tiles')?.append(tile);
      }
    },
    { ids, tag },
  );
const toggle = (page: Page, id: string) => page.locator(`[data-aisle-compare="${id}"] aisle-toggle`).getByRole('button');
const tray = (page: Page) => page.locator('aisle-copilot').getByRole('region', { name: /^(对比|Comparison)$/ });

test.describe('toggles', () => {
  test('a page without such elements loads nothing for them', async ({ page, hosts, copilot }) => {
    await hosts.open('plain');
    await copilot.launcher.waitFor();
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    expect(hosts.requests.map((request) => new URL(request.url()).pathname)).toEqual(['/aisle.js']);
  });

  test('far below the fold they wait until the shopper comes near', async ({ page, hosts, copilot }) => {
    await hosts.open('plain');
    await copilot.launcher.waitFor();
    await page.evaluate(() => document.querySelector('main')?.style.setProperty('padding-top', '4000px'));
    await addTiles(page, [FIRST]);
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(resolve))));
    await expect(page.locator('aisle-toggle')).toHaveCount(0);
    await page.mouse.wheel(0, 3500);
    await expect(toggle(page, FIRST)).toBeVisible();
  });

  test('on tiles added later they fill the tray, which survives a page load and is compared in the chat', async ({
    page,
    hosts,
    copilot,
  }) => {
    await hosts.open('plain');
    await copilot.launcher.waitFor();
    await addTiles(page, [FIRST, SECOND]);
    await expect(toggle(page, FIRST)).toHaveAccessibleName(`Compare: Tile of ${FIRST}`);
    await expect(toggle(page, FIRST)).toHaveAttribute('aria-pressed', 'false');
    await toggle(page, FIRST).focus();
    await page.keyboard.press('Space');
    await expect(toggle(page, FIRST)).toHaveAttribute('aria-pressed', 'true');
    await expect(tray(page)).toContainText('1 item to compare');
    await page.reload();
    await copilot.launcher.waitFor();
    await addTiles(page, [FIRST, SECOND]);
    await expect(toggle(page, FIRST)).toHaveAttribute('aria-pressed', 'true');
    await toggle(page, SECOND).press('Enter');
    await tray(page).getByRole('button', { name: 'Compare', exact: true }).click();
    await expect(copilot.thread.getByRole('figure')).toBeVisible();
    await expect(toggle(page, FIRST)).toHaveAttribute('aria-pressed', 'false');
  });

  test('a seventh is not taken, and a sentence says why, in Chinese too', async ({ page, hosts, copilot }) => {
    await hosts.open('sticky-bar');
    await copilot.launcher.waitFor();
    await addTiles(page, IDS);
    for (const id of IDS) await toggle(page, id).click();
    await expect(toggle(page, IDS[6] ?? '')).toHaveAttribute('aria-pressed', 'false');
    await expect(page.locator(`[data-aisle-compare="${IDS[6]}"] aisle-toggle`).getByRole('status')).toHaveText(
      '最多同时对比 6 件，先移出一件再加。',
    );
    await expect(tray(page)).toContainText('最多同时对比 6 件');
  });

  test('follow their element: a new id, an id taken away, a tile emptied by the page', async ({ page, hosts, copilot }) => {
    await hosts.open('plain');
    await copilot.launcher.waitFor();
    await addTiles(page, [FIRST]);
    await toggle(page, FIRST).click();
    await page.evaluate((id) => document.querySelector('[data-aisle-compare]')?.setAttribute('data-aisle-compare', id), SECOND);
    await expect(toggle(page, SECOND)).toHaveAttribute('aria-pressed', 'false');
    await page.evaluate(() => document.querySelector('[data-aisle-compare]')?.replaceChildren('drawn anew'));
    await expect(toggle(page, SECOND)).toBeVisible();
    await page.evaluate(() => document.querySelector('[data-aisle-compare]')?.removeAttribute('data-aisle-compare'));
    await expect(page.locator('aisle-toggle')).toHaveCount(0);
  });

  test('an element that may hold no button has its toggle after it; a press does not press the tile', async ({ page, hosts, copilot }) => {
    await hosts.open('plain');
    await copilot.launcher.waitFor();
    await addTiles(page, [FIRST], 'a');
    await page.evaluate(() => {
      window.heard = [];
      document.querySelector('.tiles')?.addEventListener('click', () => window.heard.push('tile'));
    });
    const button = page.locator(`[data-aisle-compare="${FIRST}"] + aisle-toggle`).getByRole('button');
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    expect(await page.evaluate(() => window.heard)).toEqual([]);
  });

  test("on tiles of the shop's own React they move and go with them", async ({ page, hosts }) => {
    await hosts.open('own-react?tiles');
    await expect(page.locator('aisle-toggle')).toHaveCount(3);
    await page.getByRole('button', { name: 'Turn around' }).click();
    await expect(page.locator('aisle-toggle')).toHaveCount(3);
    await page.getByRole('button', { name: 'Drop the first' }).click();
    await expect(page.locator('aisle-toggle')).toHaveCount(2);
  });

  test('all go with a shutdown', async ({ page, hosts, copilot }) => {
    await hosts.open('plain');
    await copilot.launcher.waitFor();
    await addTiles(page, [FIRST]);
    await toggle(page, FIRST).waitFor();
    await page.evaluate(() => window.Aisle('shutdown'));
    await expect(page.locator('aisle-toggle')).toHaveCount(0);
  });
});

test.describe('<aisle-compare>', () => {
  const add = (page: Page, items: string): Promise<void> =>
    page.evaluate((items) => {
      const element = document.createElement('aisle-compare');
      element.setAttribute('items', items);
      element.textContent = 'The comparison needs JavaScript.';
      document.querySelector('main')?.append(element);
    }, items);

  for (const host of ['plain', 'hostile-styles', 'strict-csp', 'rtl'])
    test(`shows catalogue facts side by side on ${host}`, async ({ page, hosts, copilot }, info) => {
      await hosts.open(host);
      await copilot.launcher.waitFor();
      await add(page, `${FIRST}, ${SECOND}`);
      await page.locator('aisle-compare').evaluate((element) => element.scrollIntoView());
      const table = page.locator('aisle-compare').getByRole('table');
      await expect(table.getByRole('columnheader')).toHaveCount(3);
      await expect(table).toHaveCSS('font-size', '13px');
      await page.screenshot({ path: info.outputPath(`${host}.png`) });
    });

  test('follows its attribute, and says in a sentence what cannot be compared', async ({ page, hosts, copilot, provoked }) => {
    provoked.push(/400/);
    await hosts.open('plain');
    await copilot.launcher.waitFor();
    await add(page, FIRST);
    await expect(page.locator('aisle-compare').getByRole('status')).toHaveText(/\w+ \w+/);
    await page.evaluate((items) => document.querySelector('aisle-compare')?.setAttribute('items', items), IDS.slice(0, 3).join());
    await expect(page.locator('aisle-compare').getByRole('columnheader')).toHaveCount(4);
  });

  test('a BFF that does not answer is said, with a way to try again', async ({ page, hosts, copilot, provoked }) => {
    provoked.push(/ERR_FAILED/);
    await page.route('**/v1/compare', (route) => route.abort());
    await hosts.open('plain');
    await copilot.launcher.waitFor();
    await add(page, `${FIRST},${SECOND}`);
    await expect(page.locator('aisle-compare').getByRole('status')).toContainText('does not load right now', { timeout: 10_000 });
    await page.unroute('**/v1/compare');
    await page.locator('aisle-compare').getByRole('button').click();
    await expect(page.locator('aisle-compare').getByRole('table')).toBeVisible();
  });

  test('shows what the shop wrote in it again after a shutdown', async ({ page, hosts, copilot }) => {
    await hosts.open('plain');
    await copilot.launcher.waitFor();
    await add(page, `${FIRST},${SECOND}`);
    await page.locator('aisle-compare').getByRole('table').waitFor();
    await page.evaluate(() => window.Aisle('shutdown'));
    await expect(page.locator('aisle-compare').getByRole('table')).toHaveCount(0);
    await expect(page.getByText('The comparison needs JavaScript.')).toBeVisible();
  });
});
