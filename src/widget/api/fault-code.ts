import type { ErrorCode, RunErrorCode } from '../../protocol/errors.ts';

/** Why something failed: the BFF's code, or `offline` when no answer came at all. */
export type FaultCode = ErrorCode | RunErrorCode | 'offline';
