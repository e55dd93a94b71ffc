/** Why a request was not answered. `offline`: the server did not answer at all. */
export type FaultCode = 'offline' | 'unauthorized' | 'not_found' | 'invalid_request' | 'busy' | 'unreadable' | 'internal';

/** A request to the BFF failed. The message is the server's own sentence where it sent one. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: FaultCode;

  constructor(code: FaultCode, message = '', options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const codes: Readonly<Record<number, FaultCode>> = {
  400: 'invalid_request',
  401: 'unauthorized',
  404: 'not_found',
  422: 'invalid_request',
  429: 'busy',
  503: 'busy',
};

/** A field of something that came from elsewhere; undefined where there is none. */
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value ? (value as Record<string, unknown>)[name] : undefined;

/** The error that an answer is. */
export async function errorOf(response: Response): Promise<ApiError> {
  const error = field(await response.json().catch(() => undefined), 'error');
  const message = field(error, 'message');
  const code = field(error, 'reason') === 'unreadable' ? 'unreadable' : (codes[response.status] ?? 'internal');
  return new ApiError(code, typeof message === 'string' ? message : '');
}
