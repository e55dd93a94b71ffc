import { afterEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { createClient } from '../api/client.ts';
import { createSession } from '../api/session.ts';
import { aClient, languageIn } from '../testing/shown.tsx';
import { App } from './app.tsx';
import '../console.css';

/** What this tab keeps. Its own: test files beside this one share the page's origin, and so its storage. */
const kept = new Map<string, string>();
afterEach(() => kept.clear());
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};
const enter = () => createSession(() => storage);

it('a wrong token is told, a right one is kept for this tab', async () => {
  const screen = await render(<App client={aClient()} session={enter()} language={languageIn('en')} />);
  await screen.getByLabelText('Token').fill('wrong');
  await screen.getByRole('button', { name: 'Sign in' }).click();
  await expect.element(screen.getByRole('alert')).toMatchTextContent('does not accept this token');
  expect(kept.size).toBe(0);
  await screen.getByLabelText('Token').fill('right');
  await screen.getByRole('button', { name: 'Sign in' }).click();
  await expect.element(screen.getByRole('button', { name: 'Sign out' })).toBeVisible();
  expect(enter().state().token).toBe('right');
});

it('a token that stops being accepted leads back to the way in, and is forgotten', async () => {
  const session = enter();
  session.open('old');
  const client = createClient(session, async () => new Response('{}', { status: 401 }));
  const screen = await render(<App client={client} session={session} language={languageIn('zh-CN')} />);
  await expect.element(screen.getByRole('alert').filter({ hasText: '不接受这个口令' })).toBeVisible();
  expect(kept.size).toBe(0);
});

it('whoever signs out leaves nothing behind', async () => {
  const session = enter();
  session.open('right');
  const screen = await render(<App client={aClient()} session={session} language={languageIn('en')} />);
  await screen.getByRole('button', { name: 'Sign out' }).click();
  await expect.element(screen.getByLabelText('Token')).toBeVisible();
  expect(kept.size).toBe(0);
});
