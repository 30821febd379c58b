import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWholeFile } from '../../../main/shell/write-whole-file.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kassa-file-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file is replaced whole, for its owner only, and leaves no draft behind', () => {
  const file = join(folder, 'deep', 'secrets.bin');
  writeWholeFile(file, Buffer.from('one, and longer'));
  writeWholeFile(file, Buffer.from('two'));
  expect(readFileSync(file, 'utf8')).toBe('two');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'deep'))).toEqual(['secrets.bin']);
});

test('when the disk refuses, the file before stands and no draft is left', () => {
  const file = join(folder, 'taken');
  mkdirSync(join(file, 'inside'), { recursive: true });
  expect(() => writeWholeFile(file, Buffer.from('new'))).toThrow(/EISDIR|ENOTEMPTY|EPERM/);
  expect(readdirSync(folder)).toEqual(['taken']);
  expect(readdirSync(file)).toEqual(['inside']);
});
