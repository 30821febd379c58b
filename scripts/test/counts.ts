/** How many tests passed and failed. */
export type Counts = { passed: number; failed: number };

/** The counts in a Vitest JSON report, or undefined when there is none to read: the step then counts by its exit code. */
export function readCounts(report: string): Counts | undefined {
  const parsed = asRecord(report);
  const passed = parsed?.['numPassedTests'];
  const failed = parsed?.['numFailedTests'];
  const brokenFiles = parsed?.['numFailedTestSuites'];
  if (typeof passed !== 'number' || typeof failed !== 'number') return undefined;
  const silentFailure = failed === 0 && (parsed?.['success'] === false || Number(brokenFiles) > 0);
  return { passed, failed: silentFailure ? 1 : failed };
}

/** The sum of all steps. */
export function addUp(counts: readonly Counts[]): Counts {
  return counts.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });
}

/** The line every run ends with. */
export function closingLine({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}

function asRecord(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
