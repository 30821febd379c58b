import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { within } from './within.ts';

/** A scanner on a real pseudo-terminal: the register opens `path`, the test writes what a scanner would send. */
export type PluggedScanner = {
  path: string;
  scan(...codes: string[]): Promise<void>;
  unplug(): Promise<void>;
  plugIn(): Promise<void>;
};

/** Joins two pseudo-terminals with socat, as a cable between scanner and till. */
export async function plugScanner(dir: string): Promise<PluggedScanner> {
  const path = join(dir, 'scanner');
  const hand = join(dir, 'hand');
  let cable: ChildProcess | undefined = await cableBetween(path, hand);
  return {
    path,
    scan: async (...codes) => {
      const file = await open(hand, 'w');
      for (const code of codes) await file.write(`${code}\r\n`);
      await file.close();
    },
    unplug: async () => {
      const socat = cable;
      cable = undefined;
      if (!socat) return;
      const ended = once(socat, 'exit');
      socat.kill('SIGTERM');
      await ended;
      await Promise.all([path, hand].map((link) => rm(link, { force: true })));
    },
    plugIn: async () => {
      cable ??= await cableBetween(path, hand);
    },
  };
}

async function cableBetween(path: string, hand: string): Promise<ChildProcess> {
  const ends = [path, hand].map((link) => `pty,raw,echo=0,link=${link}`);
  const socat = spawn('socat', ['-d', '-d', ...ends], { stdio: ['ignore', 'ignore', 'pipe'] });
  const joined = new Promise<void>((resolve, reject) => {
    socat.on('error', reject);
    let said = '';
    socat.stderr.on('data', (text) => {
      said += String(text);
      if (said.includes('starting data transfer')) resolve();
    });
  });
  await within('the cable of the scanner', joined);
  return socat;
}
