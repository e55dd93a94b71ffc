import { dangerous, foreignHosts } from './fixtures/hostile.ts';
import { PAYLOADS, withHostileModel } from './fixtures/hostile-model.ts';
import { DEMO } from './fixtures/servers.ts';
import { expect, test } from './fixtures/test.ts';

// Threats in what an answer holds, as far as a browser decides about them (docs/security.md).

for (const host of ['plain', 'strict-csp'])
  test(`T5: nothing a model, a feed or a shopper writes becomes an element that acts, on ${host}`, async ({
    page,
    hosts,
    copilot,
  }, info) => {
    await withHostileModel(page);
    await hosts.open(host);
    await copilot.open();
    await copilot.ask(PAYLOADS.slice(0, 6).join(' '));
    await copilot.answered.waitFor();
    await expect(copilot.thread).toContainText('/bare?q=secret'); // of the answer alone, and near its end
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

test('T6: whatever an answer holds, no host is asked but the shop’s and the copilot’s', async ({ page, hosts, copilot }) => {
  const foreign = foreignHosts(page);
  await withHostileModel(page);
  await hosts.open('plain');
  await copilot.open();
  await copilot.ask('show me');
  await copilot.answered.waitFor();
  await expect(copilot.thread).toContainText('/bare?q=secret');
  for (const link of await copilot.thread.getByRole('link').all()) await link.hover();
  await page.mouse.wheel(0, 2000);
  expect([...foreign]).toEqual([]);
});
