import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { chatRequestSchema } from '../../protocol/chat.ts';
import { compareRequestSchema } from '../../protocol/compare.ts';
import { readBody } from './body.ts';
import { errorResponse, HttpError } from './errors.ts';

const app = new Hono();
app.onError((error, c) => errorResponse(c, error instanceof HttpError ? error : new HttpError('internal'), 'zh-CN'));
app.post('/compare', async (c) => c.json(await readBody(c, compareRequestSchema)));
app.post('/chat', async (c) => c.json(await readBody(c, chatRequestSchema)));

const messageOf = async (path: string, body: unknown): Promise<string> => {
  const response = await app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(400);
  return ((await response.json()) as { error: { message: string } }).error.message;
};

it('a field at fault is named with what it should be, in the language of the body', async () => {
  expect(await messageOf('/compare', { ids: ['a', 'b'], days: 0, locale: 'en' })).toMatch(/^[A-Z].*\(days: must be at least 0\.01\)$/);
  expect(await messageOf('/compare', { ids: 'a', locale: 'en' })).toContain('(ids: must be Array)');
  expect(await messageOf('/compare', { locale: 'en' })).toContain('(ids: is missing)');
  expect(await messageOf('/compare', { ids: ['a', 'b'], locale: 5 })).toMatch(/^\p{Script=Han}.*\(locale: must be string\)$/u);
});

it('no message repeats a value of the request', async () => {
  for (const body of [{ message: 'planted' }, { message: { id: 'planted', text: 'planted' }, locale: 'en' }, { locale: 'planted planted' }])
    expect(await messageOf('/chat', body)).not.toContain('planted');
});
