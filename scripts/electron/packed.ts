import { createRequire } from 'node:module';
import { join } from 'node:path';
import { whileWaiting } from '../terminal.ts';
import { lastLines } from './command.ts';
import { done, type Result } from './failure.ts';
import type { Electron } from './run.ts';
import type { Tools } from './tools.ts';

/**
 * electron-builder's options: with none from the person, an unpacked folder for Linux, which needs no network. Only Linux
 * targets take the Electron in use; for another system electron-builder fetches that system's own.
 */
export function packArguments(
  electron: Pick<Electron, 'folder' | 'version'>,
  own: readonly string[],
): readonly string[] {
  const foreign = own.some((word) => /^(--(win|windows|mac|macos)|-[wm])$/.test(word));
  const inUse = [`-c.electronDist=${electron.folder}`, `-c.electronVersion=${electron.version}`];
  return [...(own.length === 0 ? ['--linux', 'dir'] : own), '--publish=never', ...(foreign ? [] : inUse)];
}

/** Packs the built program of `folder` with the Electron in use; gives the path of the packed Linux program. */
export async function pack(
  electron: Pick<Electron, 'folder' | 'version'>,
  own: readonly string[],
  folder: string,
  tools: Tools,
): Promise<Result<string>> {
  tools.terminal.say(`Packing with Electron ${electron.version}`);
  const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js');
  const work = tools.run(process.execPath, [builder, ...packArguments(electron, own)], { cwd: folder, env: tools.env });
  const result = await whileWaiting(work, (seconds) => tools.terminal.progress(`  packing, ${seconds} s`));
  if (result.code === 0) return done(join(folder, 'dist/linux-unpacked/kassa'));
  return { ok: false, code: 'pack-failed', detail: lastLines(`${result.stdout}${result.stderr}`, 20) };
}
