import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import type { TillView } from '../../preload/api.ts';
import type { TillStart } from '../../preload/till-port.ts';
import { announceViews } from './announce-views.ts';
import type { When } from './announce-views.ts';
import type { World } from './context.ts';
import { createCustomerScreen } from './customer-screen.ts';
import { shellPort, windowPort } from './ports.ts';
import type { ShellPort, WindowPort } from './ports.ts';
import { openTill } from './till.ts';
import type { RunningTill } from './till.ts';

// The utility process: waits for the shell's start message, opens the till, serves whichever window has the port.

/** `performance.now` counts from the start of the process and cannot be set; together they are a clock nobody can move. */
const startedAt = performance.timeOrigin;

const world: World = {
  now: () => Date.now(),
  steady: () => Math.round(startedAt + performance.now()),
  newId: () => v7(),
  timers: {
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  },
};

let running: RunningTill | undefined;
let window: WindowPort | undefined;
const views = announceViews<TillView>((view) => window?.show(view), world);
const log = (event: string, facts: object): void =>
  void process.stdout.write(`${JSON.stringify({ event, ...facts })}\n`);
const customer = createCustomerScreen(world, () => running?.customerView(), log);

async function startTill(start: TillStart, shell: ShellPort): Promise<void> {
  const ears = {
    shell: shell.say,
    view: (read: () => TillView, when: When) => {
      views.announce(read, when);
      customer.changed(when);
    },
    log,
  };
  const opened = await openTill(start, world, ears, () => randomInt(2 ** 32) / 2 ** 32);
  if (!opened.ok) return shell.say({ type: 'refused', fault: opened.fault, details: opened.details });
  running = opened.till;
  shell.say({ type: 'ready' });
  if (window) serve(window);
  customer.changed('now');
}

function serve(port: WindowPort): void {
  const till = running;
  if (!till) return;
  port.onRequest(async (request) => port.answer(await till.handle(request)));
  port.show(till.view());
}

const shell = shellPort();
shell.onMessage((message, ports) => {
  switch (message.type) {
    case 'start':
      startTill(message, shell).catch((error: unknown) => {
        shell.say({
          type: 'refused',
          fault: 'internal',
          details: [error instanceof Error ? (error.stack ?? '') : String(error)],
        });
      });
      break;
    case 'window':
      window?.close();
      window = ports[0] ? windowPort(ports[0]) : undefined;
      if (window) serve(window);
      break;
    case 'customer-window':
      customer.open(ports[0]);
      break;
    case 'stop':
      views.stop();
      customer.stop();
      void (running?.stop() ?? Promise.resolve()).then(() => {
        shell.say({ type: 'stopped' });
        process.exit(0);
      });
      break;
  }
});
