import { Worker } from 'node:worker_threads';

/** Up to a moment (ms since 1970): how long (ms) a process's main thread ran, and how long its threads waited to run. */
type Sample = [at: number, ran: number, waited: number];

/** Linux keeps for every thread how long it ran and how long it had work but no processor (ns); the main thread has the process's number. */
const notary = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { readdirSync, readFileSync } = require('node:fs');
  const tasks = '/proc/' + workerData + '/task/';
  const statOf = (thread) => {
    try {
      return readFileSync(tasks + thread + '/schedstat', 'utf8').split(' ').map((ns) => Number(ns) / 1e6);
    } catch {
      return [0, 0];
    }
  };
  const waits = new Map();
  const samples = [];
  const note = () => {
    for (const thread of readdirSync(tasks)) waits.set(thread, statOf(thread)[1] || waits.get(thread) || 0);
    const waited = [...waits.values()].reduce((sum, each) => sum + each, 0);
    samples.push([performance.timeOrigin + performance.now(), statOf(workerData)[0], waited]);
  };
  note();
  setInterval(note, 5);
  parentPort.on('message', () => {
    note();
    parentPort.postMessage(samples);
  });
`;

/** Of the time (ms since 1970) between `from` and `to`, how much (ms) the main thread needed for itself. */
export type OwnWork = (from: number, to: number) => number;

/**
 * Watches a process on a machine that runs more than it can: what its threads waited for a processor is not its own work. All
 * its threads, for its main one waits for those that help it tidy memory up; and never less than it has run itself. The answer
 * ends the watch.
 */
export function watchProcess(pid: number): () => Promise<OwnWork> {
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
      const [, ran, waited] = samples.findLast(([at]) => at <= from) ?? samples[0] ?? [0, 0, 0];
      const [, ranThen, waitedThen] = samples.find(([at]) => at >= to) ?? samples.at(-1) ?? [0, 0, 0];
      const passed = to - from;
      return Math.min(passed, Math.max(ranThen - ran, passed - (waitedThen - waited)));
    };
  };
}
