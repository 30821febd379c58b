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

describe('the till', () => {
  test('is told where its data lies as soon as it runs', () => {
    till.start();
    expect(last().got).toEqual([]);
    last().events.spawned();
    expect(last().got).toMatchObject([{ type: 'start', dataDir: '/d', training: false }]);
  });

  test('is joined to the window once both are there', () => {
    till.start();
    beUp();
    till.windowReady();
    expect(seen).toEqual(['up', 'window end 1']);
    expect(last().got.at(-1)).toEqual([{ type: 'window' }, 'till end 1']);
  });

  test('is joined to a window that was there first', () => {
    till.start();
    till.windowReady();
    beUp();
    expect(seen).toEqual(['starting', 'up', 'window end 1']);
  });

  test('gives a window that loads again a port of its own', () => {
    till.start();
    till.windowReady();
    beUp();
    till.windowReady();
    expect(seen.slice(3)).toEqual(['up', 'window end 2']);
  });

  test('has its secrets kept', () => {
    till.start();
    beUp();
    last().events.said({ type: 'keep-secrets', secrets: { a: '1' } });
    expect(seen).toEqual([{ keep: { a: '1' }, training: false }]);
  });

  test('is not obeyed when it says something unknown', () => {
    till.start();
    beUp();
    last().events.said({ type: 'format-disk' });
    last().events.said('ready');
    expect(seen).toEqual([]);
  });

  test('is started once however often somebody asks', () => {
    till.start();
    till.start();
    expect(tills.length).toBe(1);
  });
});

describe('a till that crashes', () => {
  beforeEach(() => {
    till.start();
    till.windowReady();
    beUp();
    seen = [];
  });

  const crash = (): void => last().events.exited(139);

  test('is started again after a pause, and the window gets a new port', () => {
    crash();
    clock.pass(299);
    expect(tills.length).toBe(1);
    clock.pass(1);
    beUp();
    expect(seen).toEqual(['restarting', 'up', 'window end 2']);
  });

  test('with code 0 is started again as well', () => {
    last().events.exited(0);
    clock.pass(300);
    expect(tills.length).toBe(2);
  });

  test('before it ran counts like any other', () => {
    crash();
    clock.pass(300);
    crash();
    clock.pass(600);
    expect(tills.length).toBe(3);
  });

  test('six times in a minute is given up, and a person can start it again', () => {
    for (const pause of [300, 600, 1_200, 2_400, 4_800]) {
      crash();
      clock.pass(pause);
    }
    crash();
    clock.pass(60_000);
    expect({ tills: tills.length, life: seen.at(-1), person: till.needsPerson() }).toEqual({
      tills: 6,
      life: 'stopped',
      person: true,
    });
    till.start();
    beUp();
    expect(seen.slice(-3)).toEqual(['starting', 'up', 'window end 2']);
  });

  test('is not heard any more once another runs', () => {
    const dead = last();
    crash();
    clock.pass(300);
    dead.events.said({ type: 'ready' });
    dead.events.exited(1);
    expect({ seen, tills: tills.length }).toEqual({ seen: ['restarting'], tills: 2 });
  });

  test('stays down when the program is being closed meanwhile', async () => {
    crash();
    await till.stop();
    clock.pass(10_000);
    expect(tills.length).toBe(1);
  });
});
