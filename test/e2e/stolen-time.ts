import { Worker } from 'node:worker_threads';

/** Up to a moment (ms since 1970), how long (ms) a process had waited for a processor while it had something to do. */
type Sample = [at: number, waited: number];

/** Linux keeps for every thread how long it ran and how long it waited to run (ns); a process's own line is its main thread. */
const notary = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { readFileSync } = require('node:fs');
  const samples = [];
  const note = () => {
    const [, waited] = readFileSync('/proc/' + workerData + '/schedstat', 'utf8').split(' ');
    samples.push([performance.timeOrigin + performance.now(), Number(waited) / 1e6]);
  };
  note();
  setInterval(note, 5);
  parentPort.on('message', () => {
    note();
    parentPort.postMessage(samples);
  });
`;

/** Of the time (ms since 1970) between `from` and `to`, how much (ms) the machine gave to others. */
export type StolenTime = (from: number, to: number) => number;

/**
 * Watches how long the main thread of a process is kept waiting for a processor: on a machine that runs more than it can, a
 * window stands still without doing anything. The answer ends the watch.
 */
export function watchThread(pid: number): () => Promise<StolenTime> {
  const worker = new Worker(notary, { eval: true, workerData: pid });
  return async () => {
    const answer = new Promise<Sample[]>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    worker.postMessage('samples');
    const samples = await answer;
    await worker.terminate();
    return (from, to) => {
      const before = samples.findLast(([at]) => at <= from) ?? samples[0];
      const after = samples.find(([at]) => at >= to) ?? samples.at(-1);
      return (after?.[1] ?? 0) - (before?.[1] ?? 0);
    };
  };
}
