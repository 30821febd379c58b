import { beforeEach, describe, expect, test } from 'vitest';
import { shellBench } from './shell-bench.ts';

let shell = shellBench();

beforeEach(() => {
  shell = shellBench();
});

describe('a till that refuses to start', () => {
  beforeEach(() => {
    shell.till.start();
    shell.till.windowReady();
    shell.last().events.spawned();
    shell.seen.length = 0;
    shell.last().events.said({ type: 'refused', fault: 'provision-refused', details: ['shop.tin: missing'] });
  });

  test('says why, is ended, and is not started by itself', () => {
    shell.last().events.said({ type: 'stopped' });
    shell.last().events.exited(1);
    shell.clock.pass(60_000);
    expect({ seen: shell.seen, got: shell.last().got.at(-1), tills: shell.tills.length }).toEqual({
      seen: ['stopped', { fault: 'provision-refused', details: ['shop.tin: missing'] }],
      got: 'killed',
      tills: 1,
    });
  });

  test('is tried again when a person asks', () => {
    shell.last().events.exited(1);
    shell.till.start();
    shell.beUp();
    expect(shell.seen.slice(2)).toEqual(['starting', 'up', 'window end 1']);
  });
});

describe('going over to training', () => {
  test('stops the till in order and starts it in training at once', () => {
    shell.till.start();
    shell.till.windowReady();
    shell.beUp();
    shell.last().events.said({ type: 'restart-in-training' });
    shell.last().events.said({ type: 'stopped' });
    shell.last().events.exited(0);
    shell.last().events.spawned();
    expect(shell.tills[0]!.got.at(-1)).toEqual({ type: 'stop' });
    expect(shell.tills[1]!.got).toMatchObject([{ type: 'start', training: true }]);
    expect(shell.seen.at(-1)).toBe('restarting');
  });

  test('does not wait for a till that hangs', () => {
    shell.till.start();
    shell.beUp();
    shell.last().events.said({ type: 'restart-in-training' });
    shell.clock.pass(3_000);
    expect(shell.last().got.at(-1)).toBe('killed');
    shell.last().events.exited(null);
    expect(shell.tills.length).toBe(2);
  });
});

describe('closing the program', () => {
  beforeEach(() => {
    shell.till.start();
    shell.till.windowReady();
    shell.beUp();
    shell.seen.length = 0;
  });

  test('waits until the till said that it stopped', async () => {
    const stopped = shell.till.stop();
    expect(shell.last().got.at(-1)).toEqual({ type: 'stop' });
    shell.last().events.said({ type: 'stopped' });
    await stopped;
    shell.last().events.exited(0);
    shell.clock.pass(60_000);
    expect({ seen: shell.seen, tills: shell.tills.length }).toEqual({ seen: [], tills: 1 });
  });

  test('goes on when the till ends without a word', async () => {
    const stopped = shell.till.stop();
    shell.last().events.exited(1);
    await stopped;
  });

  test('ends a till that hangs after three seconds', async () => {
    const stopped = shell.till.stop();
    shell.clock.pass(3_000);
    await stopped;
    expect(shell.last().got.at(-1)).toBe('killed');
  });

  test('by the till itself ends the program', () => {
    shell.last().events.said({ type: 'stopped' });
    shell.last().events.exited(0);
    shell.clock.pass(60_000);
    expect({ seen: shell.seen, tills: shell.tills.length }).toEqual({ seen: ['finished'], tills: 1 });
  });

  test('before the till ran at all does not start it', async () => {
    shell.last().events.exited(1);
    shell.clock.pass(300);
    const stopped = shell.till.stop();
    shell.last().events.spawned();
    expect(shell.last().got).toEqual([{ type: 'stop' }, 'killed']);
    shell.last().events.exited(null);
    await stopped;
  });
});
