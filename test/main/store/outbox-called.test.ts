import { describe, expect, test } from 'vitest';
import type { Db } from '../../../main/store/database.ts';
import {
  beginAnew,
  finish,
  headDueAt,
  obligationsFor,
  owe,
  putBack,
  takeHead,
  wake,
} from '../../../main/store/outbox.ts';
import { morning, openFile } from './shop-file.ts';

const now = morning;
const take = (db: Db, at = now): void => void takeHead(db, 'fiscal', 'till', at, at + 300_000);

/** Two receipts owed to the box. */
const owing = (): Db => {
  const db = openFile();
  owe(db, 'fiscal', 'fiscal-sale', 'f1', now);
  owe(db, 'fiscal', 'fiscal-sale', 'f2', now);
  return db;
};

describe('what is owed again while it is being worked', () => {
  const owedWhileHeld = (): Db => {
    const db = owing();
    take(db);
    owe(db, 'fiscal', 'fiscal-sale', 'f1', now + 10);
    return db;
  };

  test('is not taken by a second worker', () => {
    expect(takeHead(owedWhileHeld(), 'fiscal', 'other', now + 10, now + 300_000)).toBeUndefined();
  });

  test.each(['done', 'dead'] as const)('is worked once more, although the first work ended as %s', (state) => {
    const db = owedWhileHeld();
    expect(finish(db, 1, 'till', state, now + 20, null)).toBe(true);
    expect(obligationsFor(db, 'f1')).toMatchObject([{ state: 'waiting', runAt: now + 10 }]);
    take(db, now + 20);
    finish(db, 1, 'till', state, now + 30, null);
    expect(obligationsFor(db, 'f1')).toMatchObject([{ state }]);
  });

  test('is due as that says, and not when the first work wanted to be tried again', () => {
    const db = owedWhileHeld();
    putBack(db, 1, 'till', now + 900_000, 'later');
    expect(headDueAt(db, 'fiscal')).toBe(now + 10);
  });

  test('and is wanted earlier by its own work is due then', () => {
    const db = owedWhileHeld();
    putBack(db, 1, 'till', now + 5, 'soon');
    expect(headDueAt(db, 'fiscal')).toBe(now + 5);
  });
});

test('what is being tried when the line comes back is tried again at once, for it may have met the dead line; what is done stays done', () => {
  const db = owing();
  take(db);
  wake(db, 'fiscal', now + 10);
  putBack(db, 1, 'till', now + 900_000, 'unreachable');
  expect(headDueAt(db, 'fiscal')).toBe(now);
  take(db, now + 20);
  wake(db, 'fiscal', now + 30);
  finish(db, 1, 'till', 'done', now + 40, null);
  expect(obligationsFor(db, 'f1')).toMatchObject([{ state: 'done' }]);
});

test('an obligation that is about something else now begins its rhythm anew', () => {
  const db = owing();
  beginAnew(db, 'fiscal-sale', 'f1', now + 7);
  expect([obligationsFor(db, 'f1')[0]?.createdAt, obligationsFor(db, 'f2')[0]?.createdAt]).toEqual([now + 7, now]);
});
