import { expect, test } from './fixtures/test.ts';

declare global {
  interface Window {
    heard: string[];
    first: unknown;
    violations: string[];
    pressed: string[];
  }
}

test.describe('before the first intent', () => {
  test('T19: the page pays one request, and nothing is stored', async ({ page, hosts, copilot }) => {
    await hosts.open('plain');
    await copilot.launcher.waitFor();
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    expect(hosts.requests.map((request) => new URL(request.url()).pathname)).toEqual(['/aisle.js']);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
  });

  test('T19: one global comes, and one element', async ({ page, hosts, copilot }) => {
    const globals = () => page.evaluate(() => Object.keys(window));
    await page.route('**/aisle.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await hosts.open('hotkeys');
    const before = new Set(await globals());
    await page.unroute('**/aisle.js');
    await hosts.open('hotkeys');
    await copilot.launcher.waitFor();
    expect((await globals()).filter((name) => !before.has(name))).toEqual(['Aisle']);
    await expect(page.locator('body > :not(script)')).toHaveCount(3); // its header and its goods, and our element
  });

  test('pointing at the launcher fetches the panel against its hash; the import is answered by the cache', async ({
    page,
    hosts,
    copilot,
  }) => {
    const overTheNetwork: string[] = [];
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    devtools.on('Network.responseReceived', ({ response }) => {
      if (!response.fromDiskCache) overTheNetwork.push(new URL(response.url).pathname.replace(/^.*\//, ''));
    });
    await hosts.open('plain');
    await copilot.launcher.hover();
    await expect.poll(() => overTheNetwork).toContain('mount.js');
    await copilot.open();
    expect(overTheNetwork.filter((file) => file === 'mount.js')).toHaveLength(1);
  });
});

test.describe('calls of the shop', () => {
  test('made before the script has come, they are answered in their order, each for itself', async ({ page, hosts, copilot }) => {
    await hosts.open('queued-calls');
    await copilot.field.waitFor();
    await expect.poll(() => page.evaluate(() => window.heard)).toEqual(['error internal', 'ready', 'open']);
  });

  test('the accent colours the launcher before the panel is loaded, with words that can be read on it', async ({
    page,
    hosts,
    copilot,
  }) => {
    await hosts.open('plain');
    await page.evaluate(() => window.Aisle('theme', { accent: '#ffd400' }));
    await expect(copilot.launcher).toHaveCSS('background-color', 'rgb(255, 212, 0)');
    await expect(copilot.launcher).toHaveCSS('color', 'rgb(0, 0, 0)');
    await page.evaluate(() => window.Aisle('theme', { accent: 'url(https://elsewhere.example/x)' }));
    await expect(copilot.launcher).toHaveCSS('background-color', 'rgb(255, 212, 0)');
  });

  test('a second script warns and changes nothing', async ({ page, hosts, copilot }) => {
    const warnings: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    await hosts.open('two-snippets');
    await expect(copilot.host).toHaveCount(1);
    await expect(copilot.launcher).toHaveText('Ask for advice');
    expect(await page.evaluate(() => window.Aisle === window.first)).toBe(true);
    await expect.poll(() => warnings).toEqual([expect.stringContaining('Aisle')]);
  });

  test('shutdown takes everything away, and a later start begins anew', async ({ page, hosts, copilot }) => {
    await hosts.open('plain');
    await copilot.open();
    await page.evaluate(() => window.Aisle('shutdown'));
    await expect(copilot.host).toHaveCount(0);
    expect(await page.evaluate(() => String(window.Aisle))).toContain('Aisle.q'); // the shop's own stub again
    await page.evaluate(() => {
      window.Aisle('open');
      const again = document.createElement('script');
      again.src = document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '';
      document.body.append(again);
    });
    await copilot.field.waitFor();
    await expect(copilot.host).toHaveCount(1);
  });

  test('T26: a panel whose bytes are not those of the build does not run: one error event, and a way to try again', async ({
    page,
    hosts,
    copilot,
    provoked,
  }) => {
    provoked.push(/integrity/);
    await page.route('**/mount.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'window.forged = true', headers: { 'access-control-allow-origin': '*' } }),
    );
    await hosts.open('plain');
    await page.evaluate(() => {
      window.heard = [];
      document.addEventListener('aisle:error', (event) => window.heard.push((event as CustomEvent<{ code: string }>).detail.code));
    });
    await copilot.launcher.click();
    await expect.poll(() => page.evaluate(() => window.heard)).toEqual(['load_failed']);
    expect(await page.evaluate(() => 'forged' in window)).toBe(false);
    await page.unroute('**/mount.js');
    await copilot.open();
  });
});

test.describe('a shop of one page', () => {
  test('keeps the open panel when it replaces its body', async ({ page, hosts, copilot }) => {
    await hosts.open('single-page');
    await copilot.open();
    await copilot.field.fill('half a question');
    await page.getByRole('button', { name: 'Replace the body' }).click();
    await expect(copilot.field).toHaveValue('half a question');
    await page.getByRole('button', { name: 'Empty the body' }).click();
    await expect(copilot.field).toHaveValue('half a question');
  });
});
