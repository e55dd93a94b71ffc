import type { RunErrorCode } from '../../protocol/errors.ts';
import { ModelFailure } from '../model/port.ts';

/** Why a turn was ended from outside. It is the abort reason of the turn's signal. */
export class TurnEnded extends Error {
  override readonly name = 'TurnEnded';
  readonly cause_of_end: 'stopped' | 'disconnected' | 'timeout' | 'shutdown';
  constructor(cause_of_end: TurnEnded['cause_of_end']) {
    super(`turn ended: ${cause_of_end}`);
    this.cause_of_end = cause_of_end;
  }
}

/** The turn itself cannot go on: what the shopper is told, and whether asking again may help. */
export class TurnFailed extends Error {
  override readonly name = 'TurnFailed';
  readonly code: RunErrorCode;
  readonly retryable: boolean;
  constructor(code: RunErrorCode, options: { retryable?: boolean; cause?: unknown } = {}) {
    super(`turn failed: ${code}`, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? true;
  }
}

/** What a failure is called towards the shopper. */
export function failureOf(error: unknown, spoke: boolean): { code: TurnFailed['code']; retryable: boolean } {
  if (error instanceof TurnFailed) return { code: error.code, retryable: error.retryable };
  if (error instanceof ModelFailure) return { code: spoke && error.code !== 'timeout' ? 'interrupted' : error.code, retryable: true };
  return { code: 'internal', retryable: true };
}
