import { expect, test } from 'vitest';
import { isStale } from '../../../scripts/electron/build.ts';
import { chooseDisplay } from '../../../scripts/electron/display.ts';
import { exitCodeOf, launch, startArguments } from '../../../scripts/electron/launch.ts';
import { packArguments } from '../../../scripts/electron/packed.ts';
import { electronEnvironment } from '../../../scripts/electron/run.ts';
import { gypEnvironment, needsOwnSqlite } from '../../../scripts/electron/sqlite.ts';

test("every switch of the person goes on to the app, after Electron's own and the folder", () => {
  expect(startArguments({ args: ['--no-sandbox'] }, '/kassa', ['--training', '--user-data-dir=/d'])).toEqual([
    '--no-sandbox',
    '/kassa',
    '--training',
    '--user-data-dir=/d',
  ]);
});

test('the exit code is the one of the app, or that of the signal that ended it', () => {
  expect([exitCodeOf(3, null), exitCodeOf(0, null), exitCodeOf(null, 'SIGTERM')]).toEqual([3, 0, 143]);
});

test('the exit code of a program reaches the caller', async () => {
  expect(await launch(process.execPath, ['-e', 'process.exit(7)'], process.env)).toBe(7);
});

test('a register without a display gets a virtual one; a desktop is used as it is', () => {
  expect(chooseDisplay('linux', {})).toBe('virtual');
  expect(chooseDisplay('linux', { DISPLAY: ':0' })).toBe('desktop');
  expect(chooseDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe('wayland');
  expect(chooseDisplay('win32', {})).toBe('desktop');
});

test('Electron is never started as plain Node by a left-over variable', () => {
  const env = { PATH: '/bin', ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '-r x' };
  expect(electronEnvironment(env, '/e', ':5')).toEqual({
    PATH: '/bin',
    ELECTRON_OVERRIDE_DIST_PATH: '/e',
    DISPLAY: ':5',
  });
});

test('only an Electron older than Node-API 10 needs its own SQLite', () => {
  expect(['33.2.1', '34.5.8', '35.0.0', '45.4.1'].map(needsOwnSqlite)).toEqual([true, true, false, false]);
});

test("the compiler is not led astray by the person's npm settings", () => {
  expect(gypEnvironment({ npm_config_nodedir: '/usr', HOME: '/h', PATH: '/bin' }, '/node')).toEqual({
    HOME: '/h',
    PATH: '/node:/bin',
    CXXFLAGS: expect.stringContaining('-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'),
  });
});

test('the program is built anew when it is missing or older than a source', () => {
  expect(isStale([10, 20], [30, undefined])).toBe(true);
  expect(isStale([10, 20], [30, 15])).toBe(true);
  expect(isStale([10, 20], [30, 20])).toBe(false);
});

test('packing makes an unpacked Linux folder from the Electron in use, unless told otherwise', () => {
  const electron = { folder: '/e', version: '33.2.1' };
  const inUse = ['-c.electronDist=/e', '-c.electronVersion=33.2.1'];
  expect(packArguments(electron, [])).toEqual(['--linux', 'dir', '--publish=never', ...inUse]);
  expect(packArguments(electron, ['--linux', 'deb'])).toEqual(['--linux', 'deb', '--publish=never', ...inUse]);
  expect(packArguments(electron, ['--win'])).toEqual(['--win', '--publish=never']);
});
