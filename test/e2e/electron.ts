import { buildIfStale } from '../../scripts/electron/build.ts';
import { explain } from '../../scripts/electron/explain.ts';
import { prepareElectron } from '../../scripts/electron/run.ts';
import { machineTools } from '../../scripts/electron/tools.ts';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    electron: { executable: string; args: string[]; env: Record<string, string> };
  }
}

/** Finds or makes a real Electron, builds the program, and leaves a display standing for all end-to-end tests. */
export default async function setup(project: TestProject): Promise<() => void> {
  const built = await buildIfStale(machineTools());
  if (!built.ok) throw new Error(explain(built));
  const electron = await prepareElectron({ purpose: 'test' });
  if (!electron.ok) throw new Error(explain(electron));
  const { executable, args, env, stop } = electron.value;
  project.provide('electron', { executable, args: [...args], env });
  return stop;
}
