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

/**
 * The log: one JSON line an event, without what shoppers or models wrote.
 * @param secrets never written, whatever holds them.
 */
export function createLog(level: string, secrets: readonly string[], to: DestinationStream = pino.destination(1)): Logger {
  return pino({ level, base: null }, withoutSecrets(to, secrets));
}
