import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { Condition } from './condition.ts';
import { createDevice, type Job } from './device.ts';

/** How the line misbehaves. `mute`: prints but answers nothing. `stall`: accepts and never reads. `resetAfter`: bytes. */
export type LineFaults = { mute: boolean; stall: boolean; resetAfter: number | undefined };

/** `dots` of the paper, 576 unless told; `paperRows`: dots of paper on the roll, plenty unless told. */
export type VirtualPrinterSettings = {
  dots?: number;
  kanji?: boolean;
  paperRows?: number;
  onJob?(job: Job): void;
  onPulse?(pin: 2 | 5): void;
};

/** A network receipt printer without paper dust. `jobs` and `pulses` keep everything since the start. */
export type VirtualPrinter = {
  host: string;
  port: number;
  jobs: Job[];
  pulses: (2 | 5)[];
  /** Changes the printer itself; printing goes on when the trouble is over. `paper: 'ok'` puts in a new roll. */
  change(change: Partial<Condition> & { paperRows?: number }): void;
  /** Changes the line for connections from now on; ending a stall lets waiting ones go on. */
  fault(faults: Partial<LineFaults>): void;
  close(): Promise<void>;
};

/** Starts a printer on a free port of 127.0.0.1. It serves one connection at a time and closes a second one at once. */
export async function startVirtualPrinter(settings: VirtualPrinterSettings = {}): Promise<VirtualPrinter> {
  const faults: LineFaults = { mute: false, stall: false, resetAfter: undefined };
  const jobs: Job[] = [];
  const pulses: (2 | 5)[] = [];
  const stalled = new Set<() => void>();
  const open = new Set<Socket>();
  let current: Socket | undefined;

  const device = createDevice(
    { dots: settings.dots ?? 576, kanji: settings.kanji ?? true, paperRows: settings.paperRows ?? Infinity },
    {
      say: (bytes) => {
        if (!faults.mute && current?.writable) current.write(bytes);
      },
      onJob: (job) => {
        jobs.push(job);
        settings.onJob?.(job);
      },
      onPulse: (pin) => {
        pulses.push(pin);
        settings.onPulse?.(pin);
      },
    },
  );

  const serve = (socket: Socket): void => {
    let taken = 0;
    let ended = false;
    const end = (): void => {
      if (ended) return;
      ended = true;
      device.endOfJob();
      if (current === socket) current = undefined;
      socket.end();
    };
    socket.on('data', (bytes) => {
      const limit = faults.resetAfter ?? Infinity;
      device.receive(bytes.subarray(0, limit - taken));
      taken += bytes.length;
      if (taken >= limit) socket.resetAndDestroy();
    });
    socket.on('end', end);
    socket.on('close', end);
  };

  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
    if (current) return void socket.destroy();
    current = socket;
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      open.delete(socket);
      if (current === socket) current = undefined;
    });
    const start = (): void => {
      serve(socket);
      socket.resume();
    };
    if (faults.stall) stalled.add(start);
    else start();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    host: '127.0.0.1',
    port: portOf(server.address()),
    jobs,
    pulses,
    change: device.change,
    fault(change) {
      Object.assign(faults, change);
      if (faults.stall) return;
      stalled.forEach((start) => start());
      stalled.clear();
    },
    close: () =>
      new Promise((resolve) => {
        open.forEach((socket) => socket.destroy());
        server.close(() => resolve());
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the virtual printer has no TCP port');
  return address.port;
}
