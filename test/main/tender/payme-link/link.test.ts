import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import { paymeLink } from '../../../../main/tender/payme-link/link.ts';
import type { PaymeLink } from '../../../../main/tender/payme-link/link.ts';
import { readLink } from '../../../../main/training/payme/link-blob.ts';

const link: PaymeLink = {
  checkoutUrl: 'https://checkout.paycom.uz',
  merchantId: '587f72c72cac0d162c722ae2',
  accountField: 'order_id',
  accountValue: '197',
  amount: tiyin(500),
  language: 'uz',
};

const misread = (field: string) => ({ ok: false, code: 'link-misread', field });

function blobOf(changes: Partial<PaymeLink> = {}): string {
  const made = paymeLink({ ...link, ...changes });
  if (!made.ok) throw new Error(made.field);
  return made.url.slice('https://checkout.paycom.uz/'.length);
}

const read = (blob: string) => Buffer.from(blob, 'base64').toString('utf8');

describe('a Payme link', () => {
  test("is the example of Payme's page, byte for byte", () => {
    expect(paymeLink({ ...link, language: undefined })).toEqual({
      ok: true,
      url: 'https://checkout.paycom.uz/bT01ODdmNzJjNzJjYWMwZDE2MmM3MjJhZTI7YWMub3JkZXJfaWQ9MTk3O2E9NTAw',
    });
  });

  test('says which language the page speaks', () => {
    expect(read(blobOf())).toBe('m=587f72c72cac0d162c722ae2;ac.order_id=197;a=500;l=uz');
  });

  test('says where to go afterwards only when there is such a place', () => {
    const returnUrl = 'https://shop.uz/paid?sale=:transaction';
    expect(read(blobOf({ returnUrl }))).toBe(`${read(blobOf())};c=${returnUrl}`);
  });

  test('does not mind a slash at the end of the address', () => {
    expect(paymeLink({ ...link, checkoutUrl: 'https://test.paycom.uz/' })).toMatchObject({
      url: `https://test.paycom.uz/${blobOf()}`,
    });
  });

  test.each([1, 100, 9900, 10_000, 1_234_567_890])('writes %i tiyin as they are', (amount) => {
    expect(read(blobOf({ amount: tiyin(amount) }))).toContain(`;a=${amount};`);
  });

  test.each<[Partial<PaymeLink>, string]>([
    [{ accountValue: '197;a=1' }, 'ac.order_id'],
    [{ accountValue: '19 7' }, 'ac.order_id'],
    [{ accountValue: '19%3B7' }, 'ac.order_id'],
    [{ accountValue: 'чек' }, 'ac.order_id'],
    [{ accountValue: '' }, 'ac.order_id'],
    [{ accountField: 'order=id' }, 'ac'],
    [{ merchantId: 'm;m' }, 'm'],
    [{ amount: tiyin(0) }, 'a'],
    [{ returnUrl: 'https://shop.uz/;a=1' }, 'c'],
    [{ returnUrl: 'https://shop.uz/to lov' }, 'c'],
    [{ returnUrl: 'shop.uz' }, 'c'],
    [{ returnUrl: 'javascript:alert(1)' }, 'c'],
  ])('is not made of %j, which would be read otherwise', (change, field) => {
    expect(paymeLink({ ...link, ...change })).toEqual(misread(field));
  });

  test('is refused, or read back as it was meant', () => {
    const value = fc.oneof(fc.string({ maxLength: 12 }), fc.stringMatching(/^[A-Za-z0-9_;=-]{1,12}$/));
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 10_000_000_000 }), (accountValue, amount) => {
        const made = paymeLink({ ...link, accountValue, amount: tiyin(amount) });
        const said = made.ok ? readLink(made.url.slice('https://checkout.paycom.uz/'.length)) : made;
        const meant = { amount, account: { order_id: accountValue }, language: 'uz' };
        expect(said).toMatchObject(made.ok ? meant : misread('ac.order_id'));
      }),
    );
  });
});
