import { randomInt } from 'node:crypto';
import { openIterator } from '../open-iterator.ts';
import type { ModelEvent, ModelPort, ModelRequest } from '../port.ts';
import { chatAddress } from './address.ts';
import { type Attempt, keepAliveAgent, startAttempt, type Timeouts, type Upstream, type UpstreamCall } from './attempt.ts';
import { type Clock, sleep, systemClock } from './clock.ts';
import { redactor, Setback } from './failures.ts';
import { type ProfileName, profileOf, profiles } from './profiles.ts';
import { requestBody } from './request.ts';
import { processRounds, type Rounds } from './rounds.ts';

export interface HostedModelOptions {
  /** Such as `https://api.openai.com/v1`; `http:` only on loopback. */
  readonly base_url: string;
  readonly api_key?: string;
  /** Model name as the provider knows it. */
  readonly name: string;
  /** Default: by the host of `base_url`. */
  readonly profile?: ProfileName;
  readonly timeouts?: Partial<Timeouts>;
  readonly clock?: Clock;
  readonly rounds?: Rounds;
  /** Uniform in [0, 1); spreads retries. */
  readonly random?: () => number;
}

const defaultTimeouts: Timeouts = { first_byte_ms: 15_000, idle_ms: 20_000, settle_ms: 1_000 };

/** Attempts after the first, all before anything was visible. */
const retries = 2;

/**
 * A model behind an OpenAI-compatible chat-completions endpoint. Retries what may pass, as long as nothing was visible;
 * follows no redirect. Error bodies stay in `cause`, without the key.
 * @throws TypeError for a base URL that must not be used.
 */
export function createHostedModel(options: HostedModelOptions): ModelPort {
  const { name, api_key, clock = systemClock, rounds = processRounds, random = Math.random } = options;
  const url = chatAddress(options.base_url);
  const profile = profiles[options.profile ?? profileOf(url)];
  const from = `${url.host}/${name}`;
  const upstream: Upstream = {
    url,
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      'accept-encoding': 'identity',
      ...(api_key && (profile.auth === 'api-key' ? { 'api-key': api_key } : { authorization: `Bearer ${api_key}` })),
    },
    agent: keepAliveAgent(url),
    profile,
    from,
    timeouts: { ...defaultTimeouts, ...options.timeouts },
    clock,
    rounds,
    redact: redactor(api_key),
  };

  /** The first attempt that gets an event, with that event. */
  async function open(call: UpstreamCall, signal: AbortSignal): Promise<{ first: IteratorResult<ModelEvent>; rest: Attempt }> {
    for (let retry = 0; ; retry += 1) {
      const attempt = startAttempt(upstream, call, signal);
      try {
        return { first: await attempt.next(), rest: attempt };
      } catch (error) {
        if (!(error instanceof Setback)) throw error;
        if (!error.retry || retry === retries) throw error.failure;
        await sleep(clock, pause(retry, error.failure.retry_after, random()), signal);
      }
    }
  }

  return {
    name,
    stream(request, signal) {
      const call = { body: () => requestBody(request, { name, from, profile }), ids: { taken: callIds(request), make: newCallId } };
      return openIterator(() => open(call, signal));
    },
  };
}

/** Milliseconds before the next attempt: what the provider asked for, or a growing pause; spread by chance either way. */
function pause(retry: number, retry_after: number | undefined, chance: number): number {
  if (retry_after !== undefined) return retry_after * 1000 + chance * 250;
  return 250 * 2 ** retry * (1 + chance);
}

function callIds(request: ModelRequest): ReadonlySet<string> {
  return new Set(request.messages.flatMap((message) => (message.role === 'assistant' ? message.calls.map((call) => call.id) : [])));
}

/** Nine letters and digits: the one shape that every provider accepts. */
function newCallId(): string {
  return Array.from({ length: 9 }, () => randomInt(36).toString(36)).join('');
}
