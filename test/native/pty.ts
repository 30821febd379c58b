import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReadStream } from 'node:tty';

/** Two joined serial ports: the till opens `till`, the test plays the device on the other. */
export type Pty = {
  till: string;
  plug(): Promise<void>;
  unplug(): Promise<void>;
  write(bytes: Uint8Array | string): void;
  /** What the till wrote, once there are `length` bytes of it. */
  read(length: number): Promise<Buffer>;
  remove(): Promise<void>;
};

/** Makes a pair with socat; it starts plugged out. */
export function createPty(): Pty {
  const folder = mkdtempSync(join(tmpdir(), 'kassa-pty-'));
  const till = join(folder, 'till');
  const device = join(folder, 'device');
  let socat: ChildProcess | undefined;
  let fd = -1;
  let stream: ReadStream | undefined;
  let received = Buffer.alloc(0);

  const unplug = async (): Promise<void> => {
    if (!socat) return;
    stream?.destroy();
    const exit = once(socat, 'exit');
    socat.kill('SIGTERM');
    await exit;
    socat = undefined;
    for (const link of [till, device]) rmSync(link, { force: true });
  };
  return {
    till,
    unplug,
    async plug() {
      socat = spawn('socat', ['-d', '-d', `pty,raw,echo=0,link=${till}`, `pty,raw,echo=0,link=${device}`]);
      await ready(socat);
      fd = openSync(device, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
      stream = new ReadStream(fd);
      stream.on('data', (chunk) => (received = Buffer.concat([received, chunk])));
      stream.on('error', () => {});
    },
    async read(length) {
      if (!stream || received.length >= length) return received;
      await once(stream, 'data');
      return this.read(length);
    },
    write: (bytes) => void writeSync(fd, typeof bytes === 'string' ? Buffer.from(bytes) : bytes),
    async remove() {
      await unplug();
      rmSync(folder, { recursive: true });
    },
  };
}

function ready(socat: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    socat.once('error', reject);
    socat.stderr?.on('data', (text: Buffer) => {
      if (text.includes('starting data transfer loop')) resolve();
    });
  });
}
