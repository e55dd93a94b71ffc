import { describe, expect, it } from 'vitest';
import type { Item } from '../protocol/item.ts';
import { aDeposit, aLease, anItemIn, aSale, money } from '../testing/items.ts';
import { createDemoShop } from './shop.ts';

const inBoth = (shared: Partial<Item> & { id: string }, zh: string, en: string) =>
  anItemIn(shared, { 'zh-CN': { title: zh }, en: { title: en } });
const rental = aLease(10000, {
  id: 'rent',
  tiers: [
    [1, 10000],
    [7, 7000],
  ],
  lease: { term: { min: 1, max: 30 }, packages: [{ periods: 7, price: money(45000) }], deposit: aDeposit(200000, { waivable: true }) },
});
const camera = inBoth({ id: 'cam-a', offers: [aSale(329900), rental], popularity: 2 }, '星夜相机', 'Starnight camera');
const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{body}}';
const shop = createDemoShop({
  items: [
    ...camera,
    ...inBoth(
      { id: 'cam-a-silver', product_id: 'cam-a', offers: [aSale(329900)], popularity: 9 },
      '星夜相机（银色）',
      'Starnight camera (silver)',
    ),
    ...inBoth({ id: 'cam-b', offers: [aSale(99900)], popularity: 1 }, hostile, hostile),
  ],
});

const get = async (path: string, headers: Record<string, string> = {}, { method = 'GET', at = shop } = {}) => {
  const response = await at.fetch(new Request(`http://shop.test${path}`, { method, headers }));
  if (!response) throw new Error(`${path} is none of the shop's`);
  return response;
};
const page = async (path: string, headers: Record<string, string> = {}) =>
  (await get(path, { 'accept-language': 'en', ...headers })).text();
const cookieWith = (lines: unknown) => ({ cookie: `cart=${encodeURIComponent(JSON.stringify(lines))}` });

describe('addresses', () => {
  it.each(['/', '/?q=camera', '/?type=cam&deal=rent', '/p/cam-a', '/cart', '/help', '/privacy'])(
    '%s is a page with one script tag of the copilot',
    async (path) => {
      const response = await get(path, {}, { at: createDemoShop({ items: camera }) });
      expect(response.status).toBe(200);
      const text = await response.text();
      expect(text.match(/<script async src="\/aisle\.js" data-site="pk_demo"><\/script>\s*<\/body>/g)).toHaveLength(1);
      expect(text.replace(/data-aisle-compare="|<\/?aisle-compare\b/g, '').match(/aisle/gi)).toHaveLength(path === '/help' ? 2 : 1);
      expect(text.match(/<h1[ >]/g)).toHaveLength(1);
      expect(text).not.toMatch(/\{\{|undefined|\[object|style="|<style| on\w+="/);
    },
  );

  it('an unknown item is a page that says so, an unknown address is none of ours', async () => {
    expect((await get('/p/cam-gone')).status).toBe(404);
    expect(await shop.fetch(new Request('http://shop.test/p/%E0%A4%A'))).toBeNull();
    expect(await shop.fetch(new Request('http://shop.test/v1/items'))).toBeNull();
    expect(await shop.fetch(new Request('http://shop.test/cart', { method: 'POST' }))).toBeNull();
  });

  it('a page forbids everything inline and everything foreign', async () => {
    const policy = (await get('/')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
  });

  it('HEAD has the headers of GET and no body', async () => {
    const response = await get('/shop.css', {}, { method: 'HEAD' });
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1000);
    expect(await response.text()).toBe('');
  });
});

describe('what shoppers and catalogues say', () => {
  it.each(['/', '/p/cam-b', '/?q=script'])('a hostile title stays text on %s', async (path) => {
    const text = await page(path);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('<img src=x');
    expect(text).toContain('{{body}}');
  });

  it('a hostile search stays text', async () => {
    const text = await page(`/?q=${encodeURIComponent(hostile)}&type=${encodeURIComponent(hostile)}`);
    expect(text).not.toContain('<script>');
    expect(text).toContain('Nothing fits these filters');
  });
});

describe('language', () => {
  const lang = async (path: string, headers: Record<string, string>) =>
    /<html lang="([^"]+)"/.exec(await (await get(path, headers)).text())?.[1];

  it('is the one asked for, else the remembered one, else the browser’s first that we speak, else Chinese', async () => {
    expect(await lang('/', {})).toBe('zh-CN');
    expect(await lang('/', { 'accept-language': 'fr, en;q=0.8, zh;q=0.5' })).toBe('en');
    expect(await lang('/', { 'accept-language': 'en;q=0, zh-TW;q=0.1' })).toBe('zh-CN');
    expect(await lang('/', { 'accept-language': 'en', cookie: 'a=b; lang=zh-CN' })).toBe('zh-CN');
    expect(await lang('/?lang=en', { cookie: 'lang=zh-CN' })).toBe('en');
  });

  it('once asked for it is remembered, and only then is a cookie set', async () => {
    expect((await get('/?lang=en')).headers.get('set-cookie')).toMatch(/^lang=en; Path=\/;/);
    expect((await get('/')).headers.get('set-cookie')).toBeNull();
    expect((await get('/?lang=xx')).headers.get('set-cookie')).toBeNull();
  });
});

describe('listing', () => {
  it('shows a product once, whatever its variants', async () => {
    expect((await page('/?type=cam')).match(/class="tile"/g)).toHaveLength(2);
  });

  it('finds a word of either language in either language', async () => {
    expect(await page('/?q=星夜')).toContain('Starnight camera');
    expect(await page('/?q=STARNIGHT', { 'accept-language': 'zh' })).toContain('星夜相机');
  });

  it('with "rent" shows only what is let', async () => {
    expect((await page('/?deal=rent')).match(/class="tile"/g)).toHaveLength(1);
  });
});

describe('rentals', () => {
  it('the page of a length asked for shows its total, the package when that is cheaper', async () => {
    expect(await page('/p/cam-a?days=2')).toMatch(/data-say="total">¥200</);
    expect(await page('/p/cam-a?days=7')).toMatch(/data-say="total">¥450<.*Package price, ¥40 less/s);
  });

  it('a quote is the same sum, and a length that cannot be had is not found', async () => {
    const quote = async (days: string) => get(`/quote?item=cam-a&offer=rent&days=${days}`, { 'accept-language': 'en' });
    expect(await (await quote('10')).json()).toEqual({ rate: '¥70/day', term: 'Rent for 10 days', total: '¥700', saved: '' });
    for (const days of ['31', '0', '-1', 'many']) expect((await quote(days)).status).toBe(404);
  });
});

describe('cart', () => {
  it('is priced by the catalogue, with the deposit apart from what is paid', async () => {
    const text = await page(
      '/cart',
      cookieWith([
        ['cam-a', 'rent', 2, 7],
        ['cam-b', 'sale', 1],
      ]),
    );
    expect(text).toMatch(/To pay<\/dt><dd>¥1,899</);
    expect(text).toMatch(/Deposits, refundable<\/dt><dd>¥4,000</);
    expect(text).toMatch(/aria-label="Cart, 3 items"/);
  });

  it('a line that cannot be had any more is named and can be cleared', async () => {
    const text = await page(
      '/cart',
      cookieWith([
        ['gone', 'x', 1],
        ['cam-a', 'rent', 1, 400],
        ['cam-b', 'sale', 1],
      ]),
    );
    expect(text).toContain('2 lines are not shown');
    expect(text).toContain('data-drop="0,1"');
  });

  it.each([
    '',
    'cart=',
    'cart=%',
    'cart=[[1,2]]',
    'cart={}',
    `cart=${encodeURIComponent('[["cam-a","sale",-1],["cam-a","sale",1.5],null]')}`,
  ])('a cookie that is no cart (%s) is an empty one', async (cookie) => {
    expect(await page('/cart', { cookie })).toContain('Your cart is empty');
  });
});

describe('what the copilot is told', () => {
  const told = async (path: string, headers: Record<string, string> = {}) =>
    / src="\/copilot.js"([^>]*)>/
      .exec(await page(path, headers))?.[1]
      ?.replaceAll('&quot;', '"')
      .trim();

  it('is the item of an item page, the lines of the cart, and nothing on a listing', async () => {
    expect(await told('/p/cam-a')).toBe('data-item="cam-a"');
    expect(await told('/cart', cookieWith([['cam-a', 'rent', 2, 7]]))).toBe('data-cart="[{"item_id":"cam-a","quantity":2}]"');
    expect(await told('/cart')).toBe('data-cart="[]"');
    for (const path of ['/', '/?type=cam', '/help', '/p/cam-gone']) expect(await told(path)).toBe('');
  });
});

describe('files', () => {
  it('a picture is drawn for every item, and known by its ETag', async () => {
    const first = await get('/pictures/cam-a-silver-2.svg');
    expect(first.headers.get('content-type')).toBe('image/svg+xml');
    const etag = first.headers.get('etag') ?? '';
    expect((await get('/pictures/cam-a-silver-2.svg', { 'if-none-match': `W/${etag}` })).status).toBe(304);
    expect(await shop.fetch(new Request('http://shop.test/pictures/cam-gone.svg'))).toBeNull();
  });

  it('one byte range of a file is a part of it', async () => {
    const all = await (await get('/cart.js')).text();
    const part = async (range: string) => {
      const response = await get('/cart.js', { range });
      return [response.status, response.headers.get('content-range'), await response.text()];
    };
    expect(await part('bytes=3-9')).toEqual([206, `bytes 3-9/${all.length}`, all.slice(3, 10)]);
    expect(await part('bytes=-5')).toEqual([206, `bytes ${all.length - 5}-${all.length - 1}/${all.length}`, all.slice(-5)]);
    expect(await part('bytes=10-')).toEqual([206, `bytes 10-${all.length - 1}/${all.length}`, all.slice(10)]);
    expect((await part(`bytes=${all.length}-`)).slice(0, 2)).toEqual([416, `bytes */${all.length}`]);
    expect((await part('bytes=0-1,3-4'))[0]).toBe(200);
    expect((await part('lines=1-2'))[0]).toBe(200);
  });

  it.each(['/../package.json', '/..%2fpackage.json', '/%2e%2e/src/demo/shop.js', '/.env.js', '/demo', '/nothing.css'])(
    'nothing outside the public folder is served: %s',
    async (path) => {
      expect(await shop.fetch(new Request(`http://shop.test${path}`))).toBeNull();
    },
  );
});
