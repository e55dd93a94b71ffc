import { createServer, type ServerResponse } from 'node:http';
import { createHostedModel } from '../../src/bff/model/hosted/hosted.ts';
import type { ModelRequest } from '../../src/bff/model/port.ts';
import { encodedDone, encodeFrame, eventStreamHeaders } from '../../src/protocol/sse.ts';

// The model port alone: upstream frames → model events → frames of our own stream. No guard, no run log.
const model = createHostedModel({ base_url: process.env.MODEL_BASE_URL ?? '', name: process.env.MODEL_NAME ?? '' });
const question: ModelRequest = { messages: [{ role: 'user', text: 'hi' }], tools: [], max_output_tokens: 1500, facts: { locale: 'en' } };

async function relay(response: ServerResponse): Promise<void> {
  response.writeHead(200, eventStreamHeaders);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  let n = 0;
  for await (const event of model.stream(question, gone.signal)) {
    if (event.type === 'text') response.write(encodeFrame({ type: 'text-delta', id: 'r.1.1', delta: event.text }, ++n));
  }
  response.end(encodedDone);
}

createServer((request, response) => {
  request.resume();
  relay(response).catch(() => response.destroy());
}).listen(Number(process.env.PORT), '127.0.0.1');
