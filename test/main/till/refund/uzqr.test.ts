import { expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import { verifyJournal } from '../../../../main/report/journal.ts';
import { openItems } from '../../../../main/till/open-items/open-items.ts';
import type { OpenAction } from '../../../../preload/api.ts';
import { calls, request, useShop } from '../../tender/uzqr/shop.ts';
import { giveBack, killed, openBench, retry, turn, work } from './bench.ts';
import type { Bench } from './bench.ts';
import { fakeProvider } from './fake-provider.ts';

const shop = useShop();
const whole = 3_950_000;
const route = 'POST /payment/one_qr/refund';

/** The bench's sale, paid at a UzQR with a book of its own, through the client the shop uses. */
async function openUzqr(): Promise<Bench> {
  const { box, uzqr } = shop();
  const made = await uzqr.create(request(whole, { amount: tiyin(whole) }));
  if (made.kind !== 'ready') return expect.unreachable('the invoice was not made');
  box.oneQr.pay(made.shown.qr ?? '');
  const paid = { kind: 'uzqr', amount: whole, provider: uzqr.name, paymentId: made.shown.providerPaymentId } as const;
  return openBench(fakeProvider(), [paid], { checkouts: new Map([['uzqr', uzqr]]) });
}

type Row = { state: string; reason: string | null; name: string | null };
const row = ({ db }: Bench): Row =>
  db.prepare('SELECT state, reason, provider_refund_id AS name FROM refund_payment').get() as Row;
const history = ({ db }: Bench): unknown =>
  db.prepare('SELECT state FROM refund_payment_event ORDER BY id').pluck().all();
const actions = ({ counter }: Bench): readonly OpenAction[] | undefined => {
  const open = openItems(counter);
  return open.ok ? open.value.items[0]?.actions : undefined;
};
/** What UzQR made of each refund it was asked for: 1 on its way, 2 back, 3 kept after all. */
const made = (): number[] => shop().box.oneQr.book.refunds.map(({ status }) => status);
/** What the box was asked about refunds from the `from`-th call on. */
const asked = (from: number): string[] =>
  calls(shop())
    .slice(from)
    .filter((path) => path.startsWith('refund'));

/** A refund UzQR accepted as R1 and failed, which a manager has just had given once more. */
async function takenUpAgain(): Promise<{ bench: Bench; first: string }> {
  const { box, pass } = shop();
  const bench = await openUzqr();
  box.oneQr.setTerms({ refundsEnd: 'failed' });
  await giveBack(bench);
  await work(bench, 1);
  pass(2000);
  await work(bench);
  const first = String(box.oneQr.book.refunds[0]?.id);
  expect([row(bench), made()]).toEqual([{ state: 'refused', reason: 'return-refused', name: first }, [3]]);
  box.oneQr.setTerms({ refundsEnd: 'success' });
  retry(bench);
  expect(row(bench)).toEqual({ state: 'waiting', reason: 'taken-up-again', name: null });
  return { bench, first };
}

test('a UzQR refund that failed is given once more, and is back under its new name', async () => {
  const { bench, first } = await takenUpAgain();
  await work(bench, 1);
  const second = String(shop().box.oneQr.book.refunds[1]?.id);
  expect(row(bench)).toEqual({ state: 'accepted', reason: 'returning', name: second });
  shop().pass(2000);
  await work(bench);
  expect([row(bench).state, row(bench).name, made(), second === first]).toEqual(['returned', second, [3, 2], false]);
});

test('a UzQR refund whose second answer is lost is in doubt for a person, not refused by the name of the first', async () => {
  const { bench } = await takenUpAgain();
  shop().box.script([{ on: route, fault: { kind: 'drop-answer-after' } }]);
  const before = calls(shop()).length;
  await work(bench);
  shop().pass(2000);
  await work(bench);
  expect(row(bench)).toEqual({ state: 'in-doubt', reason: 'closed', name: null });
  expect([bench.said.at(-1), actions(bench)]).toEqual(['refund-payment-needs-manager', ['close-refund']]);
  expect([made(), asked(before)]).toEqual([[3, 2], ['refund']]);
});

test.each(['request', 'answer'] as const)(
  'a till killed with the %s of the second UzQR refund on its way leaves it to a person, and sends no third',
  async (held) => {
    const { bench } = await takenUpAgain();
    const before = calls(shop()).length;
    const script = shop().box.script([{ on: route, fault: { kind: 'hang', held } }]);
    bench.clock.at += 60_000;
    const dying = turn(bench);
    await script.reached;
    expect(row(bench)).toEqual({ state: 'sending', reason: null, name: null });
    const next = killed(bench);
    await work(next);
    expect(row(next)).toEqual({ state: 'in-doubt', reason: 'interrupted', name: null });
    expect([actions(next), asked(before)]).toEqual([['close-refund'], ['refund']]);
    bench.fuse.left = 0;
    script.release();
    await dying.catch(() => {});
    await work(next);
    expect([row(next).state, made().length]).toEqual(['in-doubt', 2]);
  },
);

test('the name of a dead UzQR refund stays in the sealed journal', async () => {
  const { bench, first } = await takenUpAgain();
  await work(bench, 1);
  shop().pass(2000);
  await work(bench);
  const said = bench.db.prepare(`SELECT count(*) FROM journal_entry WHERE type = 'refund' AND body LIKE ?`).pluck();
  expect([said.get(`%"state":"refused","providerRefundId":"${first}"%`), verifyJournal(bench.db)]).toEqual([
    1,
    { ok: true },
  ]);
  expect(history(bench)).toEqual([
    'waiting',
    'sending',
    'accepted',
    'refused',
    'waiting',
    'sending',
    'accepted',
    'returned',
  ]);
});
