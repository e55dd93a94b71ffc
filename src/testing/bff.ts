import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { serve } from '@hono/node-server';
import { createParser } from 'eventsource-parser';
import pino from 'pino';
import type { CatalogEngine } from '../bff/catalog/engine.ts';
import { openSqliteCatalog } from '../bff/catalog/sqlite/open.ts';
import { importItems } from '../bff/catalog/sqlite/transaction.ts';
import { compose, type Parts } from '../bff/compose.ts';
import { readConfig } from '../bff/config.ts';
import type { ModelEvent, ModelPort, ModelRequest } from '../bff/model/port.ts';
import { createPlaces } from '../bff/turn/places.ts';
import type { Frame } from '../protocol/frames.ts';
import type { Item } from '../protocol/item.ts';
import { DONE } from '../protocol/sse.ts';

/** One frame as a client got it, with its number. */
export interface Received {
  readonly id: number | undefined;
  readonly frame: Frame;
}

/** Everything a client got from one stream. */
export interface Stream {
  readonly status: number;
  readonly headers: Headers;
  readonly received: readonly Received[];
  /** Whether `[DONE]` came. */
  readonly done: boolean;
  readonly body: string;
}

/** Reads an event stream to its end. */
export async function readStream(response: Response): Promise<Stream> {
  const received: Received[] = [];
  let done = false;
  const body = await response.text();
  const parser = createParser({
    onEvent: ({ id, data }) => {
      if (data === DONE) done = true;
      else received.push({ id: id === undefined ? undefined : Number(id), frame: JSON.parse(data) as Frame });
    },
  });
  parser.feed(body);
  return { status: response.status, headers: response.headers, received, done, body };
}

/** What a model says in one call: events, or a function of the request. */
export type ScriptedStep =
  | readonly ModelEvent[]
  | ((request: ModelRequest, signal: AbortSignal) => AsyncIterable<ModelEvent> | Iterable<ModelEvent>);

/** A model in this process that says its steps in turn, the last one again and again, and keeps what it was asked. */
export function scriptedPort(steps: readonly ScriptedStep[]): ModelPort & { readonly requests: ModelRequest[] } {
  const requests: ModelRequest[] = [];
  return {
    name: 'scripted',
    requests,
    async *stream(request, signal) {
      const step = steps[Math.min(requests.length, steps.length - 1)];
      requests.push(request);
      if (step) yield* typeof step === 'function' ? step(request, signal) : step;
    },
  };
}

/** Words of a model, ended as a complete answer. */
export const says = (...texts: string[]): ModelEvent[] => [
  ...texts.map((text) => ({ type: 'text', text }) as const),
  { type: 'finish', reason: 'stop' },
];

let calls = 0;
/** A call of a model, with arguments as an object or as the very text. */
export function callsTool(name: string, args: unknown): ModelEvent[] {
  calls += 1;
  const json = typeof args === 'string' ? args : JSON.stringify(args);
  return [
    { type: 'call', call: { id: `call-${calls}`, name, arguments: json } },
    { type: 'finish', reason: 'calls' },
  ];
}

export interface TestBffOptions {
  readonly items: readonly Item[];
  /** Default: the one the environment names, else the planner. */
  readonly model?: ModelPort;
  readonly env?: Readonly<Record<string, string>>;
  readonly demo?: { fetch(request: Request): Promise<Response | null> };
  /** Knowledge, orders, tools of the shop's own, a clock. */
  readonly parts?: Partial<Parts>;
  /** Instead of a catalogue file of the items; closed with the BFF. */
  readonly catalog?: CatalogEngine;
  /** Stands between the BFF and its catalogue, to break it. */
  readonly through?: (catalog: CatalogEngine) => CatalogEngine;
}

/** A whole BFF on a real socket of this machine, over a real catalogue file of the given items. */
export async function startTestBff({ items, catalog, model, env = {}, demo, parts, through = (catalog) => catalog }: TestBffOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-test-'));
  const path = join(folder, 'catalog.db');
  if (!catalog) importItems(path, items);
  const bff = compose(readConfig({ LOG_LEVEL: 'silent', RATE_LIMIT: 'off', ...env }), {
    catalog: through(catalog ?? (await openSqliteCatalog({ path, workers: 1, writable: true }))),
    shop: { name: 'Test shop', time_zone: 'UTC', default_locale: 'en', blocked_items: [] },
    log: pino({ level: 'silent' }),
    ...(model ? { model } : {}),
    // Longer than any test runs: a slow machine is no slow model.
    verdict_times: { verdict_pick_ms: 60_000, verdict_sentence_ms: 60_000 },
    demo,
    // A test that computes keeps the loop busy itself.
    places: createPlaces({ lag_ms: () => 0 }),
    ...parts,
  });
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve) => {
    const listening = serve({ fetch: bff.app.fetch, port: 0, hostname: '127.0.0.1' }, (address) =>
      resolve({ server: listening, port: address.port }),
    );
  });
  const url = `http://127.0.0.1:${port}`;

  const post = (route: string, body: unknown, init: RequestInit = {}): Promise<Response> =>
    fetch(`${url}${route}`, {
      method: 'POST',
      body: JSON.stringify(body),
      ...init,
      headers: { 'content-type': 'application/json', ...init.headers },
    });

  return {
    ...bff,
    url,
    /** The catalogue file: importing into it again changes what the shop has. */
    path,
    post,
    /** Takes a connection that is no socket: a test decides how fast it carries. */
    connect: (connection: Duplex): void => void server.emit('connection', connection),
    get: (route: string, init?: RequestInit): Promise<Response> => fetch(`${url}${route}`, init),
    /** Asks and reads the answer to its end. */
    ask: async (
      text: string,
      more: Readonly<Record<string, unknown>> = {},
      headers: Readonly<Record<string, string>> = {},
    ): Promise<Stream> =>
      readStream(await post('/v1/chat', { message: { id: crypto.randomUUID(), text }, locale: 'en', ...more }, { headers })),
    async close(): Promise<void> {
      await bff.drain(1000);
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type TestBff = Awaited<ReturnType<typeof startTestBff>>;

/** Frames of one type, typed. */
export function framesOf<T extends Frame['type']>(stream: Stream, type: T): Extract<Frame, { type: T }>[] {
  return stream.received.flatMap(({ frame }) => (frame.type === type ? [frame as Extract<Frame, { type: T }>] : []));
}

/** All visible text of a stream, blocks joined by a line end. */
export function textOf(stream: Stream): string {
  const blocks = new Map<string, string>();
  for (const { frame } of stream.received)
    if (frame.type === 'text-delta') blocks.set(frame.id, (blocks.get(frame.id) ?? '') + frame.delta);
  return [...blocks.values()].join('\n');
}
