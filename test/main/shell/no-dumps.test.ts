import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const project = new URL('../../..', import.meta.url).pathname;

/** All source of what is shipped, and how it is packed and started. */
function shipped(): { file: string; text: string }[] {
  const folders = ['main', 'preload', 'renderer', 'native'];
  const below = folders.flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const files = below.filter((file) => /\.(ts|tsx)$/.test(file));
  return [...files, 'electron-builder.yml', 'electron.vite.config.ts'].map((file) => ({
    file,
    text: readFileSync(join(project, file), 'utf8'),
  }));
}

/** Everything by which Electron or Node writes what is in memory to disk: a customer's code may be in it. */
const dumps =
  /crashReporter|crashpad|writeHeapSnapshot|getHeapSnapshot|setHeapSnapshotNearHeapLimit|heapsnapshot|heap-prof|process\.report|report-on|abort-on-uncaught|from 'node:inspector'|contentTracing|takeHeapSnapshot/;

test('nothing that is shipped writes a dump of its memory: Electron’s crash reporter is off unless it is started', () => {
  const sources = shipped();
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.filter(({ text }) => dumps.test(text)).map(({ file }) => file)).toEqual([]);
});
