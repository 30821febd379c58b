import { expect, test } from 'vitest';
import type { Fault } from '../../../../main/training/smartpay/faults.ts';
import type { Smartpay } from '../../../../main/training/smartpay/server.ts';
import { startRig } from '../../tender/smartpay/rig.ts';
import { giveBack, killed, openBench, payments, retry, turn, work } from './bench.ts';
import type { Bench } from './bench.ts';
import { fakeProvider } from './fake-provider.ts';

const charged = { amount: 2500, currency: 'JPY' };

/** The bench's sale, paid in yen at a Smartpay with a book of its own, and given back. */
async function givenBack(faults: readonly Fault[]): Promise<{ bench: Bench; smartpay: Smartpay }> {
  const { smartpay, provider, show } = await startRig();
  const { orderId, link } = await show();
  smartpay.pay(link);
  const paid = { kind: 'smartpay', amount: 3_950_000, charged, provider: provider.name, paymentId: orderId } as const;
  const bench = openBench(fakeProvider(), [paid], { checkouts: new Map([['smartpay', provider]]) });
  smartpay.script(faults.map((fault) => ({ on: 'refunds.create', fault })));
  await giveBack(bench);
  return { bench, smartpay };
}

const states = (bench: Bench): string[] => payments(bench).map(({ state }) => state);
const refundId = ({ db }: Bench): string => String(db.prepare('SELECT id FROM refund_payment').pluck().get());
const given = ({ ledger }: Smartpay): unknown => ledger.refunds.map(({ amount, metadata }) => [amount, metadata]);
const keys = ({ ledger }: Smartpay): (string | null)[] =>
  ledger.requests.filter(({ endpoint }) => endpoint === 'refunds.create').map(({ key }) => key);

test('yen Smartpay declined go back when a manager tries once more, under a new key and the refund’s own mark', async () => {
  const { bench, smartpay } = await givenBack([{ kind: 'refund-declined' }]);
  await work(bench);
  expect(payments(bench)).toMatchObject([{ state: 'refused', reason: 'smartpay-amount.insufficient' }]);
  retry(bench);
  await work(bench);
  const id = refundId(bench);
  expect([states(bench), given(smartpay)]).toEqual([['returned'], [[2500, { refund: id }]]]);
  expect(keys(smartpay)).toEqual([id, `${id}-2`]);
});

test('yen whose second answer died with the till are found by their mark, whatever key they went under', async () => {
  const { bench, smartpay } = await givenBack([{ kind: 'refund-declined' }]);
  await work(bench);
  retry(bench);
  const script = smartpay.script([{ on: 'refunds.create', fault: { kind: 'hang', held: 'answer' } }]);
  bench.clock.at += 60_000;
  const dying = turn(bench);
  await script.reached;
  const next = killed(bench);
  await work(next);
  bench.fuse.left = 0;
  script.release();
  await dying.catch(() => {});
  expect([states(next), given(smartpay)]).toEqual([['returned'], [[2500, { refund: refundId(next) }]]]);
});

test('a refusal Smartpay does not document keeps the key, whose answer is the same for six hours', async () => {
  const { bench, smartpay } = await givenBack([{ kind: 'refuse', code: 403, message: 'Come in person.' }]);
  await work(bench);
  retry(bench);
  await work(bench);
  const id = refundId(bench);
  expect([states(bench), given(smartpay), keys(smartpay)]).toEqual([['refused'], [], [id, id]]);
});
