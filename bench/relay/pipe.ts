import { Agent, createServer, request } from 'node:http';

// The floor: bytes from the upstream to the client, untouched.
const upstream = `${process.env.MODEL_BASE_URL}/chat/completions`;
const agent = new Agent({ keepAlive: true });

createServer((incoming, outgoing) => {
  const call = request(upstream, { method: 'POST', agent, headers: { 'content-type': 'application/json' } }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, { 'content-type': 'text/event-stream' });
    answer.pipe(outgoing);
  });
  incoming.resume();
  call.end(JSON.stringify({ model: process.env.MODEL_NAME, messages: [{ role: 'user', content: 'hi' }], stream: true }));
}).listen(Number(process.env.PORT), '127.0.0.1');
