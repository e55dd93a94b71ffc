import { createParser } from 'eventsource-parser';
import type { ModelEvent } from '../port.ts';
import type { CallIds } from './calls.ts';
import { frameSetback, Setback } from './failures.ts';
import { fieldsOf } from './fields.ts';
import { createNormaliser } from './normaliser.ts';
import type { Profile } from './profiles.ts';

/** Longest frame, in UTF-16 code units. */
export const longestFrame = 1024 * 1024;
/** Most that one answer may send, all frames together. */
const longestAnswer = 16 * longestFrame;
/** Frames that cannot be read and are skipped; one more ends the answer. */
const badFramesSkipped = 3;

/** What a reader tells its owner. After `complete` or `setback` it says nothing more. */
export interface ReaderOptions {
  readonly profile: Profile;
  readonly from: string;
  readonly ids: CallIds;
  readonly redact: (text: string) => string;
  readonly emit: (event: ModelEvent) => void;
  /** A whole event arrived, of whatever kind counts as one. */
  readonly progress: () => void;
  /** A finish reason came: only usage and `[DONE]` may follow. */
  readonly finishing: () => void;
  readonly complete: () => void;
  readonly setback: (setback: Setback) => void;
}

/** Reads the body of one streamed answer. */
export interface AnswerReader {
  /** Takes decoded text, cut anywhere. */
  feed(text: string): void;
  /** The body ended, properly or not. */
  end(): void;
}

export function createReader(options: ReaderOptions): AnswerReader {
  const normaliser = createNormaliser(options);
  let open = true;
  let badFrames = 0;
  let received = 0;

  function stop(setback: Setback): void {
    open = false;
    options.setback(setback);
  }

  function complete(): void {
    if (!normaliser.begun) {
      stop(new Setback('unavailable', 'the stream held no answer'));
      return;
    }
    open = false;
    normaliser.complete();
    options.complete();
  }

  /** @throws SyntaxError for a frame that is no JSON; Setback for one that reports an error. */
  function readFrame(data: string, isError: boolean): void {
    const frame = fieldsOf(JSON.parse(data));
    if (frame && (isError || frame.error)) throw frameSetback(frame.error || frame, options.redact);
    if (!frame || !normaliser.read(frame)) skipFrame();
  }

  function skipFrame(): void {
    badFrames += 1;
    if (badFrames > badFramesSkipped) stop(new Setback('unavailable', 'the model sent frames that cannot be read'));
  }

  function onEvent({ data, event }: { data: string; event?: string | undefined }): void {
    if (!open) return;
    options.progress();
    received += data.length;
    if (received > longestAnswer) {
      stop(new Setback('unavailable', 'the answer is too large'));
      return;
    }
    if (data.startsWith('[DONE]')) {
      complete();
      return;
    }
    const { finished } = normaliser;
    try {
      readFrame(data, event === 'error');
    } catch (error) {
      if (error instanceof SyntaxError) skipFrame();
      else if (!(error instanceof Setback)) throw error;
      // After a finish reason everything for the shopper has arrived.
      else if (!finished) stop(error);
    }
    if (open && !finished && normaliser.finished) options.finishing();
  }

  const parser = createParser({
    maxBufferSize: longestFrame,
    onEvent,
    onError: (error) => {
      if (open && error.type === 'max-buffer-size-exceeded') stop(new Setback('unavailable', 'the model sent a frame over 1 MiB'));
    },
    ...(options.profile.comments_are_progress && { onComment: options.progress }),
  });

  return {
    feed(text) {
      if (open) parser.feed(text);
    },
    end() {
      // Some servers leave out the blank line after the last event.
      if (open) parser.feed('\n\n');
      if (!open) return;
      if (normaliser.finished) complete();
      else if (normaliser.cut()) {
        open = false;
        options.complete();
      } else stop(new Setback('unavailable', 'the connection ended before the answer did', { retry: true }));
    },
  };
}
