import { terminal } from '../terminal.ts';
import { chooseDisplay, startVirtualDisplay, type VirtualDisplay } from './display.ts';
import { explain } from './explain.ts';
import { done, type Result } from './failure.ts';
import { findProgram, type Program } from './find-program.ts';
import type { Purpose } from './packages.ts';
import { needsOwnSqlite, provideSqlite } from './sqlite.ts';
import { machineTools, type Tools } from './tools.ts';

/** An Electron that can be started: `executable` with `args` before the app's folder, in `env`. */
export interface Electron {
  readonly executable: string;
  /** Its folder, for electron-builder's electronDist. */
  readonly folder: string;
  readonly version: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
  /** Ends the virtual display, if one was started. It also ends with this process. */
  readonly stop: () => void;
}

export interface Preparation {
  readonly purpose: Purpose;
  /** False when no window will be opened: then no display is looked for. */
  readonly display?: boolean;
}

/**
 * Finds or makes a real Electron for this machine, with the system packages, the SQLite addon and the display it needs.
 * Expected failures are values; it writes its progress to stderr.
 */
export async function prepareElectron(wanted: Preparation, tools: Tools = machineTools()): Promise<Result<Electron>> {
  const virtualDisplay = wanted.display !== false && chooseDisplay(tools.platform, tools.env) === 'virtual';
  const program = await findProgram({ purpose: wanted.purpose, virtualDisplay }, tools);
  if (!program.ok) return program;
  const { executable, version } = program.value;
  if (needsOwnSqlite(version)) {
    const sqlite = await provideSqlite(executable, tools);
    if (!sqlite.ok) return sqlite;
  }
  const screen = virtualDisplay ? await startVirtualDisplay() : done(undefined);
  return screen.ok ? done(describe(program.value, screen.value, tools)) : screen;
}

/** As `prepareElectron`, for scripts: a failure is explained on stderr and ends the process with code 1. */
export async function electronOrExit(wanted: Preparation): Promise<Electron> {
  const prepared = await prepareElectron(wanted);
  if (prepared.ok) return prepared.value;
  terminal.say(explain(prepared));
  process.exit(1);
}

function describe(program: Program, screen: VirtualDisplay | undefined, tools: Tools): Electron {
  const wayland = chooseDisplay(tools.platform, tools.env) === 'wayland';
  return {
    ...program,
    // Chromium refuses to run as root inside its sandbox; anybody else keeps the sandbox.
    args: [...(tools.isRoot ? ['--no-sandbox'] : []), ...(wayland ? ['--ozone-platform=wayland'] : [])],
    env: electronEnvironment(tools.env, program.folder, screen?.name),
    stop: () => screen?.stop(),
  };
}

/** The environment Electron starts in: the caller's, without what would turn Electron into plain Node. */
export function electronEnvironment(
  env: NodeJS.ProcessEnv,
  folder: string,
  display: string | undefined,
): Record<string, string> {
  const own = Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const kept = own.filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE' && name !== 'NODE_OPTIONS');
  return {
    ...Object.fromEntries(kept),
    ELECTRON_OVERRIDE_DIST_PATH: folder,
    ...(display === undefined ? {} : { DISPLAY: display }),
  };
}
