import { expect, test } from 'vitest';
import { boundedFetch } from './bounded-fetch.ts';

const answering = (type: string, chunks: readonly string[]) => async () =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
        controller.close();
      },
    }),
    { headers: { 'content-type': type } },
  );
const read = async (limit: number, type: string, chunks: readonly string[]) =>
  (await boundedFetch(limit, answering(type, chunks))('https://x.example')).text();

test('an answer within the limit arrives whole', async () => {
  expect(await read(10, 'application/json', ['12345', '67890'])).toBe('1234567890');
});

test('an answer past the limit is an error', async () => {
  await expect(read(9, 'application/json', ['12345', '67890'])).rejects.toThrow('too large');
});

test('an event stream may last: each event is measured by itself', async () => {
  const events = Array.from({ length: 50 }, () => 'data: x\n\n');
  expect(await read(20, 'text/event-stream', events)).toBe(events.join(''));
  await expect(read(20, 'text/event-stream', ['data: x\n\n', `data: ${'y'.repeat(30)}`])).rejects.toThrow('too large');
});

test('an answer without a body passes', async () => {
  const response = await boundedFetch(1, async () => new Response(null, { status: 202 }))('https://x.example');
  expect(response.status).toBe(202);
});
