import { describe, expect, test } from 'vitest';
import { due } from '../listener/shop.ts';
import { peek } from '../rig.ts';
import { code, hours, open, other, paymeId, third } from './desk.ts';

describe('CheckTransaction', () => {
  test('tells every time as a number, 0 while it has not come', async () => {
    const { shop, payme, params } = await open();
    const { transaction, create_time } = (await payme.rpc('CreateTransaction', params)).result;
    const begun = { create_time, perform_time: 0, cancel_time: 0, transaction, state: 1, reason: null };
    expect((await payme.rpc('CheckTransaction', { id: paymeId })).result).toEqual(begun);
    shop.clock.advance(1000);
    const { perform_time } = (await payme.rpc('PerformTransaction', { id: paymeId })).result;
    const paid = { ...begun, perform_time, state: 2 };
    expect((await payme.rpc('CheckTransaction', { id: paymeId })).result).toEqual(paid);
    shop.clock.advance(1000);
    const { cancel_time } = (await payme.rpc('CancelTransaction', { id: paymeId, reason: 10 })).result;
    const back = { ...paid, cancel_time, state: -2, reason: 10 };
    expect((await payme.rpc('CheckTransaction', { id: paymeId })).result).toEqual(back);
  });

  test('ends one that was not performed within 12 hours of Payme’s own time, and tells of it as ended', async () => {
    const { shop, payme, params } = await open();
    const late = { ...params, time: shop.clock.now() - 12 * hours + 2 };
    const { transaction, create_time } = (await payme.rpc('CreateTransaction', late)).result;
    const begun = { create_time, perform_time: 0, cancel_time: 0, transaction, state: 1, reason: null };
    shop.clock.advance(1);
    expect((await payme.rpc('CheckTransaction', { id: paymeId })).result).toEqual(begun);
    shop.clock.advance(1);
    const over = { ...begun, cancel_time: shop.clock.now(), state: -1, reason: 4 };
    expect((await payme.rpc('CheckTransaction', { id: paymeId })).result).toEqual(over);
    expect(peek(shop, 'SELECT state, reason FROM payme_transaction')).toEqual([{ state: -1, reason: 4 }]);
  });

  test('of one nobody knows is refused', async () => {
    const { payme } = await open();
    expect(code(await payme.rpc('CheckTransaction', { id: other }))).toEqual([200, -31003]);
  });
});

describe('GetStatement', () => {
  test('lists by Payme’s own time, both ends included, the oldest first, the cancelled ones too', async () => {
    const { shop, payme, params, account } = await open();
    const noon = shop.clock.now() - hours;
    for (const [id, time] of [
      [paymeId, noon + 20],
      [other, noon + 10],
      [third, noon + 30],
    ] as const) {
      await payme.rpc('CreateTransaction', { ...params, id, time });
      await payme.rpc('CancelTransaction', { id, reason: 3 });
    }
    const all = (await payme.rpc('GetStatement', { from: noon + 10, to: noon + 30 })).result.transactions;
    expect(all.map(({ time }: { time: number }) => time - noon)).toEqual([10, 20, 30]);
    const inner = (await payme.rpc('GetStatement', { from: noon + 11, to: noon + 29 })).result;
    const now = shop.clock.now();
    expect(inner).toEqual({
      transactions: [
        {
          id: paymeId,
          time: noon + 20,
          amount: due,
          account,
          create_time: now,
          perform_time: 0,
          cancel_time: now,
          transaction: expect.any(String),
          state: -1,
          reason: 3,
        },
      ],
    });
  });

  test('of a time without payments is an empty list', async () => {
    const { payme } = await open();
    expect((await payme.rpc('GetStatement', { from: 0, to: 1 })).result).toEqual({ transactions: [] });
    expect((await payme.rpc('GetStatement', { from: 2, to: 1 })).result).toEqual({ transactions: [] });
  });
});

describe('SetFiscalData', () => {
  const fiscal = (receipt: number) => ({
    receipt_id: receipt,
    status_code: 0,
    message: 'accepted',
    terminal_id: 'EP1',
    fiscal_sign: '800031554082',
    qr_code_url: 'https://ofd.soliq.uz/epi',
    date: '20220706221021',
  });

  test('keeps the receipt of a payment and that of its cancellation apart', async () => {
    const { shop, payme, params } = await open();
    await payme.rpc('CreateTransaction', params);
    for (const [type, receipt] of [
      ['PERFORM', 121],
      ['CANCEL', 122],
    ] as const)
      expect((await payme.rpc('SetFiscalData', { id: paymeId, type, fiscal_data: fiscal(receipt) })).result).toEqual({
        success: true,
      });
    const [row] = peek<{ perform: string; cancel: string }>(
      shop,
      'SELECT fiscal_perform AS perform, fiscal_cancel AS cancel FROM payme_transaction',
    );
    expect([JSON.parse(row!.perform), JSON.parse(row!.cancel)]).toEqual([fiscal(121), fiscal(122)]);
  });

  test('of a payment nobody knows, or without what must stand in it, is refused', async () => {
    const { payme, params } = await open();
    await payme.rpc('CreateTransaction', params);
    expect(code(await payme.rpc('SetFiscalData', { id: other, type: 'PERFORM', fiscal_data: fiscal(1) }))).toEqual([
      200, -32001,
    ]);
    expect(code(await payme.rpc('SetFiscalData', { id: paymeId, type: 'PERFORM', fiscal_data: {} }))).toEqual([
      200, -32602,
    ]);
    expect(code(await payme.rpc('SetFiscalData', { id: paymeId, type: 'OTHER', fiscal_data: fiscal(1) }))).toEqual([
      200, -32602,
    ]);
  });
});
