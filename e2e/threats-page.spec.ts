import { dangerous, EVIL, foreignHosts } from './fixtures/hostile.ts';
import { DEMO } from './fixtures/servers.ts';
import { expect, test } from './fixtures/test.ts';

// Threats between the widget and the page it stands on, in both directions (docs/security.md).

test('T18: a page that poisons prototypes and listens everywhere hears no token, and keeps working', async ({
  page,
  hosts,
  copilot,
  provoked,
}) => {
  const token = `${'e30'}.${Buffer.from(JSON.stringify({ sub: 'ann', exp: Math.floor(Date.now() / 1000) + 600 })).toString('base64url')}.c2lnbmF0dXJl`;
  provoked.push(/401/); // the made-up token is refused
  await hosts.open('hostile');
  await copilot.launcher.waitFor();
  await page.evaluate((given) => window.Aisle('identify', { token: given }), token);
  await copilot.open();
  await copilot.ask('a camera');
  await expect(copilot.thread).toContainText('a camera');
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const heard = await page.evaluate(() => window.overheard);
  expect(heard.filter((line) => line.includes(token))).toEqual([]);
  // No global and nothing stored holds it.
  const reachable = await page.evaluate((given) => {
    const texts = [...Object.values({ ...localStorage }), ...Object.values({ ...sessionStorage }), document.cookie];
    for (const name of Object.getOwnPropertyNames(window)) {
      const value = (window as unknown as Record<string, unknown>)[name];
      if (typeof value === 'string') texts.push(value);
    }
    texts.push(document.documentElement.outerHTML, String(window.Aisle), ...Object.values(window.Aisle).map(String));
    return texts.filter((text) => text.includes(given)).length;
  }, token);
  expect(reachable).toBe(0);
  await expect(page.locator('#first')).toBeVisible();
});

/** Themes, attributes and calls that try to get out of what they are for. */
const CONFIGS: readonly unknown[] = [
  ...[
    'red;} * {display:none',
    `url(${EVIL}/t)`,
    'expression(alert(1))',
    '</style><img src=x onerror=window.pwned=1>',
    'var(--x, url(https://evil.example/v))',
    '#fff;background:url(https://evil.example/b)',
    'javascript:window.pwned=1',
    `image-set("${EVIL}/i" 1x)`,
    '\\75rl(https://evil.example/e)',
    'calc(1px); } @import "https://evil.example/c";',
  ].map((accent) => ({ accent })),
  { radius: '</style><script>window.pwned=1</script>' },
  { radius: { toString: 'x' } },
  { textSize: '100px;position:fixed' },
  { font: `x; src: url(${EVIL}/f)` },
  { fontFamily: `"x";} @font-face{src:url(${EVIL}/g)}` },
  { logo: `${EVIL}/logo.svg` },
  { icon: '<svg onload=window.pwned=1>' },
  { css: `@import url(${EVIL}/h)` },
  { style: '*{display:none}' },
  { className: '"><img src=x onerror=window.pwned=1>' },
  { launcher: { html: '<img src=x onerror=window.pwned=1>' } },
  { __proto__: { accent: `url(${EVIL}/p)` } },
  { constructor: { prototype: { polluted: 1 } } },
  { accent: ['#fff', `url(${EVIL}/a)`] },
  { accent: { toString: 'url' } },
  { accent: 'x'.repeat(100_000) },
  'a text',
  42,
  null,
  [{ accent: `url(${EVIL}/l)` }],
  { accent: '#12\u0000345' },
];
const ATTRIBUTES = ['data-site', 'data-locale', 'data-accent', 'data-position', 'data-label', 'data-greeting'];

test('T20: thirty hostile themes and attributes add no element, ask no host and hide nothing', async ({
  page,
  hosts,
  copilot,
  provoked,
}) => {
  provoked.push(/401|Failed to load resource/);
  const foreign = foreignHosts(page);
  await hosts.open('plain');
  await copilot.launcher.waitFor();
  const elements = () => page.evaluate(() => document.querySelectorAll('*').length);
  const before = await elements();
  expect(CONFIGS.length).toBeGreaterThanOrEqual(30);
  for (const config of CONFIGS) await page.evaluate((theme) => window.Aisle('theme', theme as never), config);
  await copilot.open();
  for (const config of CONFIGS) await page.evaluate((theme) => window.Aisle('theme', theme as never), config);
  expect(await elements()).toBe(before);
  expect(await dangerous(page)).toEqual([]);
  expect(await page.evaluate(() => [window.pwned, ({} as { polluted?: unknown }).polluted, document.styleSheets.length])).toEqual([
    undefined,
    undefined,
    await page.evaluate(() => document.querySelectorAll('style, link[rel=stylesheet]').length),
  ]);
  await expect(copilot.field).toBeVisible();
  await expect(page.locator('#first')).toBeVisible();

  // The same in the tag itself.
  for (const attribute of ATTRIBUTES) {
    await hosts.open('plain');
    await copilot.host.waitFor({ state: 'attached' });
    await page.evaluate(
      ([name, value, src]) => {
        window.Aisle('shutdown');
        const script = document.createElement('script');
        script.setAttribute(name ?? '', value ?? '');
        script.src = src ?? '';
        document.body.append(script);
      },
      [attribute, `"><img src=x onerror=window.pwned=1><a href=${EVIL}>`, `${DEMO.origin}/aisle.js`],
    );
    await copilot.host.waitFor({ state: 'attached' });
    expect(await dangerous(page)).toEqual([]);
    expect(await page.evaluate(() => window.pwned)).toBeUndefined();
  }
  expect([...foreign]).toEqual([]);
});

test('T19: opening, answering and closing move nothing of the page and throw nothing in it', async ({ page, hosts, copilot }) => {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    // What moves inside the panel is the panel's; what moves around it is the page's.
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { sources?: { node?: Node | null }[] })[])
        for (const { node } of entry.sources ?? [])
          if (node && !(node.getRootNode() instanceof ShadowRoot) && node.nodeName !== 'AISLE-COPILOT') shifts.push(node.nodeName);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await hosts.open('plain');
  await copilot.launcher.waitFor();
  await copilot.open();
  await copilot.ask('a camera');
  await copilot.answered.waitFor();
  await page.keyboard.press('Escape');
  await expect(copilot.panel).toBeHidden();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
});
