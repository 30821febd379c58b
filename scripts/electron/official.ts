import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { RunCommand } from './command.ts';
import { whileWaiting, type Terminal } from '../terminal.ts';

const RELEASES = 'https://github.com/electron/electron/releases/download/';
const CONNECT_MS = 4_000;

const require = createRequire(import.meta.url);
const manifest = require.resolve('electron/package.json');

/** Version of the electron package in node_modules. */
export const officialVersion: string = z.object({ version: z.string() }).parse(require(manifest)).version;

/** Folder of Electron's own binary, where its package puts it. */
export const officialFolder: string = join(dirname(manifest), 'dist');

/** Where Electron's package downloads from: its release host, or the mirror of the usual npm variables. */
export function mirrorOf(env: NodeJS.ProcessEnv): string {
  const names = ['npm_config_electron_mirror', 'npm_package_config_electron_mirror', 'ELECTRON_MIRROR'];
  return names.map((name) => env[name]).find((value) => value !== undefined && value !== '') ?? RELEASES;
}

/** Path of the program inside the folder, which Electron's package writes after a complete download. */
export async function installedProgram(): Promise<string | undefined> {
  const [version, program] = await Promise.all([
    readFile(join(officialFolder, 'version'), 'utf8').catch(() => ''),
    readFile(join(dirname(manifest), 'path.txt'), 'utf8').catch(() => ''),
  ]);
  return version.trim().replace(/^v/, '') === officialVersion && program !== '' ? program : undefined;
}

/** Whether the mirror answers at all within four seconds; with a configured proxy that is left to the download itself. */
export async function mirrorAnswers(
  env: NodeJS.ProcessEnv,
  request: (url: string, options: RequestInit) => Promise<unknown>,
): Promise<boolean> {
  if (env['ELECTRON_GET_USE_PROXY'] !== undefined) return true;
  const options: RequestInit = { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(CONNECT_MS) };
  return request(mirrorOf(env), options).then(
    () => true,
    () => false,
  );
}

/** Lets Electron's package download and verify its own binary; undefined when it could not. */
export async function downloadOfficial(run: RunCommand, terminal: Terminal): Promise<string | undefined> {
  terminal.say(`Downloading Electron ${officialVersion} (about 110 MB)`);
  const work = run(process.execPath, [join(dirname(manifest), 'install.js')], { onOutput: () => {} });
  await whileWaiting(work, (seconds) => terminal.progress(`  downloading Electron, ${seconds} s`));
  return installedProgram();
}

const failureNote = z.object({ at: z.number(), mirror: z.string(), version: z.string() });

const notePath = (root: string): string => join(root, 'electron-download-failed.json');

/** When the download last failed, in ms; a failure from another mirror or of another version does not count. */
export async function officialFailedAt(root: string, env: NodeJS.ProcessEnv): Promise<number | undefined> {
  const text = await readFile(notePath(root), 'utf8').catch(() => 'null');
  const note = failureNote.safeParse(parseJson(text)).data;
  return note?.mirror === mirrorOf(env) && note.version === officialVersion ? note.at : undefined;
}

/** Remembers a failed download. A cache that cannot be written only costs the next start four seconds. */
export async function noteOfficialFailure(root: string, env: NodeJS.ProcessEnv, now: number): Promise<void> {
  const note = { at: now, mirror: mirrorOf(env), version: officialVersion };
  await mkdir(root, { recursive: true }).catch(() => {});
  await writeFile(notePath(root), JSON.stringify(note)).catch(() => {});
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
