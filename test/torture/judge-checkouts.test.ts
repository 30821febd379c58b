import { expect, onTestFinished, test } from 'vitest';
import { tiyin } from '../../main/domain/money.ts';
import type { AttemptState } from '../../main/domain/attempt.ts';
import type { Books } from '../../scripts/torture/books.ts';
import { chanceFrom } from '../../scripts/torture/chance.ts';
import { judgeCheckouts } from '../../scripts/torture/judge/checkouts.ts';
import { openSurroundings } from '../../scripts/torture/surroundings.ts';
import type { Surroundings } from '../../scripts/torture/surroundings.ts';
import { startWorldClock } from '../../scripts/torture/world-clock.ts';

/** A world in which one customer of Payme's link for attempt a1 has paid 4 000 sums. */
async function paidByLink(): Promise<Surroundings> {
  const around = await openSurroundings({
    clock: startWorldClock(10),
    chance: chanceFrom(1),
    way: 'fbox',
    checkouts: true,
  });
  onTestFinished(around.close);
  const { wallet } = around.payme;
  const { id } = wallet.create({ amount: tiyin(400_000), account: { order_id: 'a1' } });
  const code = wallet.issueCode({ balance: tiyin(400_000) });
  wallet.pay(id, code, { path: [{ state: 4, afterMs: 0 }], takes: 'at-sight' });
  return around;
}

const books = (state: AttemptState, paidWith: string | null): Books => ({
  sales: [{ id: 's1', number: 1, state: 'completed', parked: 0, total: 400_000 }],
  lines: [],
  tenders: [{ saleId: 's1', kind: paidWith === null ? 'cash' : 'payme-link', amount: 400_000, attemptId: paidWith }],
  attempts: [
    {
      id: 'a1',
      saleId: 's1',
      kind: 'payme-link',
      charged: 400_000,
      transactionId: null,
      state,
      amount: 400_000,
      codeHash: null,
      sentAt: 1,
      providerPaymentId: 'a1',
      managerSince: null,
      reason: null,
    },
  ],
  fiscal: [],
  owed: [],
  journal: { ok: true },
});

const kindsOf = (world: Surroundings, said: Books): string[] => judgeCheckouts(said, world).map(({ kind }) => kind);

test('the money of a QR is where the sale says, or the judge finds it', async () => {
  const world = await paidByLink();
  expect(kindsOf(world, books('paid', 'a1'))).toEqual([]);
  expect(kindsOf(world, books('paid', null))).toEqual(['lost-money']);
  expect(kindsOf(world, books('returned', null))).toEqual(['lost-money']);
  expect(kindsOf(world, books('cancelling', null))).toEqual(['open-doubt']);
  expect(kindsOf(world, { ...books('paid', 'a1'), attempts: [] })).toEqual(['lost-money']);
});

test('a QR that is paid here and not there is found, and one that was paid twice', async () => {
  const world = await paidByLink();
  const { wallet } = world.payme;
  const { id } = wallet.create({ amount: tiyin(400_000), account: { order_id: 'a1' } });
  wallet.pay(id, wallet.issueCode({ balance: tiyin(400_000) }), {
    path: [{ state: 4, afterMs: 0 }],
    takes: 'at-sight',
  });
  expect(kindsOf(world, books('paid', 'a1'))).toEqual(['double-charge']);
  const other = books('paid', 'a2');
  expect(kindsOf(world, { ...other, attempts: [{ ...other.attempts[0]!, id: 'a2' }] })).toContain('lost-money');
});
