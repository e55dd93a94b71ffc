import { fileURLToPath } from 'node:url';
import { BFF, startFlags } from '../../scripts/start-command.ts';

/** A server that relays one upstream stream per request. It reads PORT, MODEL_BASE_URL and MODEL_NAME. */
export interface Contestant {
  readonly name: string;
  /** Path of the program. */
  readonly entry: string;
  /** Of Node, as it is started in earnest. */
  readonly flags?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Whether it serves a shop: it is given the demo's items as a catalogue of its own, as a shop has one. */
  readonly shop?: true;
  readonly path: string;
  /** Body of the request that starts a stream. @param plan what the prepared provider is to do, where this contestant can say so */
  body(plan?: string): string;
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const plain = (name: string): Contestant => ({ name, entry: here(`${name}.ts`), env: {}, path: '/', body: () => '{}' });

/** The floor: bytes handed on untouched. */
export const pipe = plain('pipe');

/** The whole BFF: guard, run log, limits, metrics and log as they come. */
export const bff: Contestant = {
  name: 'bff',
  entry: BFF,
  flags: startFlags(),
  env: {
    MODEL_API_KEY: 'none',
    MODEL_FALLBACKS: '[]',
    // All streams come from one address: counted, and never at its limit.
    RATE_LIMIT: '100000',
    DISCONNECT_GRACE_MS: '0',
    SPECULATE: 'off',
    LOG_LEVEL: 'info',
  },
  shop: true,
  path: '/v1/chat',
  body: (plan = '') =>
    JSON.stringify({ message: { id: crypto.randomUUID(), text: `Tell me about cameras for the night sky. ${plan}` }, locale: 'en' }),
};

/** In the order in which they are shown; the first is what the others are compared with. */
export const contestants: readonly Contestant[] = [pipe, plain('port'), bff, plain('hono'), plain('sdk')];
