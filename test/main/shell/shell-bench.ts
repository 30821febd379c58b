import { createTillProcess } from '../../../main/shell/till-process.ts';
import type { TillProcess } from '../../../main/shell/till-process.ts';
import type { TillEvents, TillWorld } from '../../../main/shell/till-world.ts';
import type { Timers } from '../../../main/shell/timers.ts';

type FakeTill = { events: TillEvents; got: unknown[] };
type HandClock = Timers & { pass(ms: number): void };

/** The shell's care for a till process without a process: what it started, what these got, what the shell told. */
export type ShellBench = {
  till: TillProcess;
  clock: HandClock;
  tills: FakeTill[];
  /** What the window and the program were told, oldest first. */
  seen: unknown[];
  /** The till started last. */
  last(): FakeTill;
  /** The till started last runs and says that it is ready. */
  beUp(): void;
};

/** A shell before its first till is started. */
export function shellBench(): ShellBench {
  const clock = handClock();
  const [tills, seen]: [FakeTill[], unknown[]] = [[], []];
  const last = (): FakeTill => tills.at(-1)!;
  const beUp = (): void => {
    last().events.spawned();
    last().events.said({ type: 'ready' });
  };
  return { till: createTillProcess(world(clock, tills, seen), false), clock, tills, seen, last, beUp };
}

/** A clock that moves only when told to. */
function handClock(): HandClock {
  let now = 0;
  let alarms: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    after: (ms, run) => {
      const alarm = { at: now + ms, run };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((other) => other !== alarm);
      };
    },
    pass: (ms) => {
      now += ms;
      const due = alarms.filter((alarm) => alarm.at <= now);
      alarms = alarms.filter((alarm) => alarm.at > now);
      for (const alarm of due) alarm.run();
    },
  };
}

function world(timers: Timers, tills: FakeTill[], seen: unknown[]): TillWorld<string> {
  let channels = 0;
  return {
    timers,
    fork: (events) => {
      const fake: FakeTill = { events, got: [] };
      tills.push(fake);
      return {
        post: (message, port) => void fake.got.push(port === undefined ? message : [message, port]),
        kill: () => void fake.got.push('killed'),
      };
    },
    channel: () => {
      channels += 1;
      return { till: `till end ${channels}`, window: `window end ${channels}` };
    },
    window: { life: (life) => void seen.push(life), port: (port) => void seen.push(port) },
    customer: {
      life: (life) => void seen.push(`customer ${life}`),
      port: (port) => void seen.push(`customer ${port}`),
    },
    startMessage: (training) => ({
      type: 'start',
      bootId: 'b',
      dataDir: '/d',
      training,
      provisionFile: null,
      secrets: {},
      secretsProtected: true,
    }),
    keepSecrets: (secrets, training) => void seen.push({ keep: secrets, training }),
    refused: (fault, details) => void seen.push({ fault, details }),
    finished: () => void seen.push('finished'),
    log: () => {},
  };
}
