import { describe, expect, it } from 'vitest';
import { fromPlaywright, fromSizeLimit, fromVitest, none, withExitCode } from './count.ts';

describe('counting checks', () => {
  it('a test file that does not load is a failure, though no test of it failed', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 0,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
        { status: 'passed', assertionResults: [{}] },
      ],
    };
    expect(fromVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });
  it('a test that needed a second try is a failure', () => {
    expect(fromPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 } })).toEqual({ passed: 5, failed: 2, skipped: 0 });
  });
  it('each size limit is a check', () => {
    expect(fromSizeLimit([{ passed: true }, { passed: false }])).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });
  it('a program that fails without a failed check counts as one failure', () => {
    expect(withExitCode(none, 1).failed).toBe(1);
    expect(withExitCode({ ...none, failed: 2 }, 1).failed).toBe(2);
    expect(withExitCode({ ...none, passed: 4 }, 0).failed).toBe(0);
  });
});
