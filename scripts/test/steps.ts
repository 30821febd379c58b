import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** One part of `npm test`. `counts` is true when it writes a report of single tests to the file it is given. */
export type Step = { what: string; counts: boolean; args: (report: string) => string[] };

const require = createRequire(import.meta.url);

const bin = (name: string, file: string): string => join(dirname(require.resolve(`${name}/package.json`)), file);

const vitest =
  (project: string): Step['args'] =>
  (report) => [
    bin('vitest', 'vitest.mjs'),
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];

/** Cheapest first, so that a typing mistake is told before an Electron is started. */
export const steps: readonly Step[] = [
  { what: 'Types and borders between the folders', counts: false, args: () => [bin('typescript', 'bin/tsc'), '-b'] },
  { what: 'Format', counts: false, args: () => [bin('oxfmt', 'bin/oxfmt'), '--check'] },
  { what: 'Lint', counts: false, args: () => [bin('oxlint', 'bin/oxlint'), '--deny-warnings'] },
  { what: 'Rules, store, providers and devices', counts: true, args: vitest('unit') },
  { what: 'Tills killed at every write', counts: true, args: vitest('kill') },
  { what: 'A slice of the fault campaign, and proof that it can fail', counts: true, args: vitest('torture') },
  { what: 'The register on a real Electron', counts: true, args: vitest('e2e') },
];
