import { createServer, type ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';
import { stamp } from './stamp.ts';

// A provider that costs as little as possible: prepared frames. Tokens and events a second stand in the request, in the model's name or,
// before it, in the shopper's words: "bench-<tokens>-<rate>", rate 0 for as fast as the socket takes it; "bench-<tokens>-<rate>-tool"
// calls search_db first. Of paced tokens each fourth is the moment it was sent.
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
const STAMP_EVERY = 4;

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
const [beforeStamp = '', afterStamp = ''] = chunk({ content: 'STAMP ' }, null).split('STAMP');
const usage = 'data: {"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":9}}\n\ndata: [DONE]\n\n';
const ending = chunk({}, 'stop') + usage;
const call = { index: 0, id: 'call_1', type: 'function', function: { name: 'search_db', arguments: '{"query":"camera"}' } };
const toolCall = chunk({ tool_calls: [call] }, null) + chunk({}, 'tool_calls') + usage;

async function unpaced(response: ServerResponse, tokens: number): Promise<void> {
  for (let n = 0; n < tokens && !response.destroyed; n += 1) {
    if (!response.write(frames[n % frames.length])) await new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
  }
  response.end(ending);
}

function paced(response: ServerResponse, tokens: number, rate: number): void {
  let sent = 0;
  const send = () => {
    response.write(sent % STAMP_EVERY === 0 ? beforeStamp + stamp() + afterStamp : (frames[sent % frames.length] ?? ''));
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
  request.setEncoding('utf8');
  request.on('data', (piece: string) => {
    body += piece;
  });
  request.on('end', () => {
    const asked = [...body.matchAll(/bench-(\d+)-(\d+)(-tool)?/g)].at(-1);
    const [tokens, rate] = [Number(asked?.[1] ?? 100), Number(asked?.[2] ?? 0)];
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    if (asked?.[3] && !body.includes('"role":"tool"')) response.end(toolCall);
    else if (rate > 0) paced(response, tokens, rate);
    else void unpaced(response, tokens);
  });
});
process.on('disconnect', () => process.exit());
server.listen(Number(values.port), '127.0.0.1', () => process.send?.({ listening: (server.address() as { port: number }).port }));
