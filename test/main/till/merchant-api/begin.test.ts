import { describe, expect, test } from 'vitest';
import { due, standing } from '../listener/shop.ts';
import { peek } from '../rig.ts';
import { code, hours, open, other, paymeId, third } from './desk.ts';

/** How long (ms) the links of the shop can be paid. */
const linkLives = 900_000;

describe('CheckPerformTransaction', () => {
  test('allows a link that stands, and writes nothing', async () => {
    const { shop, payme, account } = await open();
    const before = standing(shop);
    expect((await payme.rpc('CheckPerformTransaction', { amount: due, account })).result).toEqual({ allow: true });
    expect([standing(shop), peek(shop, 'SELECT * FROM payme_transaction')]).toEqual([before, []]);
  });

  test('tells the goods where Payme’s own cash register reports them', async () => {
    const merchantApi = { login: 'Paycom', key: 'merchant key of the shop', detail: true };
    const { payme, account } = await open({ listener: { merchantApi } });
    expect((await payme.rpc('CheckPerformTransaction', { amount: due, account })).result).toEqual({
      allow: true,
      detail: {
        receipt_type: 0,
        items: [
          {
            discount: 0,
            title: 'Non',
            price: 400_000,
            count: 2,
            code: '01905001001000000',
            vat_percent: 0,
            package_code: '1500001',
          },
          {
            discount: 0,
            title: 'Choy',
            price: 3_150_000,
            count: 1,
            code: '00902001001000000',
            vat_percent: 12,
            package_code: '1500002',
          },
        ],
      },
    });
  });

  test('refuses any other sum', async () => {
    const { payme, account } = await open();
    for (const amount of [due + 1, due - 1, due * 100, due / 100, due + 0.5, 0, -due])
      expect(code(await payme.rpc('CheckPerformTransaction', { amount, account }))).toEqual([200, -31001]);
  });

  test('names the field of an account nobody knows', async () => {
    const { payme } = await open();
    const texts = { ru: expect.any(String), uz: expect.any(String), en: expect.any(String) };
    const accounts = [
      {},
      { order_id: 'unknown' },
      { order_id: 42 },
      { order_id: null },
      { orderid: 'x' },
      { order_id: ['x'] },
    ];
    for (const account of accounts)
      expect((await payme.rpc('CheckPerformTransaction', { amount: due, account })).error).toEqual({
        code: -31050,
        message: texts,
        data: 'order_id',
      });
  });

  test('refuses an account that waits for another payment, and one that is paid', async () => {
    const { payme, account, params } = await open();
    await payme.rpc('CreateTransaction', params);
    expect(code(await payme.rpc('CheckPerformTransaction', { amount: due, account }))).toEqual([200, -31008]);
    await payme.rpc('PerformTransaction', { id: paymeId });
    expect(code(await payme.rpc('CheckPerformTransaction', { amount: due, account }))).toEqual([200, -31051]);
  });

  test('refuses an account that the cashier gave up', async () => {
    const { shop, payme, account, attemptId } = await open();
    await shop.call('cancelAttempt', { attemptId });
    expect(code(await payme.rpc('CheckPerformTransaction', { amount: due, account }))).toEqual([200, -31051]);
  });

  test('refuses an account whose time ended while its first payment was being made, also before the till has looked', async () => {
    const { shop, payme, account, params } = await open();
    await payme.rpc('CreateTransaction', params);
    shop.clock.advance(linkLives - 1);
    await payme.rpc('CancelTransaction', { id: paymeId, reason: 3 });
    expect((await payme.rpc('CheckPerformTransaction', { amount: due, account })).result).toEqual({ allow: true });
    await payme.rpc('CreateTransaction', { ...params, id: other });
    shop.clock.advance(1);
    await payme.rpc('CancelTransaction', { id: other, reason: 3 });
    const begun = payme.rpc('CreateTransaction', { ...params, id: third, time: shop.clock.now() });
    const allowed = payme.rpc('CheckPerformTransaction', { amount: due, account });
    expect([code(await begun), code(await allowed)]).toEqual([
      [200, -31051],
      [200, -31051],
    ]);
    expect(standing(shop).attempts).toEqual([{ state: 'sending', reason: null }]);
  });

  test('knows no account of another way to pay', async () => {
    const { shop, payme } = await open();
    await shop.call('cancelAttempt', { attemptId: shop.view().payment!.attempt!.id });
    await shop.call('startCheckout', { kind: 'flitt' });
    const view = await shop.until(({ payment }) => payment?.attempt?.kind === 'flitt');
    const account = { order_id: view.payment!.attempt!.id };
    expect(code(await payme.rpc('CheckPerformTransaction', { amount: due, account }))).toEqual([200, -31050]);
  });
});

describe('CreateTransaction', () => {
  test('begins a payment with our own time and name', async () => {
    const { shop, payme, params } = await open();
    const { result } = await payme.rpc('CreateTransaction', params);
    expect(result).toEqual({ create_time: shop.clock.now(), transaction: expect.any(String), state: 1 });
  });

  test('said again has the same answer byte for byte, with the time that was stored', async () => {
    const { shop, payme, params } = await open();
    const first = await payme.rpc('CreateTransaction', params);
    shop.clock.advance(60_000);
    expect((await payme.rpc('CreateTransaction', params)).text).toBe(first.text);
  });

  test.each([
    ['another sum', { amount: due + 100 }, -31001],
    ['an account nobody knows', { account: { order_id: 'unknown' } }, -31050],
  ])('refuses %s', async (_name, change, wanted) => {
    const { shop, payme, params } = await open();
    expect(code(await payme.rpc('CreateTransaction', { ...params, ...change }))).toEqual([200, wanted]);
    expect(peek(shop, 'SELECT * FROM payme_transaction')).toEqual([]);
  });

  test('refuses one it was told 12 hours too late, by Payme’s own time', async () => {
    const { shop, payme, params } = await open();
    const now = shop.clock.now();
    expect(code(await payme.rpc('CreateTransaction', { ...params, time: now - 12 * hours }))).toEqual([200, -31008]);
    expect((await payme.rpc('CreateTransaction', { ...params, time: now - 12 * hours + 1 })).result.state).toBe(1);
  });

  test('said again 12 hours after Payme’s own time ends the payment with reason 4', async () => {
    const { shop, payme, params } = await open();
    const late = { ...params, time: shop.clock.now() - 12 * hours + 1000 };
    await payme.rpc('CreateTransaction', late);
    shop.clock.advance(1000);
    expect(code(await payme.rpc('CreateTransaction', late))).toEqual([200, -31008]);
    const { result } = await payme.rpc('CheckTransaction', { id: paymeId });
    expect(result).toMatchObject({ state: -1, reason: 4, cancel_time: shop.clock.now(), perform_time: 0 });
  });

  test('said again is refused once the payment is performed or cancelled', async () => {
    const { payme, params } = await open();
    await payme.rpc('CreateTransaction', params);
    await payme.rpc('PerformTransaction', { id: paymeId });
    expect(code(await payme.rpc('CreateTransaction', params))).toEqual([200, -31008]);
    await payme.rpc('CancelTransaction', { id: paymeId, reason: 5 });
    expect(code(await payme.rpc('CreateTransaction', params))).toEqual([200, -31008]);
  });

  test('refuses a second payment of an account in the code the shop chose', async () => {
    const merchantApi = { login: 'Paycom', key: 'merchant key of the shop', busyCode: -31_099 };
    const { payme, params } = await open({ listener: { merchantApi } });
    await payme.rpc('CreateTransaction', params);
    const { error } = await payme.rpc('CreateTransaction', { ...params, id: other });
    expect(error).toMatchObject({ code: -31_099, data: 'order_id' });
  });

  test('lets a second payment begin once the first was cancelled, or was not performed in 12 hours', async () => {
    const { shop, payme, params } = await open();
    await payme.rpc('CreateTransaction', params);
    await payme.rpc('CancelTransaction', { id: paymeId, reason: 3 });
    const late = { ...params, id: other, time: shop.clock.now() - 12 * hours + 1000 };
    expect((await payme.rpc('CreateTransaction', late)).result.state).toBe(1);
    shop.clock.advance(1000);
    const next = { ...params, id: third };
    expect((await payme.rpc('CreateTransaction', next)).result.state).toBe(1);
    expect(peek(shop, 'SELECT state, reason FROM payme_transaction ORDER BY rowid')).toEqual([
      { state: -1, reason: 3 },
      { state: -1, reason: 4 },
      { state: 1, reason: null },
    ]);
  });

  test('a name of Payme’s that was used for another account is not taken for this one', async () => {
    const { shop, payme, params } = await open();
    await payme.rpc('CreateTransaction', params);
    const stranger = { ...params, account: { order_id: 'unknown' } };
    expect(code(await payme.rpc('CreateTransaction', stranger))).toEqual([200, -31050]);
    expect(peek(shop, 'SELECT state FROM payme_transaction')).toEqual([{ state: 1 }]);
  });
});
