import type { Page } from '@playwright/test';
import { globalsOf, looksOfShop } from './fixtures/looks.ts';
import { SHOP } from './fixtures/servers.ts';
import { expect, test } from './fixtures/test.ts';

declare global {
  interface Window {
    heard: string[];
  }
}

const CAMERA = 'cam-aurel-x1';
const OTHER = 'cam-veyra-f26';

/** Writes every event the page hears at its document, with its detail, into `heard`. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.heard = [];
    const names = ['ready', 'open', 'close', 'ask', 'item-click', 'add-to-cart', 'compare', 'identify', 'handoff', 'error'];
    for (const name of names)
      document.addEventListener(`aisle:${name}`, (event) =>
        window.heard.push(`${name} ${JSON.stringify((event as CustomEvent).detail ?? null)}`),
      );
  });
const heard = (page: Page): Promise<string[]> => page.evaluate(() => window.heard);
/** What this tab has stored for this site, as text. */
const stored = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]));
const NOTHING = '[{},{},""]';

test.beforeEach(async ({ hosts, page, copilot }) => {
  await hosts.open('plain');
  await copilot.launcher.waitFor();
  await listen(page);
});

test.describe('calls', () => {
  test('open and close show and hide the panel, and each is an event', async ({ page, copilot }) => {
    await page.evaluate(() => window.Aisle('open'));
    await copilot.field.waitFor();
    await page.evaluate(() => window.Aisle('close'));
    await expect(copilot.panel).toBeHidden();
    await expect(copilot.launcher).toBeVisible();
    expect(await heard(page)).toEqual(['open null', 'close null']);
  });

  test('ask opens the panel and asks', async ({ page, copilot }) => {
    await page.evaluate(() => window.Aisle('ask', 'a camera'));
    await copilot.answered.waitFor();
    expect(await heard(page)).toEqual(['open null', 'ask {"text":"a camera"}']);
  });

  test('compare opens the panel and puts items side by side, named by their titles', async ({ page, copilot }) => {
    await page.evaluate((ids) => window.Aisle('compare', ids), [CAMERA, OTHER]);
    await expect(copilot.thread.getByRole('figure')).toBeVisible();
    expect((await heard(page)).filter((line) => line.startsWith('compare'))).toEqual([
      `compare ${JSON.stringify({ ids: [CAMERA, OTHER] })}`,
    ]);
    await expect(copilot.thread).not.toContainText(CAMERA);
  });

  test('page tells the adviser what the shopper is looking at', async ({ page, copilot }) => {
    await page.evaluate((item_id) => window.Aisle('page', { item_id, cart: [{ item_id, quantity: 2 }] }), CAMERA);
    await copilot.open();
    const asked = page.waitForRequest('**/v1/chat');
    await copilot.ask('Is this one light?');
    expect((await asked).postDataJSON().page).toEqual({
      url: `${SHOP.origin}/plain`,
      item_id: CAMERA,
      cart: [{ item_id: CAMERA, quantity: 2 }],
    });
    await copilot.answered.waitFor();
  });

  test('identify sends the token with every request from then on', async ({ page, copilot }) => {
    const tokens: (string | undefined)[] = [];
    await page.route(/\/v1\/(chat|shop)/, async (route) => {
      const { authorization, ...headers } = route.request().headers();
      if (route.request().url().endsWith('/chat')) tokens.push(authorization);
      await route.continue({ headers }); // the demo shop knows no shoppers
    });
    await page.evaluate(() => window.Aisle('identify', { token: 'e30.e30.e30' }));
    await copilot.open();
    await copilot.ask('a camera');
    await expect.poll(() => tokens).toEqual(['Bearer e30.e30.e30']);
    await copilot.answered.waitFor();
  });

  test('theme colours the panel; what is wrong or unreadable is corrected, and the console says how', async ({ page, copilot }) => {
    const words: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && words.push(message.text()));
    await page.evaluate(() => window.Aisle('theme', { accent: '#ffd400', radius: 0, textSize: 130, scheme: 'dark' }));
    await copilot.open();
    await expect(copilot.panel).toHaveCSS('border-radius', '0px');
    await expect(copilot.panel).toHaveCSS('background-color', 'rgb(26, 27, 29)');
    await expect(copilot.field).toHaveCSS('font-size', '19.5px');
    // Yellow reads well on the dark panel, the only one this theme shows.
    expect(words).toEqual([]);
    await page.evaluate(() => window.Aisle('theme', { accent: 'red; } *', radius: 99 } as AisleTheme));
    await expect.poll(() => words).toHaveLength(2);
    await expect(copilot.panel).toHaveCSS('border-radius', '24px');
  });

  test('consent: nothing is stored before the first action, nothing without consent, and its withdrawal erases', async ({
    page,
    copilot,
  }) => {
    await copilot.launcher.hover();
    expect(await stored(page)).toBe(NOTHING);
    await page.evaluate(() => window.Aisle('consent', { storage: false }));
    await copilot.open();
    await copilot.ask('a camera');
    await copilot.answered.waitFor();
    expect(await stored(page)).toBe(NOTHING);
    await page.evaluate(() => window.Aisle('consent', { storage: true }));
    await expect.poll(() => stored(page)).toContain('conversationId');
    await page.evaluate(() => window.Aisle('consent', { storage: false }));
    await expect.poll(() => stored(page)).toBe(NOTHING);
  });

  test('on hears an event by its short name, with its detail', async ({ page, copilot }) => {
    await page.evaluate(() => {
      window.Aisle('on', 'ask', (event) => window.heard.push(`heard ${event.detail.text}`));
      window.Aisle('ask', 'a tent');
    });
    await expect.poll(() => heard(page)).toContain('heard a tent');
    await copilot.answered.waitFor();
  });

  test('shutdown leaves the page as it would be without the script', async ({ page, hosts, copilot }) => {
    await hosts.openWithout('plain');
    const before = { ...(await looksOfShop(page)), globals: await globalsOf(page), stored: await stored(page) };
    await hosts.open('plain');
    await copilot.open();
    await copilot.ask('a camera');
    await copilot.answered.waitFor();
    const devtools = await page.context().newCDPSession(page);
    const listeners = async (): Promise<string[]> => {
      const { result } = await devtools.send('Runtime.evaluate', { expression: 'window' });
      const { listeners: found } = await devtools.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
      return found.map(({ type }) => type).filter((type) => !type.startsWith('__playwright'));
    };
    expect(await listeners()).not.toEqual([]);
    await page.evaluate(() => window.Aisle('shutdown'));
    await expect.poll(() => stored(page)).toBe(NOTHING);
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    await expect(copilot.host).toHaveCount(0);
    // The page had a stub of its own: it is back, empty.
    expect({ ...(await looksOfShop(page)), globals: await globalsOf(page), stored: await stored(page) }).toEqual(before);
    expect(await page.evaluate(() => 'q' in window.Aisle && (window.Aisle as { q?: unknown }).q)).toBeFalsy();
    expect(await listeners()).toEqual([]);
  });

  test('shutdown on a page without a stub takes the global away', async ({ page, hosts, copilot }) => {
    await hosts.open('bootstrap');
    await copilot.launcher.waitFor();
    await page.evaluate(() => window.Aisle('shutdown'));
    expect(await page.evaluate(() => 'Aisle' in window)).toBe(false);
  });
});

test.describe('events', () => {
  test("item-click: the browser follows the link, unless the shop's router takes it over", async ({ page, copilot }) => {
    await copilot.open();
    await copilot.ask('a camera');
    await copilot.answered.waitFor();
    await page.evaluate(() =>
      window.Aisle('on', 'item-click', (event) => {
        event.preventDefault();
        history.pushState(null, '', `${event.detail.url}?by=router`);
      }),
    );
    await copilot.linkOf(copilot.cards.first()).click();
    await expect(page).toHaveURL(/by=router/);
    await expect(copilot.panel).toBeVisible();
    expect((await heard(page)).at(-1)).toMatch(/^item-click \{"item_id":"[\w-]+","url":"[^"]+","run_id":"[^"]+"\}$/);
  });

  test('add-to-cart: offered where the shop listens, and cancelling it says that the cart has it', async ({ page, copilot }) => {
    await page.evaluate(() => window.Aisle('on', 'add-to-cart', (event) => event.preventDefault()));
    await copilot.open();
    await copilot.ask('a camera to buy');
    await copilot.answered.waitFor();
    const card = copilot.cards.first();
    await card.getByRole('button', { name: /^(Add to cart|Rent it)$/ }).click();
    await expect(card.getByText(/in (your|the) cart/i)).toBeVisible();
    expect((await heard(page)).at(-1)).toMatch(/^add-to-cart \{"item_id":"[\w-]+","offer_id":"[^"]+","quantity":1.*"run_id":"[^"]+"\}$/);
  });

  test('identify: asked for a minute before a token ends', async ({ page, copilot }) => {
    await copilot.open();
    await page.evaluate(() => {
      const exp = Math.floor(Date.now() / 1000) + 61;
      window.Aisle('identify', { token: `e30.${btoa(JSON.stringify({ exp }))}.x` });
    });
    await expect.poll(() => heard(page)).toContain('identify null');
  });

  test('handoff: the shopper wants a person', async ({ page, copilot }) => {
    await copilot.open();
    await page.evaluate(() => document.addEventListener('aisle:handoff', (event) => event.preventDefault()));
    // The contact of the demo shop is an address for letters; the browser of a test has no program for it.
    await copilot.host.getByRole('link', { name: /人工|客服|person/i }).click();
    await expect.poll(async () => (await heard(page)).at(-1)).toMatch(/^handoff \{.*\}$/);
  });

  test('ready, once, for a listener from the queue; error, with its code, for a mistake', async ({ page, hosts, copilot }) => {
    await hosts.open('queued-calls');
    await copilot.field.waitFor();
    await expect.poll(() => heard(page)).toEqual(['error internal', 'ready', 'open']);
  });
});
