import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { whileWaiting } from '../terminal.ts';
import { exists, makeInCache, recipeHash } from './cache.ts';
import { lastLines } from './command.ts';
import { done, type Result } from './failure.ts';
import type { Tools } from './tools.ts';

const require = createRequire(import.meta.url);
const sqliteFolder = dirname(require.resolve('better-sqlite3/package.json'));
const addonApiFolder = dirname(
  createRequire(join(sqliteFolder, 'package.json')).resolve('node-addon-api/package.json'),
);
const headersFolder = dirname(require.resolve('node-api-headers/package.json'));
const gypScript = require.resolve('node-gyp/bin/node-gyp.js');

/** The last major version of Electron whose Node-API is older than the 10 that better-sqlite3's own binary asks for. */
const LAST_OLD_ELECTRON = 34;

/**
 * Undoes the addon's request for Node-API 10 and takes the experimental one, which every Node since 18 accepts. The number
 * stands for "experimental" in Node's headers; the file beside it declares what node-api-headers leaves out.
 */
const FLAGS = [
  '-UNAPI_VERSION',
  '-DNAPI_EXPERIMENTAL',
  '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  '-DNAPI_VERSION=2147483647',
  '-include experimental.h',
];

/** Whether this Electron ("33.2.1") cannot load better-sqlite3's prebuilt binary. */
export function needsOwnSqlite(electronVersion: string): boolean {
  return Number.parseInt(electronVersion, 10) <= LAST_OLD_ELECTRON;
}

/** Folder of the compiled addon in the cache; it changes with any version or flag that goes into it. */
export function sqliteCacheFolder(root: string, arch: string): string {
  const versions = [sqliteFolder, addonApiFolder, headersFolder].map(versionOf);
  return join(root, `better-sqlite3-${versions[0]}-${recipeHash({ versions, FLAGS, arch })}`);
}

/**
 * Puts an addon that the older Electron can load at node_modules/better-sqlite3/build/Release: compiled once into the
 * cache, proven by opening a database in that Electron, and copied in one rename. It also loads in Node 24.
 */
export async function provideSqlite(electron: string, tools: Tools): Promise<Result<void>> {
  const folder = sqliteCacheFolder(tools.root, tools.arch);
  const made = await makeInCache(folder, 200, (target) => compile(target, electron, tools), tools.lock);
  if (!made.ok) return made;
  const built = join(folder, 'better_sqlite3.node');
  const target = join(sqliteFolder, 'build/Release/better_sqlite3.node');
  if (await sameFile(built, target)) return done(undefined);
  await mkdir(dirname(target), { recursive: true });
  await cp(built, `${target}.${process.pid}`);
  await rename(`${target}.${process.pid}`, target);
  return opensDatabase(electron, target, tools);
}

async function compile(target: string, electron: string, tools: Tools): Promise<Result<void>> {
  tools.terminal.say('Compiling better-sqlite3 for this Electron (one to two minutes); only the first time');
  const work = join(target, '.work');
  await layOutSources(work);
  const result = await whileWaiting(runGyp(work, tools), (seconds) =>
    tools.terminal.progress(`  compiling, ${seconds} s`),
  );
  const output = `${result.stdout}${result.stderr}`;
  if (result.code !== 0) {
    const log = join(tools.root, 'better-sqlite3-compile.log');
    await writeFile(log, output);
    return { ok: false, code: 'compile-failed', log, detail: lastLines(output, 12) };
  }
  const built = join(target, 'better_sqlite3.node');
  await rename(join(work, 'better-sqlite3/build/Release/better_sqlite3.node'), built);
  await rm(work, { recursive: true });
  return opensDatabase(electron, built, tools);
}

/** A copy of the sources, so that nobody meets a half-linked addon in node_modules while the compiler runs. */
async function layOutSources(work: string): Promise<void> {
  const copy = join(work, 'better-sqlite3');
  for (const name of ['binding.gyp', 'package.json', 'deps', 'lib', 'src'])
    await cp(join(sqliteFolder, name), join(copy, name), { recursive: true });
  await cp(addonApiFolder, join(work, 'node_modules/node-addon-api'), { recursive: true });
  await cp(join(headersFolder, 'include'), join(work, 'node/include/node'), { recursive: true });
  await cp(join(import.meta.dirname, 'node-headers'), join(work, 'node/include/node'), { recursive: true });
}

function runGyp(work: string, tools: Tools): ReturnType<Tools['run']> {
  const args = ['rebuild', '--release', '--force_build=1', '--jobs=max', `--nodedir=${join(work, 'node')}`];
  return tools.run(process.execPath, [gypScript, ...args], {
    cwd: join(work, 'better-sqlite3'),
    env: gypEnvironment(tools.env, dirname(process.execPath)),
  });
}

/** The environment of the compiler: node-gyp would let npm_config_ variables (a foreign nodedir, say) win over its options. */
export function gypEnvironment(env: NodeJS.ProcessEnv, nodeFolder: string): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !/^npm_(package_)?config_/i.test(name));
  return { ...Object.fromEntries(own), PATH: `${nodeFolder}:${env['PATH'] ?? ''}`, CXXFLAGS: FLAGS.join(' ') };
}

const PROBE = `
  const Database = require(process.env.KASSA_SQLITE);
  const db = new Database(':memory:', { nativeBinding: process.env.KASSA_ADDON });
  if (db.prepare('select 6 * 7').pluck().get() !== 42) process.exit(2);
  db.close();
`;

/** Opens a database with the addon in the Electron that will use it. */
async function opensDatabase(electron: string, addon: string, tools: Tools): Promise<Result<void>> {
  const env = { ...tools.env, ELECTRON_RUN_AS_NODE: '1', KASSA_SQLITE: sqliteFolder, KASSA_ADDON: addon };
  const result = await tools.run(electron, ['-e', PROBE], { env });
  if (result.code === 0) return done(undefined);
  return { ok: false, code: 'sqlite-unusable', detail: lastLines(result.stderr, 3) || `exit code ${result.code}` };
}

async function sameFile(left: string, right: string): Promise<boolean> {
  if (!(await exists(right))) return false;
  const [a, b] = await Promise.all([readFile(left), readFile(right)]);
  return a.equals(b);
}

function versionOf(folder: string): string {
  return z.object({ version: z.string() }).parse(require(join(folder, 'package.json'))).version;
}
