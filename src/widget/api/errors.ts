import { type ErrorBody, type ErrorCode, errorStatus } from '../../protocol/errors.ts';
import type { FaultCode } from './fault-code.ts';

/** A request that the BFF refused or that never reached it. Its text is for logs; shoppers read the dictionary's sentence for `code`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: FaultCode;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Seconds the BFF asked us to wait. */
  readonly retryAfter: number | undefined;

  constructor(code: FaultCode, status: number, options: { message?: string; retryAfter?: number; cause?: unknown } = {}) {
    super(options.message ?? code, { cause: options.cause });
    this.code = code;
    this.status = status;
    this.retryAfter = options.retryAfter;
  }
}

const STATUS_CODES = new Map<number, ErrorCode>(Object.entries(errorStatus).map(([code, status]) => [status, code as ErrorCode]));

/** Reads an error answer. A proxy's HTML page in place of our JSON is judged by its status. */
export async function errorOf(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => null)) as Partial<ErrorBody> | null;
  const named = body?.error?.code;
  const told: FaultCode = named && Object.hasOwn(errorStatus, named) ? named : (STATUS_CODES.get(response.status) ?? 'unavailable');
  // No sign-in mends a page with the wrong site key.
  const code = body?.error?.reason === 'unknown_site' ? 'forbidden' : told;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ApiError(code, response.status, {
    ...(body?.error?.message ? { message: body.error.message } : {}),
    ...(Number.isFinite(seconds) && seconds >= 0 ? { retryAfter: seconds } : {}),
  });
}
