/** Errors before a stream: code → HTTP status. The public texts stand in the BFF's error table. */
export const errorStatus = {
  invalid_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  turn_running: 409,
  too_large: 413,
  unsupported_type: 415,
  wrong_host: 421,
  id_reused: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;
export type ErrorCode = keyof typeof errorStatus;

/** Body of every answer that is an error. */
export interface ErrorBody {
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    /** Which of several causes of one code, where a client may act on it: `one_item`, `too_many_items`, `items_gone`, `unknown_site`. */
    readonly reason?: string;
  };
}

/** Errors inside a stream. */
export const runErrorCodes = ['busy', 'unavailable', 'interrupted', 'timeout', 'limit', 'filtered', 'internal'] as const;
export type RunErrorCode = (typeof runErrorCodes)[number];
