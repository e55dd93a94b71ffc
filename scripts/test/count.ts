/** How many checks of a stage passed, failed, or were left out. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const none: Count = { passed: 0, failed: 0, skipped: 0 };

export const add = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** One check that is one program: lint, types, build. */
export const oneCheck = (exitCode: number): Count => ({ ...none, [exitCode === 0 ? 'passed' : 'failed']: 1 });

/**
 * A stage whose program failed without a failed check (a file that does not load, an error outside every test, no report
 * at all) has failed all the same.
 */
export const withExitCode = (count: Count, exitCode: number): Count =>
  exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;

/** Vitest's JSON report. A file that broke before its first test counts as one failure. */
export function fromVitest(report: unknown): Count {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
  };
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests + numTodoTests };
}

/** Playwright's JSON report. A test that passed only when tried again counts as failed. */
export function fromPlaywright(report: unknown): Count {
  const { stats } = report as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/** `size-limit --json`: one check per limit. */
export function fromSizeLimit(report: unknown): Count {
  const limits = report as readonly { readonly passed: boolean }[];
  return limits.map((limit) => oneCheck(limit.passed ? 0 : 1)).reduce(add, none);
}
