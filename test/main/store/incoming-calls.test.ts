import { expect, test } from 'vitest';
import { insertCall, lastCalls } from '../../../main/store/incoming-calls.ts';
import { morning, openFile } from './shop-file.ts';

test('the newest five hundred calls are kept, and told newest first', () => {
  const db = openFile();
  const call = {
    at: morning,
    route: '/payme',
    ip: '127.0.0.1',
    outcome: 'refused',
    reason: 'auth',
    subject: null,
  } as const;
  for (let at = 1; at <= 503; at += 1) insertCall(db, { ...call, at });
  expect(lastCalls(db, 2)).toEqual([
    { id: 503, ...call, at: 503 },
    { id: 502, ...call, at: 502 },
  ]);
  expect([lastCalls(db, 1000).length, lastCalls(db, 1000).at(-1)?.id]).toEqual([500, 4]);
});
