import { afterEach, beforeEach, expect, test } from 'vitest';
import { serialOpener } from '../../../native/transport/serial.ts';
import type { OpenPort, PortListener } from '../../../native/transport/serial-port.ts';
import { createTransport } from '../../../native/transport/transport.ts';
import { createPty, type Pty } from '../pty.ts';

let pty: Pty;

beforeEach(() => {
  pty = createPty();
});
afterEach(() => pty.remove());

const serial = () => createTransport(serialOpener({ path: pty.till, baudRate: 115_200 }));

test('a job goes through a real port', async () => {
  await pty.plug();
  const outcome = await serial().send(Buffer.from('receipt'));
  expect({ outcome, printed: (await pty.read(7)).toString() }).toEqual({
    outcome: { ok: true, answer: new Uint8Array() },
    printed: 'receipt',
  });
});

test('each job opens the port anew', async () => {
  await pty.plug();
  const transport = serial();
  await transport.send(Buffer.from('one '));
  await transport.send(Buffer.from('two'));
  expect((await pty.read(7)).toString()).toBe('one two');
});

test('a job for a printer that is not there fails and does not come out when it is plugged in', async () => {
  const transport = serial();
  const absent = await transport.send(Buffer.from('drawer'));
  await pty.plug();
  await transport.send(Buffer.from('receipt'));
  expect({ absent, printed: (await pty.read(7)).toString() }).toEqual({
    absent: { ok: false, code: 'unreachable', sent: 'nothing' },
    printed: 'receipt',
  });
});

test('what the printer says is heard', async () => {
  await pty.plug();
  const talked = await serial().talk(async (link) => {
    const waiting = link.wait(() => link.heard().length === 2, 5000);
    pty.write(Uint8Array.of(0x12, 0x16));
    return [await waiting, [...link.heard()]];
  });
  expect(talked).toEqual({ ok: true, value: ['done', [0x12, 0x16]] });
});

test('a printer pulled out in the middle of a job gets nothing more', async () => {
  const pieces: number[] = [];
  let listener: PortListener | undefined;
  const port: OpenPort = {
    write: (bytes) => {
      pieces.push(bytes.length);
      listener?.onClose();
      return Promise.resolve(true);
    },
    close: () => {},
  };
  const open = serialOpener({ path: 'x', baudRate: 9600 }, undefined, (_path, _baudRate, given) => {
    listener = given;
    return Promise.resolve({ ok: true, port });
  });
  const outcome = await createTransport(open).send(new Uint8Array(10_000));
  expect({ outcome, pieces }).toEqual({ outcome: { ok: false, code: 'reset', sent: 'some' }, pieces: [4096] });
});
