import { serve } from '@hono/node-server';
import { Hono } from 'hono';

// The usual small relay: Hono in front, `fetch` behind, the body handed through.
const app = new Hono();
app.post('/', async () => {
  const answer = await fetch(`${process.env.MODEL_BASE_URL}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: process.env.MODEL_NAME, messages: [{ role: 'user', content: 'hi' }], stream: true }),
  });
  return new Response(answer.body, { status: answer.status, headers: { 'content-type': 'text/event-stream' } });
});
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' });
