import { Worker } from 'node:worker_threads';

/** Burns 20 ms of its own time ten times a second, and keeps how much longer (ms) that took at the worst. */
const bystander = `
  const { parentPort } = require('node:worker_threads');
  let worst = 0;
  const burn = () => {
    const started = performance.now();
    const before = process.threadCpuUsage();
    let used = 0;
    while (used < 20_000) {
      const { user, system } = process.threadCpuUsage(before);
      used = user + system;
    }
    worst = Math.max(worst, performance.now() - started - used / 1000);
  };
  setInterval(burn, 100);
  parentPort.on('message', () => parentPort.postMessage(worst));
`;

/**
 * Watches how long (ms) at the worst this machine keeps anybody at work waiting for a processor: on one that runs more than
 * it can, a window stands still without having done anything. The answer ends the watch.
 */
export function watchMachine(): () => Promise<number> {
  const worker = new Worker(bystander, { eval: true });
  return async () => {
    const worst = new Promise<number>((resolve) => worker.once('message', resolve));
    worker.postMessage('worst');
    const ms = await worst;
    await worker.terminate();
    return ms;
  };
}
