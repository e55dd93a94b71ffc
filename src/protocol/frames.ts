import * as v from 'valibot';
import { type RunErrorCode, runErrorCodes } from './errors.ts';
import { type DataPart, dataParts } from './parts.ts';
import { parseJson, shape } from './shape.ts';

/** `start.messageMetadata`: what a client needs to come back to this run. */
export const startMetadataSchema = shape({ conversation_id: v.string(), run_id: v.string() });
export type StartMetadata = v.InferOutput<typeof startMetadataSchema>;

const summary = shape({ summary: v.string() });
const tool = { toolCallId: v.string(), dynamic: v.literal(true), providerExecuted: v.literal(true) };

export const finishReasons = ['stop', 'length', 'content-filter', 'tool-calls', 'error', 'interrupted', 'other'] as const;
export type FinishReason = (typeof finishReasons)[number];

/**
 * The frames of the AI SDK UI message stream, version 1, that Aisle sends; `data-*` frames are in `parts.ts`.
 * Exactly one of `finish`, `abort`, `error` + `finish` ends a run.
 */
const sdkFrames = {
  /** A run begins. */
  start: shape({ type: v.literal('start'), messageId: v.string(), messageMetadata: startMetadataSchema }),
  'start-step': shape({ type: v.literal('start-step') }),
  'text-start': shape({ type: v.literal('text-start'), id: v.string() }),
  'text-delta': shape({ type: v.literal('text-delta'), id: v.string(), delta: v.string() }),
  'text-end': shape({ type: v.literal('text-end'), id: v.string() }),
  /** A tool is being run; `input` is a short human summary, never raw arguments. */
  'tool-input-available': shape({ type: v.literal('tool-input-available'), ...tool, toolName: v.string(), input: summary }),
  'tool-output-available': shape({ type: v.literal('tool-output-available'), ...tool, output: summary }),
  'tool-output-error': shape({ type: v.literal('tool-output-error'), ...tool, errorText: v.string() }),
  'source-url': shape({ type: v.literal('source-url'), sourceId: v.string(), url: v.string(), title: v.optional(v.string()) }),
  'source-document': shape({ type: v.literal('source-document'), sourceId: v.string(), mediaType: v.string(), title: v.string() }),
  'finish-step': shape({ type: v.literal('finish-step') }),
  /** Drops what this step added: it is done again. */
  'reset-step': shape({ type: v.literal('reset-step') }),
  error: shape({ type: v.literal('error'), errorText: v.string(), code: v.picklist(runErrorCodes), retryable: v.boolean() }),
  /** Ended by the shopper (`stopped`), by nobody listening (`disconnected`), or by the shop. */
  abort: shape({ type: v.literal('abort'), reason: v.optional(v.string()) }),
  finish: shape({
    type: v.literal('finish'),
    finishReason: v.optional(v.picklist(finishReasons)),
    messageMetadata: v.optional(v.unknown()),
  }),
} as const;
export type SdkFrameType = keyof typeof sdkFrames;
export type SdkFrame = { [T in SdkFrameType]: v.InferOutput<(typeof sdkFrames)[T]> }[SdkFrameType];

/** Everything that may follow `data: ` in the stream, but for `[DONE]`. */
export type Frame = SdkFrame | DataPart;
export type FrameType = Frame['type'];

export type ErrorFrame = { type: 'error'; errorText: string; code: RunErrorCode; retryable: boolean };

/** Why a frame was not read. `unknown_type` is worth one report; `malformed` means a broken or newer sender. */
export interface FrameFault {
  readonly fault: 'not_json' | 'unknown_type' | 'malformed';
  readonly type?: string;
}

const own = (table: object, key: string): boolean => Object.hasOwn(table, key);

/**
 * Reads one frame. Unknown fields are dropped, an unknown type or a wrong shape is a fault and never an exception, so
 * that one bad frame does not cost the shopper the rest of the answer.
 */
export function readFrame(data: string): Frame | FrameFault {
  let value: unknown;
  try {
    value = parseJson(data);
  } catch {
    return { fault: 'not_json' };
  }
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  if (typeof type !== 'string') return { fault: 'malformed' };
  if (own(sdkFrames, type)) {
    const parsed = v.safeParse(sdkFrames[type as SdkFrameType], value);
    return parsed.success ? (parsed.output as SdkFrame) : { fault: 'malformed', type };
  }
  if (!own(dataParts, type)) return { fault: 'unknown_type', type };
  const part = value as { data?: unknown; id?: unknown; transient?: unknown };
  const parsed = v.safeParse(dataParts[type as keyof typeof dataParts], part.data);
  if (!parsed.success) return { fault: 'malformed', type };
  return {
    type,
    data: parsed.output,
    ...(typeof part.id === 'string' ? { id: part.id } : {}),
    ...(part.transient === true ? { transient: true } : {}),
  } as DataPart;
}
