import { expect, test } from 'vitest';
import { lockFor } from '../../../main/domain/lock-out.ts';

test('five wrong PINs lock for a minute, each further one for twice as long, up to a quarter of an hour', () => {
  const minutes = Array.from({ length: 12 }, (_, failures) => lockFor(failures) / 60_000);
  expect(minutes).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 15, 15, 15]);
});

test('somebody who tries for days is still locked for a quarter of an hour, not for ever', () => {
  expect(lockFor(5000)).toBe(15 * 60_000);
});
