import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import type { TillStart } from '../../../preload/till-port.ts';
import { projectFolder } from '../../electron/build.ts';
import type { Measured } from '../report.ts';

const program = join(projectFolder, 'out/main/till.js');
const refusal = z.object({ type: z.literal('refused'), details: z.array(z.string()) });
const fullView = z.object({ event: z.literal('view'), data: z.object({ signedIn: z.object({ id: z.string() }) }) });

/**
 * From starting the built till as a process to its first view, the cashier still signed in: Node, modules, the check of
 * the whole database, settings, equipment. The file may be in the system's memory; Electron's own start is not in it.
 */
export async function coldStarts(start: TillStart): Promise<Measured> {
  const samples: number[] = [];
  for (let time = 0; time < 5; time += 1) samples.push(await startOnce(start));
  return {
    name: 'cold start of the till to its first view',
    samples,
    unit: 'ms',
    budget: 3000,
    floor: 'bare-node-start',
  };
}

async function startOnce(start: TillStart): Promise<number> {
  const began = performance.now();
  const child = fork(program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  try {
    child.send(start);
    child.send({ type: 'window' });
    await Promise.race([firstView(child), ended.then(() => Promise.reject(new Error('the till ended at its start')))]);
    return performance.now() - began;
  } finally {
    if (child.connected) child.send({ type: 'stop' });
    await ended;
  }
}

function firstView(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      const refused = refusal.safeParse(message);
      if (refused.success) reject(new Error(`the till did not open: ${refused.data.details.join('; ')}`));
      else if (fullView.safeParse(message).success) resolve();
    });
  });
}
