import { beforeEach, describe, expect, test } from 'vitest';
import { shellBench } from './shell-bench.ts';

let shell = shellBench();

beforeEach(() => {
  shell = shellBench();
});

describe('the till', () => {
  test('is told where its data lies as soon as it runs', () => {
    shell.till.start();
    expect(shell.last().got).toEqual([]);
    shell.last().events.spawned();
    expect(shell.last().got).toMatchObject([{ type: 'start', dataDir: '/d', training: false }]);
  });

  test('is joined to the window once both are there', () => {
    shell.till.start();
    shell.beUp();
    shell.till.windowReady();
    expect(shell.seen).toEqual(['up', 'window end 1']);
    expect(shell.last().got.at(-1)).toEqual([{ type: 'window' }, 'till end 1']);
  });

  test('is joined to a window that was there first', () => {
    shell.till.start();
    shell.till.windowReady();
    shell.beUp();
    expect(shell.seen).toEqual(['starting', 'up', 'window end 1']);
  });

  test('gives a window that loads again a port of its own', () => {
    shell.till.start();
    shell.till.windowReady();
    shell.beUp();
    shell.till.windowReady();
    expect(shell.seen.slice(3)).toEqual(['up', 'window end 2']);
  });

  test('has its secrets kept', () => {
    shell.till.start();
    shell.beUp();
    shell.last().events.said({ type: 'keep-secrets', secrets: { a: '1' } });
    expect(shell.seen).toEqual([{ keep: { a: '1' }, training: false }]);
  });

  test('is not obeyed when it says something unknown', () => {
    shell.till.start();
    shell.beUp();
    shell.last().events.said({ type: 'format-disk' });
    shell.last().events.said('ready');
    expect(shell.seen).toEqual([]);
  });

  test('is started once however often somebody asks', () => {
    shell.till.start();
    shell.till.start();
    expect(shell.tills.length).toBe(1);
  });
});

describe('a till that crashes', () => {
  beforeEach(() => {
    shell.till.start();
    shell.till.windowReady();
    shell.beUp();
    shell.seen.length = 0;
  });

  const crash = (): void => shell.last().events.exited(139);

  test('is started again after a pause, and the window gets a new port', () => {
    crash();
    shell.clock.pass(299);
    expect(shell.tills.length).toBe(1);
    shell.clock.pass(1);
    shell.beUp();
    expect(shell.seen).toEqual(['restarting', 'up', 'window end 2']);
  });

  test('with code 0 is started again as well', () => {
    shell.last().events.exited(0);
    shell.clock.pass(300);
    expect(shell.tills.length).toBe(2);
  });

  test('before it ran counts like any other', () => {
    crash();
    shell.clock.pass(300);
    crash();
    shell.clock.pass(600);
    expect(shell.tills.length).toBe(3);
  });

  test('six times in a minute is given up, and a person can start it again', () => {
    for (const pause of [300, 600, 1_200, 2_400, 4_800]) {
      crash();
      shell.clock.pass(pause);
    }
    crash();
    shell.clock.pass(60_000);
    expect({ tills: shell.tills.length, life: shell.seen.at(-1), person: shell.till.needsPerson() }).toEqual({
      tills: 6,
      life: 'stopped',
      person: true,
    });
    shell.till.start();
    shell.beUp();
    expect(shell.seen.slice(-3)).toEqual(['starting', 'up', 'window end 2']);
  });

  test('is not heard any more once another runs', () => {
    const dead = shell.last();
    crash();
    shell.clock.pass(300);
    dead.events.said({ type: 'ready' });
    dead.events.exited(1);
    expect({ seen: shell.seen, tills: shell.tills.length }).toEqual({ seen: ['restarting'], tills: 2 });
  });

  test('stays down when the program is being closed meanwhile', async () => {
    crash();
    await shell.till.stop();
    shell.clock.pass(10_000);
    expect(shell.tills.length).toBe(1);
  });
});
