import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ARCHIVE } from './fixtures/servers.ts';
import { expect, test } from './fixtures/test.ts';
import type { Copilot } from './pages/copilot.ts';

// Whose runs a model may learn from: said by the page, carried by each message, kept with the run, obeyed by `npm run export`.

test.use({ locale: 'en' });

const OPEN = { training: true } as const;
const allow = (page: Page, consent: { readonly training: boolean }): Promise<void> =>
  page.evaluate((given) => window.Aisle('consent', given), consent);

/** Asks in the panel. @returns the conversation's id, as soon as the answer begins. */
async function ask(page: Page, copilot: Copilot, text: string): Promise<string> {
  // The browser asks first whether it may (CORS), at the same address.
  const answer = page.waitForResponse((response) => response.url().endsWith('/v1/chat') && response.request().method() === 'POST');
  await copilot.ask(text);
  return (await answer).headers()['aisle-conversation'] ?? '';
}

/** `npm run export` of one conversation. @returns its exit code, what it says, and the lines it wrote. */
async function exported(conversation: string): Promise<{ code: number | null; said: string; lines: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-export-'));
  const out = join(folder, 'data');
  try {
    const chosen = ['--format', 'trl', '--kind', 'sft', '--split', '100,0,0', '--archive', ARCHIVE, '--conversation', conversation];
    const child = spawn(process.execPath, ['scripts/export.ts', '--out', out, ...chosen]);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes));
    const code = await new Promise<number | null>((ended) => child.on('close', ended));
    const lines = code === 0 ? readdirSync(join(out, 'trl')).map((name) => readFileSync(join(out, 'trl', name), 'utf8')) : [];
    return { code, said, lines: lines.join('') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A finished run reaches the archive behind the turn's back: it is exported again until what it says is there. */
const says = (conversation: string) => expect.poll(async () => (await exported(conversation)).said, { timeout: 40_000 });

test.beforeEach(async ({ hosts, copilot }) => {
  test.setTimeout(120_000); // several exports, each a process of its own
  await hosts.open('plain');
  await copilot.open();
});

test('a run is exported where the page says that the shopper agreed', async ({ page, copilot }) => {
  await allow(page, OPEN);
  const conversation = await ask(page, copilot, 'the lightest camera for a trip');
  await says(conversation).toContain('1 of 1 runs');
  expect((await exported(conversation)).lines).toContain('the lightest camera for a trip');
});

test('nothing is exported of a shopper who was not asked, nor of one who agreed to be counted only', async ({ page, copilot }) => {
  await page.evaluate(() => window.Aisle('consent', { storage: true, analytics: true }));
  const conversation = await ask(page, copilot, 'a tent for two');
  await says(conversation).toContain('none of their shoppers let the shop train');
  expect((await exported(conversation)).code).toBe(1);
});

test('whoever takes it back takes the whole conversation along', async ({ page, copilot }) => {
  await allow(page, OPEN);
  const conversation = await ask(page, copilot, 'a tent for two');
  await says(conversation).toContain('1 of 1 runs');
  await allow(page, { training: false });
  expect(await ask(page, copilot, 'cheaper')).toBe(conversation);
  await says(conversation).toContain('2 runs match, and none');
});

test('a conversation that the shopper deletes is gone from every later export', async ({ page, copilot }) => {
  await allow(page, OPEN);
  const conversation = await ask(page, copilot, 'a tent for two');
  await says(conversation).toContain('1 of 1 runs');
  await copilot.menu.click();
  await copilot.panel.getByRole('button', { name: /^(Delete this conversation|删除这次对话)$/ }).click();
  await copilot.panel.getByRole('button', { name: /^(Delete|删除)$/ }).click();
  await says(conversation).toContain('was erased');
});
