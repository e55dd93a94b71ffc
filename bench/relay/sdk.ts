import { createServer } from 'node:http';
import { streamText } from 'ai';
import { createParser } from 'eventsource-parser';

// `streamText` of the AI SDK in front of the lightest provider that can be written for it: one `JSON.parse` a frame and no schema.
// The SDK's own provider packages check each chunk against a schema besides, so this flatters it.
type Model = Extract<Parameters<typeof streamText>[0]['model'], { specificationVersion: 'v4' }>;
type Part = Awaited<ReturnType<Model['doStream']>>['stream'] extends ReadableStream<infer T> ? T : never;

const counted = { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined };
const model: Model = {
  specificationVersion: 'v4',
  provider: 'bench',
  modelId: process.env.MODEL_NAME ?? '',
  supportedUrls: {},
  doGenerate: () => Promise.reject(new Error('not asked for')),
  async doStream() {
    const answer = await fetch(`${process.env.MODEL_BASE_URL}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: process.env.MODEL_NAME, messages: [{ role: 'user', content: 'hi' }], stream: true }),
    });
    const decoder = new TextDecoder();
    let out: TransformStreamDefaultController<Part> | undefined;
    const parser = createParser({
      onEvent({ data }) {
        if (data === '[DONE]') return;
        const { choices } = JSON.parse(data) as { choices: { delta: { content?: string } }[] };
        const content = choices[0]?.delta.content;
        if (content) out?.enqueue({ type: 'text-delta', id: '1', delta: content });
      },
    });
    const parts = new TransformStream<Uint8Array, Part>({
      start(controller) {
        out = controller;
        controller.enqueue({ type: 'stream-start', warnings: [] });
        controller.enqueue({ type: 'text-start', id: '1' });
      },
      transform: (bytes) => parser.feed(decoder.decode(bytes, { stream: true })),
      flush(controller) {
        controller.enqueue({ type: 'text-end', id: '1' });
        const usage = { inputTokens: counted, outputTokens: { total: undefined, text: undefined, reasoning: undefined } };
        controller.enqueue({ type: 'finish', finishReason: { unified: 'stop', raw: 'stop' }, usage });
      },
    });
    if (!answer.body) throw new Error('no body');
    return { stream: answer.body.pipeThrough(parts) };
  },
};

createServer((request, response) => {
  request.resume();
  void streamText({ model, prompt: 'hi' }).pipeUIMessageStreamToResponse(response);
}).listen(Number(process.env.PORT), '127.0.0.1');
