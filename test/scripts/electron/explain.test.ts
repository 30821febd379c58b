import { expect, test } from 'vitest';
import { explain } from '../../../scripts/electron/explain.ts';
import type { Failure } from '../../../scripts/electron/failure.ts';

const examples: { readonly [Code in Failure['code']]: { failure: Extract<Failure, { code: Code }>; says: string[] } } =
  {
    'platform-unsupported': {
      failure: { ok: false, code: 'platform-unsupported', platform: 'linux', arch: 'arm64', mirror: 'https://m/' },
      says: ['https://m/', 'linux arm64', 'ELECTRON_MIRROR'],
    },
    'given-electron-absent': {
      failure: { ok: false, code: 'given-electron-absent', folder: '/opt/e' },
      says: ['/opt/e', 'ELECTRON_OVERRIDE_DIST_PATH'],
    },
    'npm-missing': { failure: { ok: false, code: 'npm-missing' }, says: ['npm was not found', 'Install'] },
    'registry-unreachable': {
      failure: { ok: false, code: 'registry-unreachable', spec: 'a@1', detail: 'ENOTFOUND' },
      says: ['no way to the npm registry', 'a@1', 'ENOTFOUND', 'Check the network'],
    },
    'package-absent': {
      failure: { ok: false, code: 'package-absent', spec: 'a@1', detail: 'E404' },
      says: ['a@1', 'E404', 'npm config get registry'],
    },
    'download-failed': {
      failure: { ok: false, code: 'download-failed', spec: 'a@1', detail: 'odd' },
      says: ['a@1', 'odd', 'npm pack a@1'],
    },
    'checksum-wrong': {
      failure: { ok: false, code: 'checksum-wrong', file: '/c/electron', expected: 'abc', actual: 'def' },
      says: ['/c/electron', 'abc', 'def', 'do not use it'],
    },
    'archive-broken': {
      failure: { ok: false, code: 'archive-broken', file: '/c/a.zip', detail: 'bad crc' },
      says: ['/c/a.zip', 'bad crc', 'again'],
    },
    'disk-full': {
      failure: { ok: false, code: 'disk-full', folder: '/c', neededMb: 900 },
      says: ['/c', '900 MB', 'XDG_CACHE_HOME'],
    },
    'folder-closed': {
      failure: { ok: false, code: 'folder-closed', folder: '/c', detail: 'EACCES' },
      says: ['/c', 'EACCES', 'owner'],
    },
    'packages-missing': {
      failure: { ok: false, code: 'packages-missing', packages: ['xvfb'], command: 'sudo apt-get install xvfb' },
      says: ['xvfb', 'sudo apt-get install xvfb', 'Run this once'],
    },
    'packages-failed': {
      failure: { ok: false, code: 'packages-failed', packages: ['xvfb'], detail: 'no lists' },
      says: ['xvfb', 'no lists', '/etc/apt'],
    },
    'libraries-missing': {
      failure: { ok: false, code: 'libraries-missing', libraries: ['libnss3.so'] },
      says: ['libnss3.so', 'Install'],
    },
    'compiler-missing': {
      failure: { ok: false, code: 'compiler-missing', tools: ['g++'] },
      says: ['g++', 'Install'],
    },
    'compile-failed': {
      failure: { ok: false, code: 'compile-failed', log: '/c/compile.log', detail: 'error: no' },
      says: ['/c/compile.log', 'error: no'],
    },
    'sqlite-unusable': {
      failure: { ok: false, code: 'sqlite-unusable', detail: 'crashed' },
      says: ['SQLite', 'crashed', 'Delete'],
    },
    'display-failed': {
      failure: { ok: false, code: 'display-failed', detail: 'no screen' },
      says: ['Xvfb', 'no screen', 'DISPLAY'],
    },
    'build-failed': {
      failure: { ok: false, code: 'build-failed', detail: 'a.ts:1' },
      says: ['could not be built', 'a.ts:1'],
    },
    'pack-failed': {
      failure: { ok: false, code: 'pack-failed', detail: 'no icon' },
      says: ['could not be packed', 'no icon'],
    },
  };

test.each(Object.entries(examples))('%s says what happened and what to do next', (code, { failure, says }) => {
  const text = explain(failure);
  for (const words of says) expect(text).toContain(words);
  expect(text.endsWith(`(${code})`)).toBe(true);
});
