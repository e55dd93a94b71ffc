import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';

/** Bodies that were posted to a route so far. */
function posted(page: Page, path: string): unknown[] {
  const bodies: unknown[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && new URL(request.url()).pathname === path) bodies.push(request.postDataJSON());
  });
  return bodies;
}
const stored = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }));

test.describe('an answer', () => {
  test('can be judged, with a note, and copied', async ({ page, context, storefront, copilot }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const verdicts = posted(page, '/v1/feedback');
    await storefront.home();
    await copilot.open();
    await copilot.ask('租一台相机，7天');
    await copilot.answered.waitFor();
    await copilot.thread.getByRole('button', { name: '没有帮助' }).click();
    await copilot.thread.getByRole('textbox', { name: /哪里不合适/ }).fill('太重了');
    await copilot.thread.getByRole('button', { name: '发送意见' }).click();
    await expect.poll(() => verdicts).toMatchObject([{ verdict: 'down' }, { verdict: 'down', note: '太重了' }]);
    await copilot.thread.getByRole('button', { name: '复制' }).click();
    await expect(copilot.announced.filter({ hasText: '已复制' })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(await copilot.titleOf(copilot.cards.first()).textContent());
  });

  test('is counted card by card with consent, and not without', async ({ page, hosts, copilot }) => {
    const counted = posted(page, '/v1/events');
    await hosts.open('plain');
    await copilot.open();
    await copilot.ask('rent a camera for 7 days');
    await copilot.answered.waitFor();
    expect(counted).toEqual([]);
    await page.evaluate(() => window.Aisle?.('consent', { analytics: true }));
    await expect.poll(() => counted).toMatchObject([{ kind: 'card_seen', run_id: expect.any(String) }]);
    await page.evaluate(() => document.addEventListener('aisle:item-click', (event) => event.preventDefault()));
    await copilot.linkOf(copilot.cards.first()).click();
    await expect.poll(() => counted).toContainEqual(expect.objectContaining({ kind: 'item_click' }));
    const seen = counted.filter((event) => (event as { kind: string }).kind === 'card_seen').map((event) => JSON.stringify(event));
    expect(new Set(seen).size).toBe(seen.length);
    await page.evaluate(() => window.Aisle?.('consent', { analytics: false }));
    const before = counted.length;
    await copilot.ask('a tent');
    await copilot.answered.waitFor();
    expect(counted).toHaveLength(before);
  });
});

test.describe('the menu', () => {
  test('saves the conversation as a file that can be read', async ({ page, storefront, copilot }) => {
    await storefront.home();
    await copilot.open();
    await copilot.ask('租一台相机，7天');
    await copilot.answered.waitFor();
    const title = (await copilot.titleOf(copilot.cards.first()).textContent()) ?? '';
    await copilot.menu.click();
    const download = page.waitForEvent('download');
    await copilot.panel.getByRole('button', { name: '保存这次对话' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^对话记录-\d{4}-\d\d-\d\d\.md$/);
    const text = await readFile(await file.path(), 'utf8');
    expect(text).toContain('租一台相机，7天');
    expect(text).toContain(`**${title}**`);
    expect(text).toMatch(/¥\d/);
  });

  test('deletes the conversation after a question: the server forgets it, so does the page, and it greets anew', async ({
    page,
    storefront,
    copilot,
  }) => {
    await storefront.home();
    await copilot.open();
    await copilot.ask('租一台相机，7天');
    await copilot.answered.waitFor();
    const id = /"conversationId":"([^"]+)"/.exec((await stored(page)).replaceAll('\\', ''))?.[1] ?? '';
    expect((await page.request.get(`/v1/conversations/${id}`)).status()).toBe(200);
    await copilot.field.fill('半句');
    await copilot.menu.click();
    await copilot.panel.getByRole('button', { name: '删除这次对话' }).click();
    await copilot.panel.getByRole('button', { name: '保留' }).click();
    await copilot.panel.getByRole('button', { name: '删除这次对话' }).click();
    await copilot.panel.getByRole('button', { name: '删除', exact: true }).click();
    await expect(copilot.cards).toHaveCount(0);
    await expect(copilot.thread.getByRole('listitem').first()).toBeVisible();
    await expect(copilot.field).toHaveValue('');
    await expect.poll(() => stored(page)).toBe('{}');
    expect((await page.request.get(`/v1/conversations/${id}`)).status()).toBe(404);
  });

  test('is worked by keyboard; the text size it sets is kept', async ({ page, storefront, copilot }) => {
    await storefront.home();
    await copilot.open();
    const height = async () => (await copilot.panel.getByRole('heading').boundingBox())?.height ?? 0;
    const before = await height();
    await copilot.menu.focus();
    await page.keyboard.press('Enter');
    await expect(copilot.panel.getByRole('button', { name: '标准' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await expect(copilot.menu).toBeFocused();
    await expect.poll(height).toBeGreaterThan(before * 1.2);
    await page.reload();
    await expect.poll(height).toBeGreaterThan(before * 1.2);
  });
});

test('what was noted can be taken back, and stays so after a reload', async ({ page, storefront, copilot }) => {
  await storefront.home();
  await copilot.open();
  await copilot.ask('想租一台相机，7天，预算每天200元以内');
  await copilot.answered.waitFor();
  const notes = copilot.panel.getByRole('button', { name: /^忘掉/ });
  await expect(notes.first()).toBeVisible();
  const before = await notes.count();
  const forgotten = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await notes.first().click();
  await expect(notes).toHaveCount(before - 1);
  await forgotten;
  await page.reload();
  await expect(copilot.cards.first()).toBeVisible();
  await expect(notes).toHaveCount(before - 1);
});

test('the way to a person tells the shop which conversation it is', async ({ page, storefront, copilot }) => {
  await storefront.home();
  await copilot.open();
  await copilot.ask('租一台相机，7天');
  await copilot.answered.waitFor();
  await page.evaluate(() => {
    window.heard = [];
    document.addEventListener('aisle:handoff', (event) => {
      window.heard.push((event as CustomEvent<{ conversation_id?: string }>).detail.conversation_id ?? 'none');
    });
  });
  await copilot.panel.getByRole('link', { name: '找人工' }).click();
  await expect.poll(() => page.evaluate(() => window.heard)).toEqual([expect.stringMatching(/^.{16,}$/)]);
});
