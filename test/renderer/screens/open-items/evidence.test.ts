import { expect, it } from 'vitest';
import { isEnough, verdictsFor } from '../../../../renderer/screens/open-items/evidence.ts';

it('lets a manager say of money in doubt that it was taken or not, of money going back that it is back or never left', () => {
  expect([verdictsFor({ kind: 'in-doubt' }), verdictsFor({ kind: 'cancelling' })]).toEqual([
    ['taken', 'not-taken'],
    ['given-back', 'not-taken'],
  ]);
});

it('wants evidence for every verdict and the number of the payment for money that was taken', () => {
  expect([
    isEnough(null, 'seen in the cabinet', 'p1'),
    isEnough('not-taken', '  no  ', ''),
    isEnough('not-taken', 'seen in the cabinet', ''),
    isEnough('taken', 'seen in the cabinet', '  '),
    isEnough('taken', 'seen in the cabinet', 'p1'),
    isEnough('given-back', 'seen in the cabinet', ''),
  ]).toEqual([false, false, true, false, true, true]);
});
