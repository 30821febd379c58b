import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../electron/build.ts';

/** A built program put aside. */
export type SetAside = { folder: string; remove(): void };

/** The program as it is built now, in a folder of its own: whoever builds meanwhile does not pull it from under the runs. */
export function setAside(from: string = projectFolder): SetAside {
  const folder = mkdtempSync(join(tmpdir(), 'kassa-tortured-'));
  for (const name of ['out', 'package.json']) cpSync(join(from, name), join(folder, name), { recursive: true });
  symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
