import { describe, expect, test } from 'vitest';
import { backoff } from '../../../main/domain/backoff.ts';
import { owe } from '../../../main/store/outbox.ts';
import type { Worked } from '../../../main/till/outbox.ts';
import { bench, settle, start } from './outbox-bench.ts';

describe('an obligation', () => {
  test('is worked once and is done', async () => {
    const { put, worked, stateOf, clock } = await bench();
    put('fiscal', 'f1');
    await settle();
    clock.advance(3_600_000);
    await settle();
    expect([worked, stateOf('f1')]).toEqual([['f1'], { state: 'done', tries: 1, lastError: null }]);
  });

  test('for later is tried again when its pause is over, not before', async () => {
    const { put, worked, stateOf, clock } = await bench({ f1: [{ kind: 'later', reason: 'refused' }] });
    put('fiscal', 'f1');
    await settle();
    expect(stateOf('f1')).toEqual({ state: 'waiting', tries: 1, lastError: 'refused' });
    clock.advance(backoff(1, 1) - 1);
    await settle();
    expect(worked).toEqual(['f1']);
    clock.advance(1);
    await settle();
    expect([worked, stateOf('f1').state]).toEqual([['f1', 'f1'], 'done']);
  });

  test('waits longer each time', async () => {
    const later: Worked = { kind: 'later', reason: 'refused' };
    const { put, worked, clock } = await bench({ f1: [later, later, later, later] });
    put('fiscal', 'f1');
    await settle();
    const moments: number[] = [];
    for (let tries = 1; tries <= 4; tries++) {
      clock.advance(backoff(tries, 1));
      await settle();
      moments.push(worked.length);
    }
    expect(moments).toEqual([2, 3, 4, 5]);
  });

  test('that names its own pause is tried after it', async () => {
    const { put, worked, clock } = await bench({ f1: [{ kind: 'later', reason: 'time-past', wait: 1100 }] });
    put('fiscal', 'f1');
    await settle();
    clock.advance(1099);
    await settle();
    expect(worked).toEqual(['f1']);
    clock.advance(1);
    await settle();
    expect(worked).toEqual(['f1', 'f1']);
  });

  test('that can never be met is parked with its reason and does not hold up the next', async () => {
    const { put, worked, stateOf } = await bench({ f1: [{ kind: 'dead', reason: 'refused' }] });
    put('fiscal', 'f1');
    put('fiscal', 'f2');
    await settle();
    expect([worked, stateOf('f1'), stateOf('f2').state]).toEqual([
      ['f1', 'f2'],
      { state: 'dead', tries: 1, lastError: 'refused' },
      'done',
    ]);
  });

  test('whose handler fails is tried again, and the fault is logged', async () => {
    const { put, log, stateOf, clock } = await bench({ f1: [new Error('a fault in the program')] });
    put('fiscal', 'f1');
    await settle();
    expect([log, stateOf('f1')]).toEqual([
      ['obligation-failed'],
      { state: 'waiting', tries: 1, lastError: 'internal' },
    ]);
    clock.advance(backoff(1, 1));
    await settle();
    expect(stateOf('f1').state).toBe('done');
  });
});

describe('a lane', () => {
  test('keeps its order while its head waits', async () => {
    const { put, worked, clock } = await bench({ f1: [{ kind: 'later', reason: 'refused' }] });
    put('fiscal', 'f1');
    put('fiscal', 'f2');
    await settle();
    clock.advance(backoff(1, 1));
    await settle();
    expect(worked).toEqual(['f1', 'f1', 'f2']);
  });

  test('does not wait for another lane', async () => {
    const { put, worked, stateOf } = await bench({ f1: [new Promise<Worked>(() => {})] });
    put('fiscal', 'f1');
    put('print', 'r1');
    await settle();
    expect([worked, stateOf('r1').state]).toEqual([['f1', 'r1'], 'done']);
  });

  test('works one at a time, however often it is woken', async () => {
    let free: (worked: Worked) => void = () => {};
    const { put, worked, outbox } = await bench({ f1: [new Promise<Worked>((resolve) => (free = resolve))] });
    put('fiscal', 'f1');
    put('fiscal', 'f2');
    for (let n = 0; n < 5; n++) outbox.wake('fiscal');
    await settle();
    expect(worked).toEqual(['f1']);
    free({ kind: 'done' });
    await settle();
    expect(worked).toEqual(['f1', 'f2']);
  });

  test('goes on at the start with what the last till left, whoever held it', async () => {
    const { worked, stateOf } = await bench({}, (db) => {
      owe(db, 'fiscal', 'fiscal-sale', 'f1', start);
      db.exec(`UPDATE outbox SET locked_by = 'dead', locked_until = ${start + 300_000}`);
    });
    await settle();
    expect([worked, stateOf('f1').state]).toEqual([['f1'], 'done']);
  });

  test('whose answer the disk refused is logged, and goes on by itself once there is room', async () => {
    const { db, put, log, clock, stateOf } = await bench();
    const full = "SELECT RAISE(ABORT, 'database or disk is full')";
    db.exec(`CREATE TRIGGER full BEFORE UPDATE OF state ON outbox BEGIN ${full}; END`);
    put('fiscal', 'f1');
    await settle();
    expect([log, stateOf('f1').state]).toEqual([['lane-failed'], 'waiting']);
    db.exec('DROP TRIGGER full');
    for (let n = 0; n < 100 && stateOf('f1').state === 'waiting'; n++) {
      clock.advance(5000);
      await settle();
    }
    expect(stateOf('f1').state).toBe('done');
  });
});

describe('a till that stops', () => {
  test('starts nothing any more', async () => {
    const { put, worked, outbox, clock } = await bench({ f1: [{ kind: 'later', reason: 'refused' }] });
    put('fiscal', 'f1');
    await settle();
    outbox.stop();
    clock.advance(3_600_000);
    put('fiscal', 'f2');
    await settle();
    expect(worked).toEqual(['f1']);
  });

  test('leaves the answer of a call in the air unwritten: the next start asks', async () => {
    let free: (worked: Worked) => void = () => {};
    const { put, outbox, stateOf } = await bench({ f1: [new Promise<Worked>((resolve) => (free = resolve))] });
    put('fiscal', 'f1');
    await settle();
    outbox.stop();
    free({ kind: 'done' });
    await settle();
    expect(stateOf('f1').state).toBe('waiting');
  });
});
