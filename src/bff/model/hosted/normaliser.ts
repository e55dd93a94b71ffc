import type { ModelEvent, Usage } from '../port.ts';
import { type CallIds, createCallAssembly } from './calls.ts';
import { Setback } from './failures.ts';
import { type Fields, fieldsOf } from './fields.ts';
import type { Profile } from './profiles.ts';
import { createReplayRecord } from './replay.ts';

type FinishReason = Extract<ModelEvent, { type: 'finish' }>['reason'];

export interface NormaliserOptions {
  readonly profile: Profile;
  /** Tag of this model in `provider.from`. */
  readonly from: string;
  readonly ids: CallIds;
  readonly emit: (event: ModelEvent) => void;
}

/** Turns the frames of one chat-completions stream, in any provider's dialect, into model events. */
export interface Normaliser {
  /** True once any part of an answer came, even an empty one. */
  readonly begun: boolean;
  /** True once a finish reason came; later text and calls are ignored, usage is still read. */
  readonly finished: boolean;
  /**
   * Reads one frame.
   * @returns false when the frame is none of a chat-completions stream.
   * @throws Setback when the provider reports that it failed.
   */
  read(frame: Fields): boolean;
  /** The answer is whole: emits what is left and `finish`. */
  complete(): void;
  /**
   * The connection ended with no finish reason.
   * @returns false when no call was open; else broken calls and `finish` were emitted, so that the turn can ask again.
   */
  cut(): boolean;
}

export function createNormaliser({ profile, from, ids, emit }: NormaliserOptions): Normaliser {
  const calls = createCallAssembly(ids);
  const replay = createReplayRecord(profile.replay);
  let usage: Fields | undefined;
  let reason: FinishReason | undefined;
  let begun = false;

  function readChoice(choice: Fields): void {
    begun = true;
    // A server that does not stream sends one whole `message`.
    const delta = fieldsOf(choice.delta) ?? fieldsOf(choice.message);
    if (delta) {
      replay.add(delta);
      if (delta.content) readContent(delta.content, emit);
      if (typeof delta.refusal === 'string' && delta.refusal !== '') emit({ type: 'text', text: delta.refusal });
      if (delta.tool_calls) calls.add(delta.tool_calls);
    }
    if (typeof choice.finish_reason === 'string' && choice.finish_reason !== '') finish(choice.finish_reason);
  }

  function finish(word: string): void {
    reason = finishReason(word, calls.started);
    for (const event of calls.close(reason === 'filter' || reason === 'length' ? reason : 'whole')) emit(event);
  }

  function complete(): void {
    if (reason === undefined) finish('stop');
    const kept = replay.fields();
    const counted = usage && usageOf(usage);
    emit({
      type: 'finish',
      reason: reason ?? 'stop',
      ...(counted && { usage: counted }),
      ...(kept && { provider: { from, ...kept } }),
    });
  }

  return {
    get begun() {
      return begun;
    },
    get finished() {
      return reason !== undefined;
    },
    read(frame) {
      usage = fieldsOf(frame.usage) ?? usage;
      const { choices } = frame;
      if (!Array.isArray(choices)) return choices === null || frame.usage !== undefined;
      for (const choice of choices) {
        const fields = fieldsOf(choice);
        if (fields && reason === undefined && (fields.index ?? 0) === 0) readChoice(fields);
      }
      return true;
    },
    complete,
    cut() {
      if (!calls.started) return false;
      reason = 'calls';
      for (const event of calls.close('cut')) emit(event);
      complete();
      return true;
    },
  };
}

/** Text is a string or an array of parts, of which only `text` parts are for the shopper; thinking is not. */
function readContent(content: unknown, emit: (event: ModelEvent) => void): void {
  if (typeof content === 'string') {
    emit({ type: 'text', text: content });
  } else if (Array.isArray(content)) {
    for (const part of content) readContent(part, emit);
  } else {
    const part = fieldsOf(content);
    if (part?.type === 'text' && typeof part.text === 'string' && part.text !== '') emit({ type: 'text', text: part.text });
  }
}

function finishReason(word: string, called: boolean): FinishReason {
  switch (word) {
    case 'length':
    case 'max_tokens':
    case 'model_length':
      return 'length';
    case 'content_filter':
    case 'safety':
      return 'filter';
    case 'error':
    case 'insufficient_system_resource':
      throw new Setback('busy', 'the model stopped with an error', { retry: true });
    default:
      // `stop` with a call present, and `tool_calls` without one, both occur: what came decides.
      return called ? 'calls' : 'stop';
  }
}

function usageOf(usage: Fields): Usage {
  const details = fieldsOf(usage.prompt_tokens_details);
  const cached = details?.cached_tokens ?? usage.prompt_cache_hit_tokens ?? usage.cached_tokens;
  return {
    ...(isCount(usage.prompt_tokens) && { input_tokens: usage.prompt_tokens }),
    ...(isCount(usage.completion_tokens) && { output_tokens: usage.completion_tokens }),
    ...(isCount(cached) && { cached_tokens: cached }),
  };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
