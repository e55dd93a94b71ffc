import pino, { type DestinationStream, type Logger } from 'pino';

/** What stands where a secret was. */
export const REDACTED = '[redacted]';
/** Shorter ones are no secrets, and would eat words out of lines. */
const SHORTEST = 8;

/** A text as it stands inside a JSON string. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/**
 * Writes lines on without the given secrets, wherever in a line they stand: a provider that repeats our key in its error, a
 * driver that names its address (T17).
 */
export function withoutSecrets(to: DestinationStream, secrets: readonly string[]): DestinationStream {
  const spellings = new Set(
    secrets.filter((each) => each.length >= SHORTEST).flatMap((each) => [each, inJson(each), encodeURIComponent(each)]),
  );
  // Longest first: one secret may be part of another.
  const sorted = [...spellings].sort((a, b) => b.length - a.length);
  return {
    write(line) {
      let clean = line;
      for (const secret of sorted) if (clean.includes(secret)) clean = clean.replaceAll(secret, REDACTED);
      to.write(clean);
    },
  };
}

/** How deep causes are followed. */
const DEEPEST = 5;
/** What an error quotes is what somebody sent: a JSON parser quotes the text, a database the query. */
const QUOTED = /"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g;

/** An error without the words of others: what kind, what it says but for quotations, and where in our code (T28). */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: unknown;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/** @param words whether quotations and what a provider wrote stay (`LOG_LEVEL=debug`). */
export function loggedError(error: unknown, words = false, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: words ? String(error) : '' };
  const { name, message, stack, cause } = error;
  const { code } = error as NodeJS.ErrnoException;
  const frames = stack?.split('\n').filter((line) => /^\s*at /.test(line));
  const said = name === 'ProviderWords' ? '(LOG_LEVEL=debug shows what the provider wrote)' : message.replaceAll(QUOTED, '“…”');
  return {
    type: name,
    message: words ? message : said,
    ...(code === undefined ? {} : { code }),
    ...(frames?.length ? { stack: frames.join('\n') } : {}),
    ...(cause === undefined || depth >= DEEPEST ? {} : { cause: loggedError(cause, words, depth + 1) }),
  };
}

/**
 * The log: one JSON line an event, without what shoppers or models wrote.
 * @param secrets never written, whatever holds them.
 */
export function createLog(level: string, secrets: readonly string[], to: DestinationStream = pino.destination(1)): Logger {
  const words = level === 'debug' || level === 'trace';
  return pino({ level, base: null, serializers: { err: (error: unknown) => loggedError(error, words) } }, withoutSecrets(to, secrets));
}
