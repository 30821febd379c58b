import { expect, test } from 'vitest';
import { createWallet } from '../../../../main/training/wallet/wallet.ts';
import { startRig as startBox, morning, seeded } from '../fbox/rig.ts';
import { idOf, startRig as startCashbox } from '../payme/rig.ts';

const url = 'https://ofd.soliq.uz/check?t=ZZ000000000000&r=7&c=20261121140002&s=025561534771';

/** A fiscal box and Payme's own door, with one wallet behind both. */
async function street() {
  let at = morning;
  const clock = { now: () => at, random: seeded(11) };
  const wallet = createWallet(clock);
  const box = await startBox({ ...clock, wallet });
  const cashbox = await startCashbox({ ...clock, wallet });
  const everything = { count: 50, from: morning, to: morning + 86_400_000, offset: 0 };
  return {
    ...box,
    payme: cashbox.payme,
    call: cashbox.call,
    list: async () => (await cashbox.call('receipts.get_all', everything)).result,
    charge: (code: string) => box.post('/payment/payme', { amount: 1000, qr_code: code }),
    pass: (ms: number) => {
      at += ms;
    },
  };
}

test('what the box has charged, Payme knows: under its payment id, its register and its own document', async () => {
  const { charge, fbox, list, payme } = await street();
  const code = fbox.issueCode();
  const answer = await charge(code);
  const { paymentId, transactionId } = fbox.ledger.charges[0]!;
  const values = (await list()).map((receipt: { account: { value: unknown }[] }) =>
    receipt.account.slice(0, 3).map(({ value }) => value),
  );
  expect(await list()).toMatchObject([{ _id: paymentId, state: 4, amount: 100_000 }]);
  expect(values).toEqual([['00000011', '00000012', transactionId]]);
  expect(answer.data).toMatchObject({ payment_id: paymentId, transaction_id: transactionId });
  expect(payme.ledger.charges).toEqual([{ code, receiptId: paymentId, amount: 100_000, at: morning }]);
});

test('a charge whose answer the box lost is found at Payme', async () => {
  const { charge, fbox, list } = await street();
  fbox.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  await expect(charge(fbox.issueCode())).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  expect(await list()).toMatchObject([{ _id: fbox.ledger.charges[0]!.paymentId, state: 4 }]);
});

test('a charge the box refused leaves an unpaid receipt behind', async () => {
  const { charge, list, payme } = await street();
  await charge('50500000000000000000');
  expect(await list()).toMatchObject([{ state: 0, card: null }]);
  expect(payme.ledger.charges).toEqual([]);
});

test('money the box has taken goes back through Payme', async () => {
  const { call, charge, fbox, list, pass, payme } = await street();
  await charge(fbox.issueCode());
  const id = fbox.ledger.charges[0]!.paymentId;
  await call('receipts.cancel', { id });
  pass(2000);
  expect(await list()).toMatchObject([{ _id: id, state: 50 }]);
  expect(payme.ledger.returns).toEqual([{ receiptId: id, amount: 100_000, at: morning + 2000 }]);
});

test('a code used at one door is used at the other', async () => {
  const { call, charge, fbox, payme } = await street();
  const code = payme.issueCode();
  await charge(code);
  const id = idOf(await call('receipts.create', { amount: 100_000, account: { document: 'x' } }));
  const answer = await call('receipts.pay', { id, token: code });
  expect(answer.error.code).toBe(-31400);
  expect([fbox.ledger.charges.length, payme.ledger.charges.length]).toEqual([1, 1]);
});

test('a fiscal receipt the box confirmed is at Payme', async () => {
  const { charge, fbox, payme, post } = await street();
  await charge(fbox.issueCode());
  const id = fbox.ledger.charges[0]!.paymentId;
  await post('/payment/payme_confirm', { payment_id: id, qr_code: url });
  const data = {
    terminal_id: 'ZZ000000000000',
    receipt_id: 7,
    date: '20261121140002',
    fiscal_sign: '025561534771',
    qr_code_url: url,
  };
  expect(payme.ledger.fiscalData).toEqual([{ receiptId: id, at: morning, data }]);
});
