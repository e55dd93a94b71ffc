import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A server that relays one upstream stream per request. It reads PORT, MODEL_BASE_URL and MODEL_NAME. */
export interface Contestant {
  readonly name: string;
  /** Path of the program. */
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  readonly path: string;
  /** Body of the request that starts a stream. */
  body(): string;
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** In the order in which they are shown; the first is what the others are compared with. */
const all: readonly Contestant[] = [
  { name: 'pipe', entry: here('pipe.ts'), env: {}, path: '/', body: () => '{}' },
  { name: 'port', entry: here('port.ts'), env: {}, path: '/', body: () => '{}' },
  {
    name: 'bff',
    entry: here('../../src/bff/main.ts'),
    env: {
      MODEL_API_KEY: 'none',
      MODEL_FALLBACKS: '[]',
      RATE_LIMIT: 'off',
      DISCONNECT_GRACE_MS: '0',
      SPECULATE: 'off',
      LOG_LEVEL: 'error',
    },
    path: '/v1/chat',
    body: () => JSON.stringify({ message: { id: crypto.randomUUID(), text: 'Tell me about cameras for the night sky.' }, locale: 'en' }),
  },
];

/** Those whose program is there. */
export const present = all.filter(({ entry }) => existsSync(entry));
export const absent = all.filter(({ entry }) => !existsSync(entry));
