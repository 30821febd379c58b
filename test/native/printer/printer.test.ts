import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import {
  startVirtualPrinter,
  type VirtualPrinter,
  type VirtualPrinterSettings,
} from '../../../main/training/printer/server.ts';
import { encodeJob } from '../../../native/printer/encode.ts';
import type { PrintJob } from '../../../native/printer/job.ts';
import { createPrinter, type Printer } from '../../../native/printer/printer.ts';
import { openPrinter } from '../../../native/printer/registry.ts';
import { tcpOpener } from '../../../native/transport/tcp.ts';
import { systemTimers } from '../../../native/transport/timers.ts';
import { createTransport } from '../../../native/transport/transport.ts';
import { receipt, url, wide } from './models.ts';
import { readQr } from './read-code.ts';

const job: PrintJob = { blocks: receipt, cut: true };
let paper: VirtualPrinter;

afterEach(() => paper.close());

/** A till's printer in front of a virtual one, with patience short enough for tests. */
async function setUp(settings: VirtualPrinterSettings = {}): Promise<Printer> {
  paper = await startVirtualPrinter(settings);
  const transport = createTransport(tcpOpener({ host: paper.host, port: paper.port, stallMs: 200 }));
  return createPrinter(wide, transport, { statusMs: 150, refusalMs: 50, confirmMs: 300, endMs: 1000 });
}

const nothing = (code: string) => ({ ok: false, code, printed: 'nothing' });
const maybe = (code: string) => ({ ok: false, code, printed: 'maybe' });

describe('a receipt on a good printer', () => {
  test('is confirmed by the printer itself, and its QR can be read', async () => {
    const printer = await setUp();
    const outcome = await printer.print(job);
    const codes = await readQr(paper.jobs[0]!.png());
    expect({ outcome, jobs: paper.jobs.length, codes }).toEqual({
      outcome: { ok: true, confirmed: true },
      jobs: 1,
      codes: [url],
    });
  });

  test('comes out once for each print, in the order of asking', async () => {
    const printer = await setUp();
    const texts = ['one', 'two', 'three'];
    await Promise.all(texts.map((text) => printer.print({ blocks: [{ kind: 'text', text }], cut: false })));
    expect(paper.jobs.map(({ text }) => text.trim())).toEqual(texts);
  });

  test('a printer that answers nothing is believed when it takes everything and hangs up', async () => {
    const printer = await setUp();
    paper.fault({ mute: true });
    expect([await printer.print(job), paper.jobs.length]).toEqual([{ ok: true, confirmed: false }, 1]);
  });

  test('paper nearly at its end still prints', async () => {
    const printer = await setUp();
    paper.change({ paper: 'near-end' });
    expect(await printer.print(job)).toEqual({ ok: true, confirmed: true });
  });

  test('a receipt with the drawer opens it once', async () => {
    const printer = await setUp();
    await printer.print({ ...job, pulse: 5 });
    expect([paper.pulses, paper.jobs.length]).toEqual([[5], 1]);
  });
});

describe('a printer in trouble', () => {
  test.each([
    ['paper out', { paper: 'out' as const }, 'printer-paper-out'],
    ['cover open', { cover: 'open' as const }, 'printer-cover-open'],
    ['offline', { offline: true }, 'printer-offline'],
  ])('%s: refuses, and nothing comes out when the trouble is over', async (_name, trouble, code) => {
    const printer = await setUp();
    paper.change(trouble);
    const outcome = await printer.print({ ...job, pulse: 2 });
    paper.change({ paper: 'ok', cover: 'closed', offline: false });
    expect({ outcome, jobs: paper.jobs, pulses: paper.pulses }).toEqual({
      outcome: nothing(code),
      jobs: [],
      pulses: [],
    });
  });

  test('paper that ends in the middle leaves a receipt that may be there', async () => {
    const printer = await setUp({ paperRows: 200 });
    expect(await printer.print(job)).toEqual(maybe('printer-paper-out'));
  });

  test('a printer that takes the job and does nothing leaves doubt', async () => {
    const printer = await setUp();
    paper.fault({ stall: true });
    expect(await printer.print(job)).toEqual(maybe('printer-uncertain'));
  });

  test('a printer known to answer that has gone silent gets no job at all', async () => {
    const printer = await setUp();
    await printer.print(job);
    paper.fault({ stall: true });
    const outcome = await printer.print(job);
    expect([outcome, paper.jobs.length]).toEqual([nothing('printer-offline'), 1]);
  });

  test('a connection lost in the middle of the job leaves doubt', async () => {
    const printer = await setUp();
    paper.fault({ resetAfter: 2000 });
    expect(await printer.print(job)).toEqual(maybe('printer-uncertain'));
  });

  test('a printer that is not there has printed nothing', async () => {
    const printer = await setUp();
    await paper.close();
    expect(await printer.print(job)).toEqual(nothing('printer-unreachable'));
  });
});

describe('a printer shared with another till', () => {
  test.each([false, true])(
    'is unreachable while it serves the other (mute: %s), and the job is not lost silently',
    async (mute) => {
      const printer = await setUp();
      paper.fault({ mute });
      await printer.print(job);
      const other = connect(paper.port, paper.host);
      await once(other, 'connect');
      const outcome = await printer.print(job);
      other.destroy();
      expect([outcome, paper.jobs.length]).toEqual([nothing('printer-unreachable'), 1]);
    },
  );
});

describe('the drawer', () => {
  test('opens on its pin', async () => {
    const printer = await setUp();
    expect([await printer.pulse(2), await printer.pulse(5), paper.pulses]).toEqual([
      { ok: true, confirmed: true },
      { ok: true, confirmed: true },
      [2, 5],
    ]);
  });

  test('does not open later when it could not open at once', async () => {
    const printer = await setUp();
    paper.change({ offline: true });
    const outcome = await printer.pulse(2);
    paper.change({ offline: false });
    await printer.print(job);
    expect({ outcome, pulses: paper.pulses }).toEqual({ outcome: nothing('printer-offline'), pulses: [] });
  });

  test.each(['unknown', 'known to answer', 'known to be mute'])(
    'does not open later when a hanging printer (%s) wakes up',
    async (known) => {
      const printer = await setUp();
      paper.fault({ mute: known === 'known to be mute' });
      if (known !== 'unknown') await printer.print(job);
      paper.fault({ stall: true });
      const tries = [await printer.pulse(2), await printer.print({ ...job, pulse: 2 })];
      paper.fault({ stall: false });
      while (!(await printer.print(job)).ok);
      expect({ printed: tries.map((outcome) => !outcome.ok && outcome.printed), pulses: paper.pulses }).toEqual({
        printed: ['nothing', 'nothing'],
        pulses: [],
      });
    },
  );

  test('opens on a printer that answers nothing but works', async () => {
    const printer = await setUp();
    paper.fault({ mute: true });
    expect([await printer.pulse(2), await printer.pulse(2), paper.pulses]).toEqual([
      { ok: true, confirmed: false },
      { ok: true, confirmed: false },
      [2, 2],
    ]);
  });

  test('does not wait behind a receipt that hangs', async () => {
    paper = await startVirtualPrinter();
    const transport = createTransport(tcpOpener({ host: paper.host, port: paper.port }), {
      after: (ms, run) => systemTimers.after(ms === 2000 ? 20 : ms, run),
    });
    const printer = createPrinter(wide, transport, { statusMs: 150, refusalMs: 50, confirmMs: 300, endMs: 1000 });
    paper.fault({ stall: true });
    const hanging = printer.print(job);
    const outcome = await printer.pulse(2);
    await hanging;
    expect(outcome).toEqual(nothing('printer-unreachable'));
  });
});

test('a file collects what a printer would get', async () => {
  paper = await startVirtualPrinter();
  const folder = mkdtempSync(join(tmpdir(), 'kassa-print-'));
  const path = join(folder, 'receipts.bin');
  const outcome = await openPrinter({ kind: 'file', path }, wide).print(job);
  const written = readFileSync(path);
  rmSync(folder, { recursive: true });
  expect({ outcome, same: written.equals(encodeJob(job, wide)) }).toEqual({
    outcome: { ok: true, confirmed: false },
    same: true,
  });
});
