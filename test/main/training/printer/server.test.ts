import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import {
  startVirtualPrinter,
  type VirtualPrinter,
  type VirtualPrinterSettings,
} from '../../../../main/training/printer/server.ts';

let printer: VirtualPrinter;
let host: Socket;
let heard: number[];

afterEach(async () => {
  host.destroy();
  await printer.close();
});

async function setUp(settings: VirtualPrinterSettings = {}): Promise<void> {
  printer = await startVirtualPrinter(settings);
  await dial();
}

async function dial(): Promise<void> {
  heard = [];
  host = connect(printer.port, printer.host);
  host.on('data', (bytes) => heard.push(...bytes));
  await once(host, 'connect');
}

/** Sends, and waits until `count` bytes have been answered since. */
async function ask(bytes: number[], count: number): Promise<number[]> {
  const from = heard.length;
  host.write(Uint8Array.from(bytes));
  while (heard.length < from + count) await once(host, 'data');
  return heard.slice(from);
}

const statuses = async (): Promise<number[]> => [
  ...(await ask([0x10, 0x04, 1], 1)),
  ...(await ask([0x10, 0x04, 2], 1)),
  ...(await ask([0x10, 0x04, 3], 1)),
  ...(await ask([0x10, 0x04, 4], 1)),
];

async function hangUp(): Promise<void> {
  host.end();
  await once(host, 'close');
}

describe('status', () => {
  test.each([
    ['ready', {}, [0x12, 0x12, 0x12, 0x12]],
    ['paper nearly out', { paper: 'near-end' as const }, [0x12, 0x12, 0x12, 0x1e]],
    ['paper out', { paper: 'out' as const }, [0x1a, 0x32, 0x12, 0x7e]],
    ['cover open', { cover: 'open' as const }, [0x1a, 0x16, 0x12, 0x12]],
    ['offline', { offline: true }, [0x1a, 0x12, 0x12, 0x12]],
    ['drawer open', { drawer: 'open' as const }, [0x16, 0x12, 0x12, 0x12]],
  ])('%s', async (_name, change, answers) => {
    await setUp();
    printer.change(change);
    expect(await statuses()).toEqual(answers);
  });

  test('automatic status comes when switched on and on every change', async () => {
    await setUp();
    const first = await ask([0x1d, 0x61, 0xff], 4);
    printer.change({ cover: 'open' });
    while (heard.length < 8) await once(host, 'data');
    expect([first, heard.slice(4)]).toEqual([
      [0x10, 0, 0, 0],
      [0x38, 0, 0, 0],
    ]);
  });

  test('paper and drawer are told in the order of printing', async () => {
    await setUp();
    printer.change({ paper: 'near-end', drawer: 'open' });
    expect(await ask([0x1d, 0x72, 1, 0x1d, 0x72, 2], 2)).toEqual([0x03, 0x01]);
  });

  test('a process id is sent back when all before it is printed', async () => {
    await setUp();
    expect(await ask([0x41, 0x0a, 0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, 0x31, 0x32, 0x33, 0x34], 7)).toEqual([
      0x37, 0x22, 0x31, 0x32, 0x33, 0x34, 0,
    ]);
  });

  test('is answered even where its bytes stand inside a picture', async () => {
    await setUp();
    expect(await ask([0x1d, 0x76, 0x30, 0, 3, 0, 1, 0, 0x10, 0x04, 0x01], 1)).toEqual([0x12]);
  });

  test('names its maker', async () => {
    await setUp();
    expect(Buffer.from(await ask([0x1d, 0x49, 0x42], 7)).toString()).toBe('_KASSA\0');
  });
});

describe('jobs', () => {
  test('one connection is one job with its text, bytes and paper', async () => {
    await setUp();
    const bytes = Buffer.from('\u001b@\u001c.Salom\nDunyo\n\u001dV\u0001', 'latin1');
    host.write(bytes);
    await hangUp();
    expect(printer.jobs.map((job) => [job.text, Buffer.from(job.bytes).equals(bytes)])).toEqual([
      ['Salom\nDunyo\n', true],
    ]);
  });

  test('questions alone are not a job', async () => {
    await setUp();
    await statuses();
    await hangUp();
    expect(printer.jobs).toEqual([]);
  });

  test('what was taken while the cover was open is printed when it is closed', async () => {
    await setUp();
    printer.change({ cover: 'open' });
    host.write('Salom\n');
    await hangUp();
    const before = printer.jobs.length;
    printer.change({ cover: 'closed' });
    expect([before, printer.jobs.map(({ text }) => text)]).toEqual([0, ['Salom\n']]);
  });

  test('the roll ends after its rows, and a new roll goes on', async () => {
    await setUp({ paperRows: 60 });
    host.write('1\n2\n3\n');
    const [, paperOut] = [await ask([0x10, 0x04, 4], 1), await ask([0x10, 0x04, 4], 1)];
    await hangUp();
    printer.change({ paper: 'ok' });
    expect([paperOut, printer.jobs.map(({ text }) => text)]).toEqual([[0x7e], ['1\n2\n3\n']]);
  });

  test('pulses are counted with their pin and are no job', async () => {
    const opened: number[] = [];
    await setUp({ onPulse: (pin) => opened.push(pin) });
    host.write(Uint8Array.of(0x1b, 0x70, 0, 25, 250, 0x1b, 0x70, 1, 25, 250));
    await hangUp();
    expect([printer.pulses, opened, printer.jobs]).toEqual([[2, 5], [2, 5], []]);
  });

  test('a second host is turned away while the first is served', async () => {
    await setUp();
    const second = connect(printer.port, printer.host);
    second.resume();
    await once(second, 'close');
    expect(await ask([0x10, 0x04, 1], 1)).toEqual([0x12]);
  });
});
