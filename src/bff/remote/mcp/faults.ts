import { ProtocolError, SdkError, SdkErrorCode, SdkHttpError } from '@modelcontextprotocol/client';

/** Failures of one call that say nothing against the connection. */
const OF_THE_CALL: ReadonlySet<SdkErrorCode> = new Set([
  SdkErrorCode.RequestTimeout,
  SdkErrorCode.InvalidResult,
  SdkErrorCode.UnsupportedResultType,
  SdkErrorCode.InputRequiredRoundsExceeded,
  SdkErrorCode.MethodNotSupportedByProtocolVersion,
  SdkErrorCode.CapabilityNotSupported,
]);

/** The server answered, with a refusal: asking again would bring the same. */
export const isRefusal = (error: unknown): error is ProtocolError => error instanceof ProtocolError;

/** Whether the connection is of no more use: closed, unreachable, or its session forgotten. */
export function isLost(error: unknown): boolean {
  if (isRefusal(error)) return false;
  return !(error instanceof SdkError) || !OF_THE_CALL.has(error.code);
}

/** The code of a system error anywhere in the chain of causes, such as `ENOENT`. */
function systemCode(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1)
    if ('syscall' in at && 'code' in at && typeof at.code === 'string') return at.code;
  return undefined;
}

/** Whether a call cannot have reached the tool, so that making it again is safe whatever the tool does. */
export function isNeverDone(error: unknown): boolean {
  if (error instanceof SdkHttpError) return [401, 403, 404].includes(error.status);
  if (error instanceof SdkError && error.code === SdkErrorCode.NotConnected) return true;
  return ['ECONNREFUSED', 'ENOTFOUND', 'EPIPE'].includes(systemCode(error) ?? '');
}

/**
 * Why a server could not be reached, in words of ours alone: the messages of errors repeat addresses, headers and whatever a
 * server wrote, and warnings are kept in logs.
 */
export function connectProblem(error: unknown): string {
  if (error instanceof SdkHttpError) {
    const isDenied = error.status === 401 || error.status === 403;
    return isDenied ? `it does not accept the headers given (HTTP ${error.status})` : `it answered HTTP ${error.status}`;
  }
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'EACCES') return `its command cannot be run (${code})`;
  if (code !== undefined) return `it cannot be reached (${code})`;
  if (error instanceof SdkError && error.code === SdkErrorCode.RequestTimeout) return 'it did not answer in time';
  if (error instanceof SdkError && error.code === SdkErrorCode.ConnectionClosed) return 'it closed the connection at once';
  return 'it cannot be reached';
}
