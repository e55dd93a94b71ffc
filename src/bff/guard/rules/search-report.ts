import type { SearchReport } from '../../language/search-report.ts';
import type { Evidence } from '../evidence.ts';

/**
 * A search told and not made: after several good turns a model writes "I searched again and found…" with no call behind
 * it. A call of this turn backs "I searched"; only one that succeeded backs "and found".
 * @returns null when it may be so, else why not.
 */
export function searchReportFault({ found }: SearchReport, evidence: Evidence): string | null {
  const { called, succeeded } = evidence.turnCalls();
  if (called === 0) return 'reports a search; no tool was called in this turn';
  return found && succeeded === 0 ? 'reports a result; every call of this turn failed' : null;
}
