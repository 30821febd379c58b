import { describe, expect, test } from 'vitest';
import type { Db } from '../../../main/store/database.ts';
import { insertFiscal, setFiscalState } from '../../../main/store/fiscal-documents.ts';
import {
  finish,
  headDueAt,
  obligationsFor,
  owe,
  putBack,
  releaseLeases,
  takeHead,
  wake,
} from '../../../main/store/outbox.ts';
import { setParked } from '../../../main/store/sales.ts';
import { morning, openFile, openShopFile, startSale } from './shop-file.ts';

const now = morning;
const until = now + 300_000;
const take = (db: Db, holder = 'till', at = now): string | undefined =>
  takeHead(db, 'fiscal', holder, at, at + 300_000)?.subject;

/** Two receipts owed to the box and one print. */
const owing = (): Db => {
  const db = openFile();
  owe(db, 'fiscal', 'fiscal-sale', 'f1', now);
  owe(db, 'fiscal', 'fiscal-sale', 'f2', now);
  owe(db, 'print', 'print', 'r1', now);
  return db;
};

/** Two receipts of two sales, the second due a little later, as the box's word about them stands. */
const owingReceipts = (...states: ['waiting', 'waiting' | 'in-doubt']): Db => {
  const db = openShopFile();
  setParked(db, 'sale-1', 1);
  startSale(db, 'sale-2');
  for (const [at, state] of states.entries()) {
    const id = `f${at + 1}`;
    insertFiscal(db, { id, saleId: `sale-${at + 1}`, operation: 'sale', createdAt: now });
    setFiscalState(db, id, state, null);
    owe(db, 'fiscal', 'fiscal-sale', id, now + at);
  }
  return db;
};

describe('taking an obligation', () => {
  test('gives the oldest of the lane, with everything its handler needs', () => {
    expect(takeHead(owing(), 'fiscal', 'till', now, until)).toEqual({
      id: 1,
      lane: 'fiscal',
      kind: 'fiscal-sale',
      subject: 'f1',
      state: 'waiting',
      tries: 1,
      runAt: now,
      lastError: null,
      createdAt: now,
    });
  });

  test('holds up its lane and no other', () => {
    const db = owing();
    expect([take(db), take(db, 'other'), takeHead(db, 'print', 'till', now, until)?.subject]).toEqual([
      'f1',
      undefined,
      'r1',
    ]);
  });

  test('is not possible before its time, and what comes behind waits with it', () => {
    const db = owing();
    take(db);
    putBack(db, 1, 'till', now + 1000, 'refused');
    expect([take(db), take(db, 'till', now + 999), take(db, 'till', now + 1000)]).toEqual([undefined, undefined, 'f1']);
  });

  test('passes to somebody else when the lease is over', () => {
    const db = owing();
    take(db, 'dead');
    expect([take(db, 'till', until - 1), take(db, 'till', until)]).toEqual([undefined, 'f1']);
  });

  test('gives a receipt that the box may have before all others, however late it was owed', () => {
    const db = owingReceipts('waiting', 'in-doubt');
    expect([headDueAt(db, 'fiscal'), take(db)]).toEqual([now + 1, undefined]);
    expect([take(db, 'till', now + 1), take(db, 'till', now + 1)]).toEqual(['f2', undefined]);
  });

  test('gives the oldest again once the box was asked about the other, or a person is left to find out', () => {
    const asked = owingReceipts('waiting', 'waiting');
    const parked = owingReceipts('waiting', 'in-doubt');
    take(parked, 'till', now + 1);
    finish(parked, 2, 'till', 'dead', now, 'counters-moved');
    expect([take(asked), take(parked)]).toEqual(['f1', 'f1']);
  });

  test('in an empty lane gives nothing', () => {
    expect(takeHead(owing(), 'wallet', 'till', now, until)).toBeUndefined();
  });

  test('counts every try', () => {
    const db = owing();
    for (const _ of [1, 2, 3]) {
      take(db);
      putBack(db, 1, 'till', now, 'again');
    }
    expect(obligationsFor(db, 'f1')).toMatchObject([{ tries: 3, lastError: 'again', state: 'waiting' }]);
  });
});

describe('ending an obligation', () => {
  test.each(['done', 'dead'] as const)('as %s leaves the way free for the next', (state) => {
    const db = owing();
    take(db);
    expect(finish(db, 1, 'till', state, now, null)).toBe(true);
    expect([take(db), obligationsFor(db, 'f1')[0]?.state]).toEqual(['f2', state]);
  });

  test('is for its holder alone', () => {
    const db = owing();
    take(db);
    expect(finish(db, 1, 'other', 'done', now, null)).toBe(false);
    expect(putBack(db, 1, 'other', now, 'why')).toBe(false);
    expect(obligationsFor(db, 'f1')).toMatchObject([{ state: 'waiting', lastError: null }]);
  });

  test('is too late once the lease passed to somebody else', () => {
    const db = owing();
    take(db, 'slow');
    take(db, 'quick', until);
    expect(finish(db, 1, 'slow', 'done', until, null)).toBe(false);
    expect(finish(db, 1, 'quick', 'done', until, null)).toBe(true);
  });

  test('happens once', () => {
    const db = owing();
    take(db);
    expect([finish(db, 1, 'till', 'done', now, null), finish(db, 1, 'till', 'dead', now, 'x')]).toEqual([true, false]);
  });
});

describe('owing', () => {
  test('the same twice is owed once', () => {
    const db = owing();
    owe(db, 'fiscal', 'fiscal-sale', 'f1', now);
    expect(obligationsFor(db, 'f1')).toHaveLength(1);
  });

  test('what was parked makes it wait again, in its old place', () => {
    const db = owing();
    take(db);
    finish(db, 1, 'till', 'dead', now, 'refused');
    owe(db, 'fiscal', 'fiscal-sale', 'f1', now + 5);
    expect([take(db), take(db, 'till', now + 5)]).toEqual([undefined, 'f1']);
  });

  test('what was done is a new obligation', () => {
    const db = owing();
    take(db);
    finish(db, 1, 'till', 'done', now, null);
    owe(db, 'fiscal', 'fiscal-sale', 'f1', now);
    expect(obligationsFor(db, 'f1').map(({ state }) => state)).toEqual(['done', 'waiting']);
  });
});

describe('when the head is due', () => {
  test('is its own time', () => expect(headDueAt(owing(), 'fiscal')).toBe(now));

  test('is the end of the lease while somebody holds it', () => {
    const db = owing();
    take(db);
    expect(headDueAt(db, 'fiscal')).toBe(until);
  });

  test('is its next try after a failed one', () => {
    const db = owing();
    take(db);
    putBack(db, 1, 'till', now + 4000, 'refused');
    expect(headDueAt(db, 'fiscal')).toBe(now + 4000);
  });

  test('is never in an empty lane', () => expect(headDueAt(owing(), 'wallet')).toBeUndefined());
});

test('the line that came back makes its lane due at once, and leaves the others waiting', () => {
  const db = owing();
  for (const [lane, id] of [
    ['fiscal', 1],
    ['print', 3],
  ] as const) {
    takeHead(db, lane, 'till', now, until);
    putBack(db, id, 'till', now + 60_000, 'unreachable');
  }
  wake(db, 'fiscal', now + 1);
  expect([headDueAt(db, 'fiscal'), headDueAt(db, 'print')]).toEqual([now + 1, now + 60_000]);
});

test('a till that starts again holds nothing of the one that was killed', () => {
  const db = owing();
  take(db, 'dead');
  releaseLeases(db, now);
  expect(finish(db, 1, 'dead', 'done', now, null)).toBe(false);
  expect(take(db)).toBe('f1');
});
