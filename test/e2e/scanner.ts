import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A scanner on a real pseudo-terminal: the register opens `path`, the test writes what a scanner would send. */
export type PluggedScanner = {
  path: string;
  scan(...codes: string[]): Promise<void>;
  unplug(): Promise<void>;
};

/** Joins two pseudo-terminals with socat, as a cable between scanner and till. */
export async function plugScanner(dir: string): Promise<PluggedScanner> {
  const path = join(dir, 'scanner');
  const hand = join(dir, 'hand');
  const socat = spawn('socat', ['-d', '-d', `pty,raw,echo=0,link=${path}`, `pty,raw,echo=0,link=${hand}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(socat, 'exit');
  await new Promise<void>((resolve, reject) => {
    socat.on('error', reject);
    socat.stderr.on('data', (text) => String(text).includes('starting data transfer') && resolve());
  });
  return {
    path,
    scan: async (...codes) => {
      const file = await open(hand, 'w');
      for (const code of codes) await file.write(`${code}\r\n`);
      await file.close();
    },
    unplug: async () => {
      if (socat.exitCode === null && socat.signalCode === null) socat.kill('SIGTERM');
      await ended;
      await Promise.all([path, hand].map((link) => rm(link, { force: true })));
    },
  };
}
