import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileOpener } from '../../../native/transport/file.ts';
import { createTransport } from '../../../native/transport/transport.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kassa-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (path: string, stallMs = 60) => createTransport(fileOpener({ path, stallMs }));

test('jobs are appended to a file that need not exist', async () => {
  const path = join(folder, 'receipts.bin');
  await file(path).send(Buffer.from('one '));
  const outcome = await file(path).send(Buffer.from('two'));
  expect({ outcome, text: readFileSync(path, 'utf8') }).toEqual({
    outcome: { ok: true, answer: new Uint8Array() },
    text: 'one two',
  });
});

test('a missing device is not replaced by a plain file', async () => {
  expect(await file('/dev/usb/lp-none').send(Buffer.from('x'))).toEqual({
    ok: false,
    code: 'unreachable',
    sent: 'nothing',
  });
});

test('a device nobody listens behind is unreachable', async () => {
  const path = join(folder, 'fifo');
  execFileSync('mkfifo', [path]);
  expect(await file(path).send(Buffer.from('x'))).toEqual({ ok: false, code: 'unreachable', sent: 'nothing' });
});

test('a device that takes nothing more is given up without blocking the till', async () => {
  const path = join(folder, 'fifo');
  execFileSync('mkfifo', [path]);
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const outcome = await file(path).send(Buffer.alloc(200_000));
  closeSync(reader);
  expect(outcome).toEqual({ ok: false, code: 'timeout', sent: 'some' });
});
