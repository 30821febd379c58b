import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from '../../../main/shell/log.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kassa-log-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the log holds what was said, without the code of the customer', () => {
  openLog(folder, 'shell')('scanned 50502044301381396427', { pin: '4821', at: 3 });
  const line = readFileSync(join(folder, 'shell.log'), 'utf8');
  expect(line).toMatch(/^\[.+\] \[info\]\s+scanned \[digits\] \{ pin: \[hidden\], at: 3 \}\n$/);
});

test('only the owner of the till can read the log', () => {
  openLog(folder, 'shell')('started');
  expect(statSync(join(folder, 'shell.log')).mode & 0o777).toBe(0o600);
});

test('the log keeps its newest files and throws the oldest away', () => {
  const log = openLog(folder, 'till', { bytes: 200, files: 3 });
  for (let line = 0; line < 60; line += 1) log(`line ${line} of a long day`);
  expect(readdirSync(folder).toSorted()).toEqual(['till.1.log', 'till.2.log', 'till.log']);
  expect(readFileSync(join(folder, 'till.log'), 'utf8')).toContain('line 59');
});

test('two logs do not mix', () => {
  const shell = openLog(folder, 'shell');
  const till = openLog(folder, 'till');
  shell('from the shell');
  till('from the till');
  expect(readFileSync(join(folder, 'shell.log'), 'utf8')).not.toContain('from the till');
});
