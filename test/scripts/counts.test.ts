import { expect, test } from 'vitest';
import { addUp, closingLine, readCounts } from '../../scripts/test/counts.ts';

test('the closing line adds up what every step counted', () => {
  expect(
    closingLine(
      addUp([
        { passed: 3, failed: 0 },
        { passed: 4, failed: 2 },
      ]),
    ),
  ).toBe('7 passed, 2 failed');
});

test('a report that cannot be read has no counts', () => {
  expect([readCounts(''), readCounts('{}'), readCounts('[')]).toEqual([undefined, undefined, undefined]);
});

test('a file that broke before its first test is a failure although no test failed', () => {
  const report = { numPassedTests: 5, numFailedTests: 0, numFailedTestSuites: 1, success: false };
  expect(readCounts(JSON.stringify(report))).toEqual({ passed: 5, failed: 1 });
});
