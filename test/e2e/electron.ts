import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale, projectFolder } from '../../scripts/electron/build.ts';
import { explain } from '../../scripts/electron/explain.ts';
import { prepareElectron } from '../../scripts/electron/run.ts';
import { machineTools } from '../../scripts/electron/tools.ts';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    electron: { executable: string; args: string[]; env: Record<string, string>; program: string };
  }
}

/** Finds or makes a real Electron, builds the program, and leaves a display standing for all end-to-end tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = await buildIfStale(machineTools());
  if (!built.ok) throw new Error(explain(built));
  const electron = await prepareElectron({ purpose: 'test' });
  if (!electron.ok) throw new Error(explain(electron));
  const { executable, args, env, stop } = electron.value;
  const program = await setAside();
  project.provide('electron', { executable, args: [...args], env, program });
  return async () => {
    stop();
    await rm(program, { recursive: true, force: true });
  };
}

/** The program as it was built just now: whoever builds again while the tests run does not pull it from under them. */
async function setAside(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kassa-built-'));
  await Promise.all(
    ['out', 'package.json'].map((name) => cp(join(projectFolder, name), join(folder, name), { recursive: true })),
  );
  await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
