import { expect, test } from 'vitest';
import {
  installablePackages,
  installedPackages,
  missingNeeds,
  namesToInstall,
  packagesFor,
} from '../../../scripts/electron/packages.ts';

const names = (needs: ReturnType<typeof packagesFor>): string[] => needs.map((need) => need[0]);

test('a register on a desktop needs what Electron and the devices need', () => {
  expect(names(packagesFor({ purpose: 'start', virtualDisplay: false, compile: false }))).toEqual([
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libxss1',
    'libxtst6',
    'libatk-bridge2.0-0',
    'libdrm2',
    'udev',
    'libusb-1.0-0',
  ]);
});

test('without a display Xvfb is added', () => {
  expect(names(packagesFor({ purpose: 'demo', virtualDisplay: true, compile: false }))).toEqual(
    expect.arrayContaining(['xvfb', 'xauth']),
  );
});

test('the compiler is asked for only when SQLite has to be built, and the test tools only for tests', () => {
  const plain = names(packagesFor({ purpose: 'start', virtualDisplay: false, compile: false }));
  const forTests = names(packagesFor({ purpose: 'test', virtualDisplay: false, compile: true }));
  expect(forTests.filter((name) => !plain.includes(name))).toEqual(['socat', 'umockdev', 'g++', 'make', 'python3']);
});

test('a package counts as installed only when dpkg says so', () => {
  const output = 'libnss3 install ok installed\nlibgtk-3-0 unknown ok not-installed\nxvfb deinstall ok config-files\n';
  expect(installedPackages(output)).toEqual(new Set(['libnss3']));
});

test('a package that Debian renamed is found under its new name', () => {
  const installed = new Set(['libasound2t64']);
  expect(missingNeeds([['libasound2', 'libasound2t64'], ['libnss3']], installed)).toEqual([['libnss3']]);
});

const POLICY = `libasound2:
  Installed: (none)
  Candidate: (none)
  Version table:
libasound2t64:
  Installed: (none)
  Candidate: 1.2.14-1
  Version table:
     1.2.14-1 500
libgtk-3-0:
  Installed: (none)
  Candidate: 3.24.38-2~deb12u3
`;

test('a name without a candidate cannot be installed', () => {
  expect(installablePackages(POLICY)).toEqual(new Set(['libasound2t64', 'libgtk-3-0']));
});

test('the name that this release of Debian has is the one to install', () => {
  const needs = [
    ['libasound2', 'libasound2t64'],
    ['libgtk-3-0', 'libgtk-3-0t64'],
  ] as const;
  expect(namesToInstall(needs, installablePackages(POLICY))).toEqual(['libasound2t64', 'libgtk-3-0']);
});

test('before any package list was fetched the first name is taken', () => {
  expect(namesToInstall([['libasound2', 'libasound2t64']], new Set())).toEqual(['libasound2']);
});
