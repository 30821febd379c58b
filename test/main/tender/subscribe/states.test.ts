import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import { askOutcome } from '../../../../main/tender/subscribe/ask-answer.ts';
import type { Reading } from '../../../../main/tender/subscribe/ask-answer.ts';
import { paidFacts } from '../../../../main/tender/subscribe/charge-answer.ts';
import { bookedState, receiptStates } from '../../../../main/tender/subscribe/states.ts';
import { receiptFacts, receiptJson } from './receipts.ts';

const documented = [0, 1, 2, 3, 4, 5, 6, 20, 21, 30, 50];

function asked(state: number, reading?: Reading) {
  const account = { kkm_id: '00000011', device_id: '00000012', document: 'a1' };
  const expected = { paymentId: receiptFacts.providerPaymentId, amount: tiyin(100_000), account };
  return askOutcome({ kind: 'success', result: { receipt: receiptJson({ state }) } }, expected, reading);
}

describe("Payme's states of a receipt", () => {
  test.each([
    [0, 'unpaid', { kind: 'unpaid' }],
    [1, 'moving', { kind: 'moving', reason: 'state-1' }],
    [2, 'moving', { kind: 'moving', reason: 'state-2' }],
    [3, 'moving', { kind: 'moving', reason: 'state-3' }],
    [4, 'paid', { kind: 'paid', facts: receiptFacts }],
    [5, 'held', { kind: 'stuck', reason: 'state-5' }],
    [6, 'held', { kind: 'stuck', reason: 'state-6' }],
    [20, 'stuck', { kind: 'stuck', reason: 'state-20' }],
    [21, 'returning', { kind: 'returning' }],
    [30, 'moving', { kind: 'moving', reason: 'state-30' }],
    [50, 'returned', { kind: 'returned' }],
  ] as const)('%i is %s in the book, and told to whoever asks', (state, booked, outcome) => {
    expect([bookedState(state), asked(state)]).toEqual([booked, outcome]);
  });

  test.each([
    [5, { kind: 'held' }],
    [6, { kind: 'moving', reason: 'state-6' }],
  ] as const)('%i is told to whoever asks for holds', (state, outcome) => {
    expect(asked(state, { factsOf: paidFacts, holds: true })).toEqual(outcome);
  });

  test('are these eleven and no other', () => {
    expect(Object.keys(receiptStates).map(Number)).toEqual(documented);
  });

  test('beside them mean nothing, and are never paid', () => {
    const undocumented = fc.integer({ min: -100, max: 200 }).filter((state) => !documented.includes(state));
    fc.assert(
      fc.property(undocumented, (state) => {
        expect(asked(state)).toEqual({
          kind: 'unclear',
          reason: `state-${state}`,
          message: `payment 2e0b1bc1f1eb50d487ba268d, amount 100000, state ${state}`,
        });
      }),
    );
  });
});
