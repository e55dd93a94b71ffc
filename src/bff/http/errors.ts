import type { Context } from 'hono';
import * as v from 'valibot';
import { type ErrorBody, type ErrorCode, errorStatus } from '../../protocol/errors.ts';
import { localeSchema } from '../../protocol/locale.ts';
import { textsFor } from '../language/texts.ts';

/** A request that gets no stream. The code decides status and public text; the cause goes to the log. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly code: ErrorCode;
  /** Seconds, for 429 and 503. */
  readonly retry_after?: number;
  /** Which part of the request is at fault, for `invalid_request`: a field path and what it should be. Never its value. */
  readonly detail?: string;
  /** A whole sentence in the reader's language that says more than the code's own. */
  readonly sentence?: string;
  /** Which of several causes of one code. */
  readonly reason?: string;
  /** The language the request's body named. */
  readonly locale?: string;

  constructor(
    code: ErrorCode,
    options: { retry_after?: number; detail?: string; sentence?: string; reason?: string; locale?: string; cause?: unknown } = {},
  ) {
    super(options.detail ?? options.reason ?? code, { cause: options.cause });
    this.code = code;
    if (options.retry_after !== undefined) this.retry_after = options.retry_after;
    if (options.detail !== undefined) this.detail = options.detail;
    if (options.sentence !== undefined) this.sentence = options.sentence;
    if (options.reason !== undefined) this.reason = options.reason;
    if (options.locale !== undefined) this.locale = options.locale;
  }
}

const isLocale = (value: unknown): value is string => v.is(localeSchema, value);

/** The language a client reads: the `locale` it asked with, else its first accepted language. */
export function requestLocale(c: Context, fallback: string): string {
  const asked = c.req.query('locale') ?? c.req.header('accept-language')?.split(/[,;]/)[0]?.trim();
  return isLocale(asked) ? asked : fallback;
}

/** Says when it is worth asking again, where that is known. */
export function retryAfter(c: Context, { retry_after }: HttpError): void {
  if (retry_after !== undefined) c.header('retry-after', String(Math.max(1, Math.ceil(retry_after))));
}

/** An error as the contract's body, in the language of the request. */
export function errorResponse(c: Context, error: HttpError, locale: string): Response {
  const text = error.sentence ?? textsFor(error.locale ?? locale).errors[error.code];
  const message = error.detail ? `${text} (${error.detail})` : text;
  const body: ErrorBody = { error: { code: error.code, message, ...(error.reason ? { reason: error.reason } : {}) } };
  retryAfter(c, error);
  return c.json(body, errorStatus[error.code]);
}
