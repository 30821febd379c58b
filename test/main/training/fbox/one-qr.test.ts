import { expect, test } from 'vitest';
import { invoice, invoiceIn } from './one-qr-rig.ts';
import { failed, morning, startRig } from './rig.ts';

const statusPath = (id: string) => `/payment/one_qr/status?invoice_id=${id}`;

/** The fields of an EMV text: two digits of tag, two of length, the value. */
function fields(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (let at = 0; at < text.length;) {
    const length = Number(text.slice(at + 2, at + 4));
    found[text.slice(at, at + 2)] = text.slice(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return found;
}

/** A timer let go by hand. */
function handTimer(): { wait: (ms: number) => Promise<void>; asked: number[]; next: () => void } {
  const asked: number[] = [];
  let letGo = (): void => {};
  return {
    asked,
    wait: (ms) =>
      new Promise((resolve) => {
        asked.push(ms);
        letGo = resolve;
      }),
    next: () => letGo(),
  };
}

/** Until the box waits for the customer. */
async function asking(timer: { asked: number[] }): Promise<void> {
  await expect.poll(() => timer.asked.length, { interval: 1 }).toBe(1);
}

test('an invoice has a name and a QR of its sum, its shop and Uzbek money', async () => {
  const rig = await startRig();
  const { invoice_id: id, qr_text: text } = await invoiceIn(rig);
  expect(rig.fbox.oneQr.book.invoices).toEqual([
    {
      id,
      externalId: '0abc',
      amount: 10_001,
      qrText: text,
      printed: false,
      createdAt: morning,
      expiresAt: morning + 900_000,
      ended: null,
    },
  ]);
  const read = fields(text);
  expect(read).toMatchObject({
    '00': '01',
    '01': '12',
    '53': '860',
    '54': '100.01',
    '58': 'UZ',
    '59': 'Registon Market',
  });
  expect(fields(read['40']!)).toEqual({ '00': 'qr-online.uz', '01': id });
});

test.each([
  ['0.01', 1],
  ['1.00', 100],
  ['1', 100],
  ['99.00', 9_900],
  ['100.00', 10_000],
  ['12345678.90', 1_234_567_890],
])('"%s" are %i tiyin', async (amount, tiyin) => {
  const rig = await startRig();
  await invoiceIn(rig, { amount });
  expect(rig.fbox.oneQr.book.invoices.map((one) => one.amount)).toEqual([tiyin]);
});

test.each([
  [{ amount: 100 }, 2002, 'Некорректный формат суммы.'],
  [{ amount: '100,01' }, 2002, 'Некорректный формат суммы.'],
  [{ amount: '0.00' }, 2002, 'Некорректный формат суммы.'],
  [{ amount: '1.001' }, 2002, 'Некорректный формат суммы.'],
  [{ external_id: '' }, 2003, 'Некорректный формат external_id.'],
  [{ external_id: 'x'.repeat(21) }, 2003, 'Некорректный формат external_id.'],
  [{ external_id: 7 }, 2003, 'Некорректный формат external_id.'],
  [{ print: 'yes' }, 2001, 'Некорректные параметры запроса.'],
])('%j is refused', async (changes, code, message) => {
  const { fbox, post } = await startRig();
  expect(await post('/payment/one_qr/create', { ...invoice, ...changes })).toEqual(failed(code, message));
  expect(fbox.oneQr.book.invoices).toEqual([]);
});

test('a name used twice is refused, or gives the same invoice, as the terms say', async () => {
  const rig = await startRig();
  const first = await invoiceIn(rig);
  expect((await rig.post('/payment/one_qr/create', invoice)).error.code).toBe(2003);
  rig.fbox.oneQr.setTerms({ duplicates: 'same' });
  expect(await invoiceIn(rig)).toEqual(first);
});

test('the box asks every three seconds and answers once the customer has paid', async () => {
  const timer = handTimer();
  const rig = await startRig({ wait: timer.wait });
  const { invoice_id: id, qr_text: text } = await invoiceIn(rig);
  const answer = rig.get(statusPath(id));
  await asking(timer);
  expect(rig.fbox.oneQr.pay(text)).toEqual({ ok: true });
  timer.next();
  const [payment] = rig.fbox.oneQr.book.payments;
  expect(timer.asked).toEqual([3000]);
  expect(await answer).toEqual({
    data: {
      invoice_id: id,
      status: 2,
      pay_id: payment?.id,
      payer_phone: payment?.phone,
      card_type: '2',
      card_no: payment?.cardNumber,
      fiscal_module: 'ZZ000000000000',
    },
    error: null,
    is_success: true,
  });
});

test('after two minutes without an end the box says "in progress"', async () => {
  const waits: number[] = [];
  const rig = await startRig({ wait: async (ms) => waits.push(ms) });
  const { invoice_id: id } = await invoiceIn(rig);
  expect(await rig.get(statusPath(id))).toMatchObject({ data: { status: 1, pay_id: null }, is_success: true });
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBe(120_000);
});

test('with the cable pulled in the middle of the question nobody answers, and the box asks no more', async () => {
  const timer = handTimer();
  const rig = await startRig({ wait: timer.wait });
  const { invoice_id: id } = await invoiceIn(rig);
  const lost = rig.get(statusPath(id)).catch((error: unknown) => error);
  await asking(timer);
  await rig.fbox.setCable('out');
  expect(await lost).toMatchObject({ code: 'UND_ERR_SOCKET' });
  await rig.fbox.setCable('in');
  await rig.get('/info');
  timer.next();
  expect((await rig.get('/info')).is_success).toBe(true);
  expect(timer.asked).toEqual([3000]);
});

test('an invoice nobody paid in time is declined: no success, and no error either', async () => {
  const rig = await startRig();
  const { invoice_id: id } = await invoiceIn(rig);
  rig.pass(900_000);
  expect(await rig.get(statusPath(id))).toMatchObject({
    data: { invoice_id: id, status: 3 },
    error: null,
    is_success: false,
  });
  expect(rig.fbox.oneQr.pay(id)).toEqual({ ok: false, why: 'expired' });
});

test('an unknown invoice ends the question at once', async () => {
  const { get } = await startRig();
  expect(await get(statusPath('INV0'))).toEqual(failed(3001, 'Операция не найдена.'));
});

test('a scripted fault strikes the question without waiting for the customer', async () => {
  const rig = await startRig();
  const { invoice_id: id } = await invoiceIn(rig);
  rig.fbox.script([{ on: 'GET /payment/one_qr/status', fault: { kind: 'refuse', code: 9001, message: 'later' } }]);
  expect(await rig.get(statusPath(id))).toEqual(failed(9001, 'later'));
});

test('a cancelled invoice turns the customer away', async () => {
  const rig = await startRig();
  const { invoice_id: id } = await invoiceIn(rig);
  const cancelled = await rig.post('/payment/one_qr/cancel', { invoice_id: id });
  expect(cancelled).toEqual({ data: {}, error: null, is_success: true });
  expect(rig.fbox.oneQr.pay(id)).toEqual({ ok: false, why: 'cancelled' });
  expect(rig.fbox.oneQr.book).toMatchObject({ payments: [], turnedAway: [{ invoiceId: id, why: 'cancelled' }] });
});

test('a paid invoice cannot be cancelled, nor paid again', async () => {
  const rig = await startRig();
  const { invoice_id: id } = await invoiceIn(rig);
  rig.fbox.oneQr.pay(id);
  expect(await rig.post('/payment/one_qr/cancel', { invoice_id: id })).toEqual(failed(3002, 'Инвойс уже оплачен.'));
  expect(rig.fbox.oneQr.pay(id)).toEqual({ ok: false, why: 'paid' });
  expect(rig.fbox.oneQr.book.payments).toHaveLength(1);
});

test('a lost answer leaves an invoice behind that nobody has', async () => {
  const rig = await startRig();
  rig.fbox.script([{ on: 'POST /payment/one_qr/create', fault: { kind: 'drop-answer-after' } }]);
  await expect(invoiceIn(rig)).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  expect(rig.fbox.oneQr.book.invoices).toHaveLength(1);
});
