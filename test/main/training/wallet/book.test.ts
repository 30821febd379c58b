import { array, assert, boolean, constant, constantFrom, nat, oneof, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import { receiptStates } from '../../../../main/training/wallet/book.ts';
import { addsUp } from '../../../../main/training/wallet/plan.ts';
import { createWallet } from '../../../../main/training/wallet/wallet.ts';
import { morning, seeded } from '../fbox/rig.ts';

const few = nat({ max: 3 });
const step = record({ state: constantFrom(...receiptStates), afterMs: nat({ max: 5000 }) } as const);
const plan = record({
  path: array(step, { minLength: 1, maxLength: 3 }),
  takes: constantFrom('at-sight', 'at-end', 'never'),
} as const).filter(addsUp);

/** Anything that can happen to four receipts and four codes. */
const event = oneof(
  record({ kind: constant('pay'), receipt: few, code: few, plan } as const),
  record({ kind: constant('pay-as-usual'), receipt: few, code: few } as const),
  record({ kind: constant('take'), receipt: few, ms: nat({ max: 5000 }) } as const),
  record({ kind: constant('cancel'), receipt: few, cancelsUnpaid: boolean() } as const),
  record({ kind: constant('by-hand'), receipt: few, state: constantFrom(...receiptStates) } as const),
  record({ kind: constant('pass'), ms: nat({ max: 10_000 }) } as const),
);

test('whatever happens, no receipt and no code is charged twice, and money goes back once, to whom it came from', () => {
  assert(
    property(array(event, { maxLength: 30 }), (events) => {
      let at = morning;
      const wallet = createWallet({ now: () => at, random: seeded(3) });
      const codes = [0, 1, 2, 3].map(() => wallet.issueCode());
      const ids = [1, 2, 3, 4].map(
        (sums) => wallet.create({ amount: tiyin(sums * 100), account: {}, hold: sums > 2 }).id,
      );
      for (const one of events) {
        if (one.kind === 'pass') at += one.ms;
        else if (one.kind === 'pay') wallet.pay(ids[one.receipt]!, codes[one.code]!, one.plan);
        else if (one.kind === 'pay-as-usual') wallet.pay(ids[one.receipt]!, codes[one.code]!);
        else if (one.kind === 'take') wallet.take(ids[one.receipt]!, one.ms);
        else if (one.kind === 'cancel')
          wallet.cancel(ids[one.receipt]!, { returnAfterMs: 2000, cancelsUnpaid: one.cancelsUnpaid });
        else attempt(() => wallet.setState(ids[one.receipt]!, one.state));
      }
      const { charges, receipts, returns } = wallet.book;
      const charged = charges.map(({ receiptId, amount }) => ({ receiptId, amount }));
      const returned = returns.map(({ receiptId, amount }) => ({ receiptId, amount }));
      const cancelled = new Set(receipts.filter(({ state }) => state === 50).map(({ id }) => id));
      expect(new Set(charged.map(({ receiptId }) => receiptId)).size).toBe(charged.length);
      expect(new Set(charges.map(({ code }) => code)).size).toBe(charges.length);
      expect(returned.length).toBe(charged.filter(({ receiptId }) => cancelled.has(receiptId)).length);
      expect(receipts.filter(({ id, state }) => state === 4 && !charges.some((one) => one.receiptId === id))).toEqual(
        [],
      );
      for (const one of returned) expect(charged).toContainEqual(one);
    }),
  );
});

/** Some changes by hand are refused; the book must hold all the same. */
function attempt(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}

test('what is to come happens in its own order and at its own time, however late it is read', () => {
  let at = morning;
  const wallet = createWallet({ now: () => at, random: seeded(3) });
  const ids = [1, 2].map(() => wallet.create({ amount: tiyin(100), account: {} }).id);
  const late = (afterMs: number) => ({ path: [{ state: 4, afterMs }], takes: 'at-end' }) as const;
  wallet.pay(ids[0]!, wallet.issueCode(), late(9000));
  wallet.pay(ids[1]!, wallet.issueCode(), late(5000));
  at += 3_600_000;
  const charged = wallet.book.charges.map(({ receiptId, at: when }) => ({ receiptId, when }));
  expect(charged).toEqual([
    { receiptId: ids[1], when: morning + 5000 },
    { receiptId: ids[0], when: morning + 9000 },
  ]);
});
