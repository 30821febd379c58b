import type { TillLife, TillToShell } from '../../preload/till-port.ts';
import { decideRestart } from './restart-policy.ts';
import { readTillMessage } from './till-messages.ts';
import type { TillChild, TillWorld } from './till-world.ts';

/** How long a till may take to close its database and devices before it is ended. */
const stopWithinMs = 3_000;

/**
 * `off`: not started, or ended on purpose. `leaving`: asked to stop. `pausing`: crashed, to be started again.
 * `refused`: told why it will not start. `given-up`: crashed too often.
 */
type Phase = 'off' | 'starting' | 'up' | 'leaving' | 'pausing' | 'refused' | 'given-up';

const windowNames = ['window', 'customer'] as const;
type WindowName = (typeof windowNames)[number];

export type TillProcess = {
  /** Starts the till, also after it refused or was given up; nothing happens while one runs or is about to. */
  start(): void;
  /** The register's page is there (again): it learns the till's life and, when the till is up, gets a port of its own. */
  windowReady(): void;
  /** The customer's page is there (again): the same for it. */
  customerReady(): void;
  /** The customer's window went away: the till draws nothing for it any more. */
  customerGone(): void;
  /** Asks the till to stop; settles when it said so or ended, after 3 s at the latest. */
  stop(): Promise<void>;
  /** Whether a person has to act before there can be a till. */
  needsPerson(): boolean;
};

/** Keeps one till alive: starts it, starts it again after a crash with a growing pause, hands its ports to the windows. */
export const createTillProcess = <Port>(world: TillWorld<Port>, trainingAtStart: boolean): TillProcess => {
  let phase: Phase = 'off';
  let life: TillLife = 'starting';
  let training = trainingAtStart;
  let child: TillChild<Port> | null = null;
  const there = { window: false, customer: false };
  let crashes: readonly number[] = [];
  let startAgainAfterExit = false;
  let cancelAlarm = (): void => {};
  let stopWaiters: (() => void)[] = [];

  const alarm = (ms: number, run: () => void): void => {
    cancelAlarm();
    cancelAlarm = world.timers.after(ms, run);
  };

  const tell = (next: TillLife): void => {
    life = next;
    for (const name of windowNames) if (there[name]) world[name].life(next);
  };

  const connect = (name: WindowName): void => {
    if (child === null || phase !== 'up' || !there[name]) return;
    const { till, window } = world.channel();
    child.post({ type: name === 'window' ? 'window' : 'customer-window' }, till);
    world[name].port(window);
  };

  const ready = (name: WindowName): void => {
    there[name] = true;
    world[name].life(life);
    connect(name);
  };

  const fork = (): void => {
    cancelAlarm();
    phase = 'starting';
    const started: TillChild<Port> = world.fork({
      spawned: () => {
        if (phase === 'starting') started.post(world.startMessage(training));
        else started.kill();
      },
      said: (data) => {
        if (started === child) hear(data);
      },
      exited: (code) => {
        if (started === child) bury(code);
      },
    });
    child = started;
  };

  const hear = (data: unknown): void => {
    const message = readTillMessage(data);
    if (message === null) world.log('the till said something outside the contract; ignored');
    else obey(message);
  };

  const obey = (message: TillToShell): void => {
    switch (message.type) {
      case 'ready':
        return beUp();
      case 'refused':
        return beRefused(message.fault, message.details);
      case 'keep-secrets':
        return world.keepSecrets(message.secrets, training);
      case 'restart-in-training':
        training = true;
        tell('restarting');
        return leave(true);
      case 'stopped':
        return beStopped();
      default:
        message satisfies never;
    }
  };

  const beUp = (): void => {
    if (phase !== 'starting') return;
    phase = 'up';
    tell('up');
    for (const name of windowNames) connect(name);
  };

  const beRefused: TillWorld<Port>['refused'] = (fault, details) => {
    phase = 'refused';
    tell('stopped');
    world.refused(fault, details);
    child?.kill();
  };

  const beStopped = (): void => {
    if (phase === 'refused') return;
    const asked = phase === 'leaving';
    phase = 'leaving';
    if (!startAgainAfterExit) settleStop();
    if (!asked) world.finished();
  };

  const settleStop = (): void => {
    const waiters = stopWaiters;
    stopWaiters = [];
    for (const settle of waiters) settle();
  };

  const leave = (startAgain: boolean): void => {
    phase = 'leaving';
    startAgainAfterExit = startAgain;
    child?.post({ type: 'stop' });
    alarm(stopWithinMs, () => {
      world.log('the till did not stop in time; ended');
      child?.kill();
      if (!startAgain) settleStop();
    });
  };

  const bury = (code: number | null): void => {
    child = null;
    cancelAlarm();
    world.log(`the till ended, code ${code ?? 'unknown'}, while ${phase}`);
    if (phase === 'refused') return;
    if (phase !== 'leaving') return afterCrash();
    phase = 'off';
    settleStop();
    if (startAgainAfterExit) fork();
  };

  const afterCrash = (): void => {
    const decision = decideRestart(crashes, world.timers.now());
    crashes = decision.crashes;
    if (decision.pauseMs === null) {
      phase = 'given-up';
      return tell('stopped');
    }
    phase = 'pausing';
    tell('restarting');
    alarm(decision.pauseMs, fork);
  };

  return {
    start: () => {
      if (child !== null || phase === 'pausing') return;
      crashes = [];
      startAgainAfterExit = false;
      tell('starting');
      fork();
    },
    windowReady: () => ready('window'),
    customerReady: () => ready('customer'),
    customerGone: () => {
      there.customer = false;
      if (phase === 'up') child?.post({ type: 'customer-window' });
    },
    stop: () =>
      new Promise((resolve) => {
        if (child === null) {
          cancelAlarm();
          phase = 'off';
          return resolve();
        }
        stopWaiters.push(resolve);
        leave(false);
      }),
    needsPerson: () => phase === 'off' || phase === 'refused' || phase === 'given-up',
  };
};
