import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { errorResponse, HttpError } from './errors.ts';
import { hostCheck } from './hosts.ts';

const status = async (options: Parameters<typeof hostCheck>[0], host: string): Promise<number> => {
  const app = new Hono();
  app.onError((error, c) => errorResponse(c, error instanceof HttpError ? error : new HttpError('internal'), 'en'));
  app.use(hostCheck(options));
  app.get('*', (c) => c.text('ok'));
  return (await app.request('http://x/', { headers: { host } })).status;
};

it('T13: on loopback only loopback names are ours', async () => {
  const options = { listenHost: '127.0.0.1' };
  for (const host of ['127.0.0.1:8787', 'localhost', '[::1]:8787']) expect(await status(options, host)).toBe(200);
  for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:8787', ''])
    expect(await status(options, host)).toBe(421);
});

it('T13: with public hosts configured, those and loopback are ours', async () => {
  const options = { listenHost: '0.0.0.0', publicHosts: ['copilot.shop.example'] };
  expect(await status(options, 'copilot.shop.example')).toBe(200);
  expect(await status(options, 'copilot.shop.example:443')).toBe(200);
  expect(await status(options, 'other.example')).toBe(421);
});
