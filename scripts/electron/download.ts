import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileDigest } from './cache.ts';
import { lastLines, npmCommand, type CommandResult, type RunCommand } from './command.ts';
import { done, type Failure, type Result } from './failure.ts';
import { whileWaiting, type Terminal } from '../terminal.ts';

/** One retry after two seconds: npm's own two retries keep a person without network waiting for more than a minute. */
const NPM_OPTIONS = ['--loglevel=error', '--logs-max=0', '--fetch-retries=1', '--fetch-retry-mintimeout=2000'];

/**
 * Fetches one package of the npm registry into `folder` with the user's own npm and settings, and refuses it unless its
 * sha512 (base64) is the pinned one. npm keeps its cache in `folder` too: the growing size is the progress shown, and
 * nothing is left behind in the user's npm cache. Gives the path of the .tgz.
 */
export async function downloadPackage(
  what: { readonly spec: string; readonly integrity: string; readonly downloadMb: number },
  folder: string,
  tools: { readonly run: RunCommand; readonly env: NodeJS.ProcessEnv; readonly terminal: Terminal },
): Promise<Result<string>> {
  const npm = npmCommand(tools.env);
  const args = [...npm.args, 'pack', what.spec, ...NPM_OPTIONS, '--cache', join(folder, 'npm')];
  const work = tools.run(npm.command, args, { cwd: folder, env: tools.env });
  const result = await whileWaiting(work, (seconds) => {
    void sizeOf(join(folder, 'npm')).then((bytes) =>
      tools.terminal.progress(
        `  ${Math.min(Math.round(bytes / 1e6), what.downloadMb)} of ${what.downloadMb} MB, ${seconds} s`,
      ),
    );
  });
  if (result.code !== 0) return npmFailure(what.spec, result);
  const name = lastLines(result.stdout, 1).trim();
  return verifyPackage(join(folder, name), what.integrity);
}

/** Passes a package on only when its content is the one we pinned. */
export async function verifyPackage(path: string, integrity: string): Promise<Result<string>> {
  const actual = await fileDigest(path, 'sha512', 'base64');
  return actual === integrity
    ? done(path)
    : { ok: false, code: 'checksum-wrong', file: path, expected: integrity, actual };
}

const NO_WAY = /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/;

/** Reads npm's own error code: no way to the registry, not in it, disk full, or something else. */
export function npmFailure(spec: string, result: CommandResult): Failure {
  const detail = npmReason(result.stderr);
  if (!result.found) return { ok: false, code: 'npm-missing' };
  if (/ENOSPC/.test(result.stderr)) return { ok: false, code: 'disk-full', folder: 'the cache', neededMb: 900 };
  if (/E404|ETARGET|E403|E401/.test(result.stderr)) return { ok: false, code: 'package-absent', spec, detail };
  if (NO_WAY.test(result.stderr)) return { ok: false, code: 'registry-unreachable', spec, detail };
  return { ok: false, code: 'download-failed', spec, detail };
}

/** The one line of npm's complaint that tells most: the failed request, else the code, else how it ended. */
function npmReason(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim());
  const told = lines.find((line) => /reason:|404 Not Found|no space/i.test(line));
  return told ?? lines.find((line) => line.startsWith('code ')) ?? lastLines(stderr, 2);
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = names.map((name) =>
    stat(join(folder, name)).then(
      (found) => (found.isFile() ? found.size : 0),
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
