import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const timeouts = { testTimeout: 120_000, hookTimeout: 120_000 };

/** Two files at a time also where there are two processors: much of a test's time is a disk's or a socket's. */
const unitWorkers = Math.max(2, availableParallelism() - 1);

/**
 * `unit` runs from the sources. `kill` and `torture` start the built till as a process of its own and kill it; `e2e` drives the
 * whole register on a real Electron, one file at a time, for each owns a display, serial ports and a window.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/kill/**', 'test/torture/**'],
          testTimeout: 20_000,
          maxWorkers: unitWorkers,
        },
      },
      { test: { name: 'kill', include: ['test/kill/**/*.test.ts'], globalSetup: 'test/build.ts', ...timeouts } },
      { test: { name: 'torture', include: ['test/torture/**/*.test.ts'], globalSetup: 'test/build.ts', ...timeouts } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/e2e/electron.ts',
          fileParallelism: false,
          ...timeouts,
        },
      },
    ],
  },
});
