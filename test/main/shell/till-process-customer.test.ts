import { beforeEach, describe, expect, test } from 'vitest';
import { shellBench } from './shell-bench.ts';

let shell = shellBench();

beforeEach(() => {
  shell = shellBench();
  shell.till.start();
});

describe('the customer’s window', () => {
  test('gets a channel of its own beside the register’s', () => {
    shell.till.windowReady();
    shell.till.customerReady();
    shell.beUp();
    expect(shell.seen.slice(2)).toEqual(['up', 'customer up', 'window end 1', 'customer window end 2']);
    expect(shell.last().got.slice(1)).toEqual([
      [{ type: 'window' }, 'till end 1'],
      [{ type: 'customer-window' }, 'till end 2'],
    ]);
  });

  test('that comes while the till runs is joined at once, and the register is left alone', () => {
    shell.till.windowReady();
    shell.beUp();
    shell.seen.length = 0;
    shell.till.customerReady();
    expect(shell.seen).toEqual(['customer up', 'customer window end 2']);
  });

  test('that loads again gets a new channel', () => {
    shell.beUp();
    shell.till.customerReady();
    shell.till.customerReady();
    expect(shell.seen).toEqual(['customer up', 'customer window end 1', 'customer up', 'customer window end 2']);
  });

  test('learns of a crash and is joined to the next till', () => {
    shell.till.customerReady();
    shell.beUp();
    shell.seen.length = 0;
    shell.last().events.exited(139);
    shell.clock.pass(300);
    shell.beUp();
    expect(shell.seen).toEqual(['customer restarting', 'customer up', 'customer window end 2']);
  });

  test('that went away costs the till nothing any more, nor the one after it', () => {
    shell.till.customerReady();
    shell.beUp();
    shell.till.customerGone();
    expect(shell.last().got.at(-1)).toEqual({ type: 'customer-window' });
    shell.seen.length = 0;
    shell.last().events.exited(139);
    shell.clock.pass(300);
    shell.beUp();
    expect(shell.seen).toEqual([]);
    expect(shell.last().got).toHaveLength(1);
  });

  test('that was never there is not told to anybody', () => {
    shell.till.windowReady();
    shell.beUp();
    expect(shell.last().got.slice(1)).toEqual([[{ type: 'window' }, 'till end 1']]);
  });
});
