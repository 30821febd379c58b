import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Frame } from '../../../native/scanner/frame.ts';
import { openSerialScanner, type Scanner, type ScannerState } from '../../../native/scanner/serial-scanner.ts';
import { openSerialPort, type PortOpener } from '../../../native/transport/serial-port.ts';
import { systemTimers, type Timers } from '../../../native/transport/timers.ts';
import { createPty, type Pty } from '../pty.ts';

/** Real timers, a hundred times faster for pauses between tries. */
const hasty: Timers = { after: (ms, run) => systemTimers.after(ms >= 500 ? ms / 100 : ms, run) };

let pty: Pty;
let scanner: Scanner | undefined;
let frames: Frame[];
let states: ScannerState[];
let ports: number;
let heard: (() => void)[];

beforeEach(() => {
  pty = createPty();
  [frames, states, ports, heard] = [[], [], 0, []];
});
afterEach(async () => {
  scanner?.close();
  await pty.remove();
});

const counting: PortOpener = (...args) => {
  ports += 1;
  return openSerialPort(...args);
};

function open(openPort: PortOpener = counting): void {
  scanner = openSerialScanner(
    { path: pty.till, baudRate: 9600 },
    {
      onFrame: (frame) => {
        frames.push(frame);
        heard.forEach((check) => check());
      },
      onState: (state) => {
        states.push(state);
        heard.forEach((check) => check());
      },
      now: () => performance.now(),
      timers: hasty,
      openPort,
    },
  );
}

function until(done: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (done()) resolve();
    };
    heard.push(check);
    check();
  });
}

const texts = (): string[] => frames.map(({ text }) => text);

test('codes in fragments, several in one chunk and with a split CR LF are all delivered', async () => {
  await pty.plug();
  open();
  await until(() => states.length > 0);
  pty.write('478');
  pty.write('0001\r');
  await until(() => frames.length === 1);
  pty.write('\n4780002\r\n4780003\r\n');
  await until(() => frames.length === 3);
  expect(texts()).toEqual(['4780001', '4780002', '4780003']);
});

test('a scanner without a suffix is understood by its pauses', async () => {
  await pty.plug();
  open();
  await until(() => states.length > 0);
  pty.write('4780001');
  await until(() => frames.length === 1);
  pty.write('4780002');
  await until(() => frames.length === 2);
  expect(texts()).toEqual(['4780001', '4780002']);
});

test('twenty scans in a hurry are all delivered in order', async () => {
  await pty.plug();
  open();
  await until(() => states.length > 0);
  const codes = Array.from({ length: 20 }, (_, at) => `47800000000${at + 10}`);
  const began = performance.now();
  for (const code of codes) pty.write(`${code}\r\n`);
  await until(() => frames.length === 20);
  expect({ codes: texts(), inTime: performance.now() - began < 2000 }).toEqual({ codes, inTime: true });
});

test('a scanner pulled out and put back works again, on a fresh port, without its half-read code', async () => {
  await pty.plug();
  open();
  await until(() => states.length > 0);
  pty.write('111\r99');
  await until(() => frames.length === 1);
  await pty.unplug();
  await until(() => states.includes('absent'));
  await pty.plug();
  await until(() => states.length === 3);
  pty.write('222\r');
  await until(() => frames.length === 2);
  expect({ texts: texts(), states, fresh: ports > 1 }).toEqual({
    texts: ['111', '222'],
    states: ['connected', 'absent', 'connected'],
    fresh: true,
  });
});

test('a till started before its scanner finds it later', async () => {
  open();
  await until(() => states.length === 1);
  await pty.plug();
  await until(() => states.length === 2);
  expect(states).toEqual(['absent', 'connected']);
});

test('nothing is ever written to the scanner', async () => {
  await pty.plug();
  open();
  await until(() => states.length > 0);
  pty.write('111\r');
  await until(() => frames.length === 1);
  expect(await pty.read(0)).toEqual(Buffer.alloc(0));
});

test('a port this user may not open is told apart from a missing one', async () => {
  open(() => Promise.resolve({ ok: false, fault: 'no-permission' }));
  await until(() => states.length === 1);
  expect(states).toEqual(['no-permission']);
});

test('pauses between tries grow from half a second to five', async () => {
  const pauses: number[] = [];
  await new Promise<void>((resolve) => {
    const timers: Timers = {
      after: (ms, run) => {
        pauses.push(ms);
        if (pauses.length === 6) resolve();
        else queueMicrotask(run);
        return () => {};
      },
    };
    scanner = openSerialScanner(
      { path: 'nowhere', baudRate: 9600 },
      {
        onFrame: () => {},
        onState: () => {},
        now: () => 0,
        timers,
        openPort: () => Promise.resolve({ ok: false, fault: 'absent' }),
      },
    );
  });
  expect(pauses).toEqual([500, 1000, 2000, 4000, 5000, 5000]);
});
