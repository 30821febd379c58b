import { afterEach, beforeEach, expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import type { AskOutcome } from '../../../../main/domain/asking.ts';
import { codeProvider } from '../../../../main/tender/registry.ts';
import { startFbox } from '../../../../main/training/fbox/server.ts';
import type { Fbox } from '../../../../main/training/fbox/server.ts';
import { startPayme } from '../../../../main/training/payme/server.ts';
import type { Payme } from '../../../../main/training/payme/server.ts';
import { createWallet } from '../../../../main/training/wallet/wallet.ts';
import { enquiry, onlyTo, payment } from '../subscribe/receipts.ts';

const morning = Date.UTC(2026, 10, 21, 9, 0, 0);
const amount = tiyin(1_450_000);
const who = { kkmId: '00000011', deviceId: '00000012' };

let now: number;
let box: Fbox;
let payme: Payme;

beforeEach(async () => {
  now = morning;
  let seed = 7;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const world = { now: () => now, random };
  const wallet = createWallet(world);
  const module = { terminalId: 'ZZ000000000000', inn: '123456789', companyName: 'Registon Market' };
  box = await startFbox({ ...world, wallet, amountUnit: 'sum', ...who, ...module });
  payme = await startPayme({ ...world, wallet, cashboxId: 'c1', key: 'k1' });
});
afterEach(() => Promise.all([box.close(), payme.close()]));

function paymeGo() {
  const cashbox = { baseUrl: payme.url, cashboxId: 'c1', key: 'k1' };
  const settings = { kind: 'fbox', amountUnit: 'sum', sendRegisterIds: true, timeoutSeconds: 5 } as const;
  const onlyOrigins = onlyTo(new URL(box.url).origin, new URL(payme.url).origin);
  return codeProvider({ ...settings, baseUrl: box.url, cashbox }, { ...who, onlyOrigins });
}

const pay = (attemptId: string) =>
  paymeGo().charge({ attemptId, amount, code: box.issueCode(), providerPaymentId: null });

function ask(taken: readonly string[] = [], alike = 0): Promise<AskOutcome> | undefined {
  const others = { owns: (id: string) => taken.includes(id), alike };
  return paymeGo().book?.ask({ ...enquiry, providerPaymentId: null, amount, sentAt: morning, others });
}

const loseAnswer = () => box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);

test('a charge the box never answered is found paid in the cashbox, and given back', async () => {
  loseAnswer();
  expect((await pay('a1')).kind).toBe('unknown');
  const [charge] = box.ledger.charges;
  const { paymentId: providerPaymentId = '', transactionId } = charge ?? {};
  expect(await ask()).toMatchObject({ kind: 'paid', facts: { providerPaymentId, transactionId, ...who } });
  expect(await paymeGo().book?.cancel(payment({ providerPaymentId, amount }))).toEqual({ kind: 'accepted' });
});

test('a charge the box never got is not found, however long somebody asks', async () => {
  box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-request-before' } }]);
  expect([(await pay('a1')).kind, await ask()]).toEqual(['unknown', { kind: 'not-found' }]);
});

test("the payment of the customer before is not taken for this one's", async () => {
  const before = await pay('a0');
  loseAnswer();
  await pay('a1');
  const taken = before.kind === 'paid' ? [before.facts.providerPaymentId] : [];
  const mine = box.ledger.charges[1]?.paymentId;
  expect(await ask(taken)).toMatchObject({ kind: 'paid', facts: { providerPaymentId: mine } });
});

test('two lost charges of the same sum are left to a person', async () => {
  loseAnswer();
  await pay('a0');
  loseAnswer();
  await pay('a1');
  expect(await ask([], 1)).toMatchObject({ kind: 'unclear', reason: 'ambiguous' });
});

test('a payment of the same sum an hour later is not looked at', async () => {
  now += 3_600_000;
  await pay('a2');
  expect(await ask()).toEqual({ kind: 'not-found' });
});
