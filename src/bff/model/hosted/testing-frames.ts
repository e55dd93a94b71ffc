import type { ModelEvent } from '../port.ts';
import type { Setback } from './failures.ts';
import { type ProfileName, profiles } from './profiles.ts';
import { createReader } from './reader.ts';

/** What a reader says about a body that arrives in these pieces. */
export function readPieces(pieces: readonly string[], profile: ProfileName = 'generic') {
  const events: ModelEvent[] = [];
  let setback: Setback | undefined;
  let ids = 0;
  const reader = createReader({
    profile: profiles[profile],
    from: 'here/model',
    ids: { taken: new Set(['used before']), make: () => `new${ids++}` },
    redact: (text) => text,
    emit: (event) => events.push(event),
    progress: () => {},
    finishing: () => {},
    complete: () => {},
    setback: (reason) => {
      setback = reason;
    },
  });
  for (const piece of pieces) reader.feed(piece);
  reader.end();
  return {
    events,
    setback,
    text: events.map((event) => (event.type === 'text' ? event.text : '')).join(''),
    calls: events.flatMap((event) => (event.type === 'call' ? [event.call] : [])),
    broken: events.flatMap((event) => (event.type === 'broken-call' ? [event] : [])),
    finish: events.find((event) => event.type === 'finish'),
  };
}

/** One event of a provider's stream, as parsed JSON. */
export type Frame = Record<string, unknown>;
/** What one choice adds. */
export const delta = (fields: Frame, finish_reason: string | null = null): Frame => ({
  choices: [{ index: 0, delta: fields, finish_reason }],
});
/** Pieces of calls. */
export const fragment = (...tool_calls: unknown[]): Frame => delta({ tool_calls });
/** The last event, with its reason. */
export const end = (reason: string): Frame => delta({}, reason);
/** Events as they stand in the body. */
export const sse = (frames: readonly Frame[]) => frames.map((frame) => `data: ${JSON.stringify(frame)}\n\n`).join('');
/** What a reader says about events that arrive at once. */
export const read = (frames: readonly Frame[], profile?: ProfileName) => readPieces([sse(frames)], profile);
