import { expect } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import { reverse as reverseThere } from '../../../../main/tender/flitt/reverse.ts';
import type { Flitt } from '../../../../main/training/flitt/server.ts';
import { startRig } from '../../tender/flitt/rig.ts';
import { openBench, payments } from './bench.ts';
import type { Bench } from './bench.ts';
import { fakeProvider } from './fake-provider.ts';

export const whole = 3_950_000;
export const reverse = 'reverse/order_id';
export const loaf = [{ lineId: 'bread', quantity: 1000 }];
export const tea = [{ lineId: 'tea', quantity: 1000 }];
const attemptId = 'sale-1-flitt';

/** `inCabinet`: somebody gives money back in Flitt's own portal; `pass` moves Flitt's clock. */
export type Opened = {
  bench: Bench;
  flitt: Flitt;
  inCabinet: (amount: number) => Promise<void>;
  pass: (ms: number) => void;
};

/** The bench's sale, paid at a Flitt with a book of its own, through the client the shop uses. */
export async function openFlitt(reversalMs = 0): Promise<Opened> {
  const { flitt, provider, show, settings, pass } = await startRig({ reversalMs });
  const money = { amount: tiyin(whole), charged: { amount: whole, currency: 'UZS' } };
  expect(flitt.pay(await show({ attemptId, ...money }))).toEqual({ ok: true });
  const tender = { kind: 'flitt', amount: whole, provider: provider.name, paymentId: attemptId } as const;
  const bench = openBench(fakeProvider(), [tender], { checkouts: new Map([['flitt', provider]]) });
  const inCabinet = async (amount: number): Promise<void> => {
    const back = { orderId: attemptId, amount: { amount, currency: 'UZS' }, key: `cabinet ${amount}` };
    expect(await reverseThere(settings, back)).toEqual({ kind: 'returned' });
  };
  return { bench, flitt, inCabinet, pass };
}

export const states = (bench: Bench): string[] => payments(bench).map(({ state }) => state);

/** What really went back. */
export const done = ({ ledger }: Flitt): number[] =>
  ledger.reversals.filter(({ status }) => status === 'approved').map(({ amount }) => amount);

/** Every reversal Flitt was asked for: its key, and what became of it. */
export const keys = ({ ledger }: Flitt): unknown[] =>
  ledger.reversals.map(({ reverseId, status }) => [reverseId, status]);

export const idOf = ({ db }: Bench): string =>
  String(db.prepare('SELECT id FROM refund_payment ORDER BY rowid').pluck().get());

/** Where the first refund stands, and whether a person is waited for. */
export const manager = ({ db }: Bench): unknown =>
  db.prepare('SELECT state, reason, manager_since IS NOT NULL AS person FROM refund_payment').get();
