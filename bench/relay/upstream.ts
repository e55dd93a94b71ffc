import { createServer, type ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';

// A provider that costs as little as possible: the same prepared frames to everybody. Tokens and events a second are in the
// environment of the request's `model` field: "bench-<tokens>-<rate>", rate 0 for as fast as the socket takes it.
const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });

const words = [
  'The ',
  'light ',
  'camera ',
  'suits ',
  'a night ',
  'under ',
  'the stars',
  '. ',
  '轻便的',
  '相机',
  '适合',
  '拍',
  '星空',
  '。',
  '\n\n',
  'It ',
];

function chunk(delta: object, finish_reason: string | null): string {
  const frame = {
    id: 'chatcmpl-C2QD4vblfNcSDeoXmULJR4umoKNqY',
    object: 'chat.completion.chunk',
    created: 1_754_693_442,
    model: 'bench',
    system_fingerprint: 'fp_07871e2ad8',
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
    usage: null,
  };
  return `data: ${JSON.stringify(frame)}\n\n`;
}

const frames = words.map((content) => Buffer.from(chunk({ content }, null)));
const ending = `${chunk({}, 'stop')}data: {"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":9}}\n\ndata: [DONE]\n\n`;

async function unpaced(response: ServerResponse, tokens: number): Promise<void> {
  for (let n = 0; n < tokens && !response.destroyed; n += 1) {
    if (!response.write(frames[n % frames.length])) await new Promise((resolve) => response.once('drain', resolve));
  }
  response.end(ending);
}

function paced(response: ServerResponse, tokens: number, rate: number): void {
  let sent = 0;
  const send = () => {
    response.write(frames[sent % frames.length]);
    sent += 1;
    if (sent < tokens) return;
    clearInterval(timer);
    response.end(ending);
  };
  let timer: NodeJS.Timeout;
  response.once('close', () => clearInterval(timer));
  // Streams start at different moments of the beat, as they do in life.
  timer = setTimeout(
    () => {
      timer = setInterval(send, 1000 / rate);
    },
    (Math.random() * 1000) / rate,
  );
}

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (piece) => {
    body += piece;
  });
  request.on('end', () => {
    const [, tokens = 100, rate = 0] = String(JSON.parse(body).model).split('-').map(Number);
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    if (rate > 0) paced(response, tokens, rate);
    else void unpaced(response, tokens);
  });
});
process.on('disconnect', () => process.exit());
server.listen(Number(values.port), '127.0.0.1', () => process.send?.({ listening: (server.address() as { port: number }).port }));
