import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Answer, ChatRequest, Script, Step } from './script.ts';

/** A request as it came in, byte for byte. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  /** Names and values in turn, as sent. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  readonly json: ChatRequest;
}

export interface ScriptedModel {
  /** Base URL for `MODEL_BASE_URL`. */
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  readonly sockets: { readonly open: number; readonly closed: number };
  /** One promise for each answer under way now, resolved when its client is gone or has all of it. */
  readonly answering: readonly Promise<void>[];
  /** Resolves when the nth request (from 1) has come in whole. */
  requested(nth: number): Promise<RecordedRequest>;
  /** Resolves when no socket is open. */
  allClosed(): Promise<void>;
  close(): Promise<void>;
}

export interface ScriptedModelOptions {
  /** Default 0, a free port. */
  readonly port?: number;
  /** How `pause_ms` waits; default real time. Abandoned when the client goes. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** An OpenAI-compatible server on loopback that answers by script, faults included. */
export async function startScriptedModel(script: Script, options: ScriptedModelOptions = {}): Promise<ScriptedModel> {
  const { sleep = realSleep } = options;
  const requests: RecordedRequest[] = [];
  const sockets = new Set<Socket>();
  let closed = 0;
  const answering = new Set<Promise<void>>();
  const changed = createSignal();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    const ended = Promise.withResolvers<void>();
    answering.add(ended.promise);
    response.once('close', () => {
      gone.abort();
      answering.delete(ended.promise);
      ended.resolve();
    });
    const body = await buffer(request);
    const json = parsed(body);
    requests.push({ method: request.method ?? '', url: request.url ?? '', rawHeaders: request.rawHeaders, body, json });
    changed.notify();
    await play(answerFor(script, json, requests.length - 1), response, (ms) => sleep(ms, gone.signal));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 0;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => {
      sockets.delete(socket);
      closed += 1;
      changed.notify();
    });
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    get answering() {
      return [...answering];
    },
    sockets: {
      get open() {
        return sockets.size;
      },
      get closed() {
        return closed;
      },
    },
    async requested(nth) {
      for (;;) {
        const request = requests[nth - 1];
        if (request) return request;
        await changed.next();
      }
    },
    async allClosed() {
      while (sockets.size > 0) await changed.next();
    },
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      if (server.listening) await once(server, 'close');
    },
  };
}

function answerFor(script: Script, request: ChatRequest, nth: number): Answer {
  const answer = typeof script === 'function' ? script(request, nth) : (script[nth] ?? script.at(-1));
  if (!answer) throw new TypeError('the script has no answer');
  return answer;
}

async function play(answer: Answer, response: ServerResponse, sleep: (ms: number) => Promise<void>): Promise<void> {
  response.writeHead(answer.status ?? 200, answer.headers ?? { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  for (const step of answer.steps) {
    if (response.destroyed) return;
    if ('pause_ms' in step) await sleep(step.pause_ms);
    else if ('until' in step) await step.until;
    else if ('end' in step) return breakOff(step.end, response);
    else if (!response.write(bytes(step))) await drained(response);
  }
  response.end();
}

/** Resolves when more may be written, or when nobody listens any longer. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      response.off('drain', settle).off('close', settle);
      resolve();
    };
    response.on('drain', settle).on('close', settle);
  });
}

function breakOff(how: 'hang' | 'cut' | 'reset', response: ServerResponse): void {
  if (how === 'cut') response.socket?.end();
  if (how === 'reset') response.socket?.resetAndDestroy();
}

function bytes(step: Extract<Step, { frame: unknown } | { raw: unknown }>): string | Uint8Array {
  return 'raw' in step ? step.raw : `data: ${JSON.stringify(step.frame)}\n\n`;
}

function parsed(body: Buffer): ChatRequest {
  try {
    return JSON.parse(body.toString()) as ChatRequest;
  } catch {
    return { model: '', messages: [] };
  }
}

function realSleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/** Wakes everyone who waits for the next change. */
function createSignal(): { notify(): void; next(): Promise<void> } {
  let waiter = Promise.withResolvers<void>();
  return {
    notify() {
      waiter.resolve();
      waiter = Promise.withResolvers<void>();
    },
    next: () => waiter.promise,
  };
}
