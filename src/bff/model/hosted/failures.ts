import { ModelFailure } from '../port.ts';
import { fieldsOf } from './fields.ts';

/** What a provider wrote about a failure. It may repeat what a shopper wrote, so the log knows it by its name (T28). */
export class ProviderWords extends Error {
  override readonly name = 'ProviderWords';
}

/** An attempt that failed: what the turn would be told, and whether another attempt may help. */
export class Setback extends Error {
  override readonly name = 'Setback';
  readonly failure: ModelFailure;
  readonly retry: boolean;

  constructor(code: ModelFailure['code'], message: string, options: { retry?: boolean; cause?: unknown; retry_after?: number } = {}) {
    super(message);
    this.failure = new ModelFailure(code, message, options);
    this.retry = options.retry ?? false;
  }
}

/** Longest `Retry-After` that is waited for, in seconds; a longer one is the next model's turn. */
export const longestWait = 5;

/**
 * What an HTTP status other than 200 means.
 * @param detail what is known of the body, already redacted; it stays in the cause.
 */
export function statusSetback(status: number, retry_after: number | undefined, detail: string): Setback {
  const passing = status === 408 || status === 429 || status >= 500;
  return new Setback(passing ? 'busy' : 'unavailable', `the model answered with status ${status}`, {
    retry: passing && (retry_after ?? 0) <= longestWait,
    cause: new ProviderWords(detail),
    ...(retry_after !== undefined && { retry_after }),
  });
}

/** What an error frame inside a stream means. Providers put an HTTP status or a word into `code`. */
export function frameSetback(error: unknown, redact: (text: string) => string): Setback {
  const fields = fieldsOf(error);
  const codes = [fields?.code, fields?.status, fields?.type].map(String).join(' ');
  const passing = /\b(408|429|5\d\d)\b|rate_?limit|overloaded|server_error|unavailable|timeout|capacity/i.test(codes);
  return new Setback(passing ? 'busy' : 'unavailable', 'the model sent an error instead of an answer', {
    retry: passing,
    cause: new ProviderWords(redact(providerMessage(error))),
  });
}

/** The provider's own words about an error, for the operator. At most 300 characters. */
export function providerMessage(error: unknown): string {
  const fields = fieldsOf(error);
  const words = fields
    ? [fields.code, fields.type, fields.message].filter((part) => typeof part === 'string' || typeof part === 'number')
    : [error];
  return words.join(': ').slice(0, 300);
}

/**
 * Seconds that a provider asks to wait.
 * @param now milliseconds since the epoch, to understand an HTTP date.
 */
export function retryAfter(headers: NodeJS.Dict<string | string[]>, now: number): number | undefined {
  const ms = Number(headers['retry-after-ms'] ?? Number.NaN);
  if (ms >= 0) return ms / 1000;
  const value = headers['retry-after'];
  if (typeof value !== 'string') return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}

/** Removes the configured key, and whatever looks like one, from text that an operator may see. */
export function redactor(api_key: string | undefined): (text: string) => string {
  return (text) => {
    const known = api_key ? text.replaceAll(api_key, '[key]') : text;
    return known.replace(/\b(?:sk|pk|key|xai|gsk)[-_][\w-]{8,}|\bBearer\s+\S+/gi, '[key]');
  };
}
