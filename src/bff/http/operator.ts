import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { type ErrorBody, type ErrorCode, errorStatus } from '../../protocol/errors.ts';
import type { HttpEnvironment } from './environment.ts';
import { HttpError, retryAfter } from './errors.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether a request carries the operators' token, compared in constant time. Without a configured token none does. */
export function isOperator(c: Context, console_token: string | undefined): boolean {
  const given = c.req.header('authorization');
  return console_token !== undefined && given !== undefined && timingSafeEqual(digest(given), digest(`Bearer ${console_token}`));
}

/**
 * Lets operators through. Without a configured token the routes behind it do not exist. What they refuse is told by
 * {@link operatorErrorResponse}.
 */
export function operatorsOnly(console_token: string | undefined): MiddlewareHandler<HttpEnvironment> {
  return async (c, next) => {
    c.set('for_operators', true);
    if (console_token === undefined) throw new HttpError('not_found');
    if (!isOperator(c, console_token)) throw new HttpError('unauthorized');
    await next();
  };
}

/** In English: whoever reads them writes a trainer or a script. The console has sentences of its own. */
const sentences: Readonly<Record<ErrorCode, string>> = {
  invalid_request: 'The request is not of the form that this route takes.',
  unauthorized: "The operators' token is missing or wrong: send Authorization: Bearer <CONSOLE_TOKEN>.",
  forbidden: 'The request is not allowed from here.',
  not_found: 'There is nothing at this address: it never was, was erased, has expired, or is not configured.',
  turn_running: 'A turn of this conversation is being answered.',
  too_large: 'The body is larger than this route takes.',
  unsupported_type: 'The body must be sent as application/json.',
  wrong_host: 'The Host header names no host of this server.',
  id_reused: 'The id was used before.',
  rate_limited: 'Too many requests. Wait as long as Retry-After says.',
  internal: 'Something went wrong on the server. Its log says what.',
  unavailable: 'Something the server needs does not answer. Try again after as long as Retry-After says.',
};

/** An error as the contract's body, for operators: what is at fault where that is known, else what the code means. */
export function operatorErrorResponse(c: Context, error: HttpError): Response {
  const message = error.detail ?? sentences[error.code];
  const body: ErrorBody = { error: { code: error.code, message, ...(error.reason ? { reason: error.reason } : {}) } };
  retryAfter(c, error);
  return c.json(body, errorStatus[error.code]);
}
