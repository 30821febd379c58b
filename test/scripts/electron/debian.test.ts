import { describe, expect, test } from 'vitest';
import { missingLibraries, provideSystem } from '../../../scripts/electron/debian.ts';
import { ended, fakeTools } from './fake-tools.ts';

const needs = [['libnss3'], ['xvfb']] as const;
const policy = 'xvfb:\n  Candidate: 21.1\n';

function debian(installed: string, install = ended()) {
  return (line: string) => {
    if (line.startsWith('dpkg-query')) return ended({ code: 1, stdout: installed });
    if (line.startsWith('apt-cache')) return ended({ stdout: policy });
    return /^apt-get .*install/.test(line) ? install : ended();
  };
}

test('nothing is installed when nothing is missing', async () => {
  const tools = fakeTools(debian('libnss3 install ok installed\nxvfb install ok installed\n'), { isRoot: true });
  expect(await provideSystem(needs, undefined, tools)).toEqual({ ok: true, value: undefined });
  expect(tools.commands).toHaveLength(1);
});

test('root installs what is missing, after fetching the package lists', async () => {
  const tools = fakeTools(debian('libnss3 install ok installed\n'), { isRoot: true });
  expect(await provideSystem(needs, undefined, tools)).toEqual({ ok: true, value: undefined });
  expect(tools.commands.filter((line) => line.startsWith('apt-get'))).toEqual([
    'apt-get -o DPkg::Lock::Timeout=120 update',
    'apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends xvfb',
  ]);
});

test('anybody else gets the one command to run, and nothing is changed', async () => {
  const tools = fakeTools(debian('libnss3 install ok installed\n'));
  expect(await provideSystem(needs, undefined, tools)).toEqual({
    ok: false,
    code: 'packages-missing',
    packages: ['xvfb'],
    command: 'sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb',
  });
  expect(tools.commands.filter((line) => line.startsWith('apt-get'))).toEqual([]);
});

test('a refused installation is a failure with what apt said', async () => {
  const refused = ended({ code: 100, stderr: 'E: Unable to fetch some archives' });
  const tools = fakeTools(debian('libnss3 install ok installed\n', refused), { isRoot: true });
  expect(await provideSystem(needs, undefined, tools)).toEqual({
    ok: false,
    code: 'packages-failed',
    packages: ['xvfb'],
    detail: 'E: Unable to fetch some archives',
  });
});

describe('on a Linux without dpkg', () => {
  const elsewhere = (line: string) => {
    if (line.startsWith('ldd')) return ended({ stdout: '\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6\n' });
    return ended({ code: undefined, found: false });
  };

  test('the missing libraries of Electron are named', async () => {
    expect(await provideSystem(needs, '/e/electron', fakeTools(elsewhere))).toEqual({
      ok: false,
      code: 'libraries-missing',
      libraries: ['libnss3.so'],
    });
  });

  test('a missing compiler is named when SQLite has to be built', async () => {
    expect(await provideSystem([['g++'], ['make']], undefined, fakeTools(elsewhere))).toEqual({
      ok: false,
      code: 'compiler-missing',
      tools: ['g++', 'make'],
    });
  });
});

test('Windows and macOS need no system packages', async () => {
  const tools = fakeTools(() => ended(), { platform: 'win32' });
  expect(await provideSystem(needs, undefined, tools)).toEqual({ ok: true, value: undefined });
  expect(tools.commands).toEqual([]);
});

test('only libraries that were not found are missing', () => {
  expect(missingLibraries('\tliba.so => not found\n\tlibb.so.2 => /usr/lib/libb.so.2 (0x0)\n')).toEqual(['liba.so']);
});
