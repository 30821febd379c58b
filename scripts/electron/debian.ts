import { lastLines } from './command.ts';
import { done, type Result } from './failure.ts';
import { installablePackages, installedPackages, missingNeeds, namesToInstall, type Need } from './packages.ts';
import type { Tools } from './tools.ts';

/**
 * Sees to it that the system packages are there. Debian and Ubuntu are asked by package: as root the missing ones are
 * installed, otherwise the failure carries the one command to run. Other Linux systems are asked by library and tool.
 */
export async function provideSystem(
  needs: readonly Need[],
  electron: string | undefined,
  tools: Tools,
): Promise<Result<void>> {
  if (tools.platform !== 'linux') return done(undefined);
  const query = await tools.run('dpkg-query', ['-W', '-f', '${Package} ${Status}\n', ...needs.flat()]);
  if (!query.found) return checkElsewhere(needs, electron, tools);
  const missing = missingNeeds(needs, installedPackages(query.stdout));
  if (missing.length === 0) return done(undefined);
  const names = await installableNames(missing, tools);
  return tools.isRoot
    ? install(names, needs, tools)
    : { ok: false, code: 'packages-missing', packages: names, command: command(names) };
}

function command(names: readonly string[]): string {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

async function installableNames(needs: readonly Need[], tools: Tools): Promise<readonly string[]> {
  const policy = await tools.run('apt-cache', ['policy', ...needs.flat()], { env: { ...tools.env, LC_ALL: 'C' } });
  return namesToInstall(needs, installablePackages(policy.stdout));
}

/** Another apt may be at work, such as the automatic updates of a machine that was just switched on. */
const PATIENT = ['-o', 'DPkg::Lock::Timeout=120'];

/** Installs as root; the package lists are fetched first, because a bare machine has none or old ones. */
async function install(names: readonly string[], needs: readonly Need[], tools: Tools): Promise<Result<void>> {
  tools.terminal.say(`Installing system packages: ${names.join(' ')}`);
  const env = { ...tools.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const onOutput = (text: string): void => tools.terminal.progress(`  ${lastLines(text, 1).slice(0, 100)}`);
  const update = await tools.run('apt-get', [...PATIENT, 'update'], { env, onOutput });
  const wanted = needs.filter((need) => need.some((name) => names.includes(name)));
  const fresh = await installableNames(wanted, tools);
  const result = await tools.run('apt-get', [...PATIENT, 'install', '-y', '--no-install-recommends', ...fresh], {
    env,
    onOutput,
  });
  if (result.code === 0) return done(undefined);
  const detail = lastLines(`${update.code === 0 ? '' : update.stderr}${result.stderr}`, 6);
  return { ok: false, code: 'packages-failed', packages: fresh, detail };
}

const COMPILER_TOOLS = ['g++', 'make', 'python3'];

async function checkElsewhere(
  needs: readonly Need[],
  electron: string | undefined,
  tools: Tools,
): Promise<Result<void>> {
  const wanted = COMPILER_TOOLS.filter((tool) => needs.some((names) => names[0] === tool));
  const runs = await Promise.all(wanted.map((tool) => tools.run(tool, ['--version'])));
  const absent = wanted.filter((_, at) => runs[at]?.found !== true);
  if (absent.length > 0) return { ok: false, code: 'compiler-missing', tools: absent };
  const libraries = electron === undefined ? [] : missingLibraries((await tools.run('ldd', [electron])).stdout);
  return libraries.length === 0 ? done(undefined) : { ok: false, code: 'libraries-missing', libraries };
}

/** The libraries ldd could not find, from its "name => not found" lines. */
export function missingLibraries(output: string): readonly string[] {
  return [...output.matchAll(/^\s*(\S+) => not found$/gm)].flatMap((match) => match[1] ?? []);
}
