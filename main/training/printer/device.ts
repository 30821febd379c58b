import { asbBytes, bufferedByte, isStopped, statusByte, type Condition } from './condition.ts';
import type { Op } from './ops.ts';
import { createPaper, type Paper } from './paper.ts';
import { createParser } from './parse.ts';

/** One connection's worth of printing. `text` is what a person reads on it, line by line. */
export type Job = { ops: Op[]; bytes: Uint8Array; text: string; png(): Buffer };

/** `paperRows`: dots of paper left on the roll. `kanji`: wakes up reading Chinese. */
export type DeviceSettings = { dots: number; kanji: boolean; paperRows: number };

/** `say` answers the host; a job is reported when it has been worked through and printed something. */
export type DeviceListener = { say(bytes: Uint8Array): void; onJob(job: Job): void; onPulse(pin: 2 | 5): void };

/** The printer behind its plug. */
export type Device = {
  receive(bytes: Uint8Array): void;
  /** The host will send no more; what it sent is one job, reported when it has been worked through. */
  endOfJob(): void;
  change(change: Partial<Condition> & { paperRows?: number }): void;
};

type Work = { op: Op } | { endOf: Uint8Array };

/**
 * A printer with a buffer: it takes data while it is stopped and goes on when the trouble is over, but answers DLE EOT at
 * any time, also when those bytes stand inside a picture, as strict models do.
 */
export function createDevice(settings: DeviceSettings, listener: DeviceListener): Device {
  const parser = createParser(settings.kanji);
  const condition: Condition = { paper: 'ok', cover: 'closed', offline: false, drawer: 'closed' };
  const queue: Work[] = [];
  let paperRows = settings.paperRows;
  let asb = false;
  let received: Uint8Array = new Uint8Array();
  let paper: Paper = createPaper(settings.dots);
  let ops: Op[] = [];

  const report = (): void => {
    if (asb) listener.say(asbBytes(condition));
  };
  const print = (op: Op): void => {
    const before = paper.rows().length;
    paper.take(op);
    paperRows -= paper.rows().length - before;
    if (paperRows > 0) return;
    condition.paper = 'out';
    report();
  };
  const answer = (op: Op): void => {
    if (op.kind === 'ask-buffered') listener.say(Uint8Array.of(bufferedByte(op.which, condition)));
    else if (op.kind === 'process') listener.say(Buffer.from(`7"${op.id}\0`, 'latin1'));
    else if (op.kind === 'ask-identity')
      listener.say(Buffer.from(op.which === 0x42 ? '_KASSA\0' : '_VIRTUAL\0', 'latin1'));
    else if (op.kind === 'pulse') listener.onPulse(op.pin);
    else if (op.kind === 'asb') {
      asb = op.on;
      report();
    }
  };
  const finish = (bytes: Uint8Array): void => {
    const [done, sheet] = [ops, paper];
    ops = [];
    paper = createPaper(settings.dots);
    if (sheet.rows().length > 0) listener.onJob({ ops: done, bytes, text: textOf(done), png: sheet.png });
  };
  const work = (): void => {
    while (!isStopped(condition)) {
      const next = queue.shift();
      if (!next) return;
      if ('endOf' in next) {
        finish(next.endOf);
        continue;
      }
      ops.push(next.op);
      print(next.op);
      answer(next.op);
    }
  };

  return {
    receive(bytes) {
      for (const which of realTime(received, bytes)) listener.say(Uint8Array.of(statusByte(which, condition)));
      received = Buffer.concat([received, bytes]);
      queue.push(...parser.push(bytes).map((op) => ({ op })));
      work();
    },
    endOfJob() {
      queue.push(...parser.finish().map((op) => ({ op })), { endOf: received });
      received = new Uint8Array();
      work();
    },
    change({ paperRows: roll, ...change }) {
      paperRows = roll ?? (change.paper === 'ok' ? settings.paperRows : paperRows);
      Object.assign(condition, change);
      report();
      work();
    },
  };
}

/** Numbers of the DLE EOT requests that became complete with `bytes`. */
function realTime(before: Uint8Array, bytes: Uint8Array): number[] {
  const window = Buffer.concat([before.subarray(-2), bytes]);
  const asked: number[] = [];
  for (let at = 0; at + 2 < window.length; at++) {
    const which = window[at + 2] ?? 0;
    if (window[at] === 0x10 && window[at + 1] === 0x04 && which >= 1 && which <= 4) asked.push(which);
  }
  return asked;
}

function textOf(ops: readonly Op[]): string {
  return ops.map((op) => (op.kind === 'text' ? op.text : op.kind === 'feed' ? '\n'.repeat(op.lines) : '')).join('');
}
