import { beforeEach, describe, expect, test } from 'vitest';
import { createTillProcess } from '../../../main/shell/till-process.ts';
import type { TillProcess } from '../../../main/shell/till-process.ts';
import type { TillEvents } from '../../../main/shell/till-world.ts';
import type { Timers } from '../../../main/shell/timers.ts';

type FakeTill = { events: TillEvents; got: unknown[] };

/** A clock that moves only when told to. */
const handClock = (): Timers & { pass(ms: number): void } => {
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
};

let clock = handClock();
let tills: FakeTill[] = [];
let seen: unknown[] = [];
let channels = 0;
let till: TillProcess;

const last = (): FakeTill => tills.at(-1)!;
const beUp = (): void => {
  last().events.spawned();
  last().events.said({ type: 'ready' });
};

beforeEach(() => {
  clock = handClock();
  tills = [];
  seen = [];
  channels = 0;
  till = createTillProcess<string>(
    {
      timers: clock,
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
    },
    false,
  );
});

describe('a till that refuses to start', () => {
  beforeEach(() => {
    till.start();
    till.windowReady();
    last().events.spawned();
    seen = [];
    last().events.said({ type: 'refused', fault: 'provision-refused', details: ['shop.tin: missing'] });
  });

  test('says why, is ended, and is not started by itself', () => {
    last().events.said({ type: 'stopped' });
    last().events.exited(1);
    clock.pass(60_000);
    expect({ seen, got: last().got.at(-1), tills: tills.length }).toEqual({
      seen: ['stopped', { fault: 'provision-refused', details: ['shop.tin: missing'] }],
      got: 'killed',
      tills: 1,
    });
  });

  test('is tried again when a person asks', () => {
    last().events.exited(1);
    till.start();
    beUp();
    expect(seen.slice(2)).toEqual(['starting', 'up', 'window end 1']);
  });
});

describe('going over to training', () => {
  test('stops the till in order and starts it in training at once', () => {
    till.start();
    till.windowReady();
    beUp();
    last().events.said({ type: 'restart-in-training' });
    last().events.said({ type: 'stopped' });
    last().events.exited(0);
    last().events.spawned();
    expect(tills[0]!.got.at(-1)).toEqual({ type: 'stop' });
    expect(tills[1]!.got).toMatchObject([{ type: 'start', training: true }]);
    expect(seen.at(-1)).toBe('restarting');
  });

  test('does not wait for a till that hangs', () => {
    till.start();
    beUp();
    last().events.said({ type: 'restart-in-training' });
    clock.pass(3_000);
    expect(last().got.at(-1)).toBe('killed');
    last().events.exited(null);
    expect(tills.length).toBe(2);
  });
});

describe('closing the program', () => {
  beforeEach(() => {
    till.start();
    till.windowReady();
    beUp();
    seen = [];
  });

  test('waits until the till said that it stopped', async () => {
    const stopped = till.stop();
    expect(last().got.at(-1)).toEqual({ type: 'stop' });
    last().events.said({ type: 'stopped' });
    await stopped;
    last().events.exited(0);
    clock.pass(60_000);
    expect({ seen, tills: tills.length }).toEqual({ seen: [], tills: 1 });
  });

  test('goes on when the till ends without a word', async () => {
    const stopped = till.stop();
    last().events.exited(1);
    await stopped;
  });

  test('ends a till that hangs after three seconds', async () => {
    const stopped = till.stop();
    clock.pass(3_000);
    await stopped;
    expect(last().got.at(-1)).toBe('killed');
  });

  test('by the till itself ends the program', () => {
    last().events.said({ type: 'stopped' });
    last().events.exited(0);
    clock.pass(60_000);
    expect({ seen, tills: tills.length }).toEqual({ seen: ['finished'], tills: 1 });
  });

  test('before the till ran at all does not start it', async () => {
    last().events.exited(1);
    clock.pass(300);
    const stopped = till.stop();
    last().events.spawned();
    expect(last().got).toEqual([{ type: 'stop' }, 'killed']);
    last().events.exited(null);
    await stopped;
  });
});
