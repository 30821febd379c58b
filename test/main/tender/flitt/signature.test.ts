import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSignature, signatureOf } from '../../../../main/tender/flitt/signature.ts';
import { inUzbek, vectors } from './vectors.ts';

const sign = (said: object, secret = 'test') => signatureOf(Object.entries(said), secret);

/** The rule of the documents once more, in as few words as possible. */
function plainly(said: Record<string, string>, secret: string): string {
  let text = secret;
  for (const name of Object.keys(said).toSorted()) if (said[name]) text += `|${said[name]}`;
  return createHash('sha1').update(text).digest('hex');
}

describe('the signatures printed in the documents', () => {
  test.each(vectors)('$name is signed as the rule says, which is not what is printed beside it', (vector) => {
    expect([sign(vector.said), sign(vector.said) === vector.printed]).toEqual([vector.ours, false]);
  });

  test.each(vectors.filter(({ printedOf }) => printedOf !== null))(
    '$name comes out as printed for the merchant it was made with',
    ({ said, printed, printedOf }) => {
      expect(sign({ ...said, merchant_id: printedOf })).toBe(printed);
    },
  );

  test.each(vectors.filter(({ printedOf }) => printedOf === null))(
    '$name does not come out as printed for either test merchant',
    ({ said, printed }) => {
      expect([1549901, 1396424].map((merchant_id) => sign({ ...said, merchant_id }) === printed)).toEqual([
        false,
        false,
      ]);
    },
  );

  test('the sample of the introduction comes out in USD, though its page prints GEL', () => {
    const said = {
      order_id: 'test_order1231',
      order_desc: 'Test payment',
      amount: 100,
      server_callback_url: '...',
      merchant_id: 1396424,
    };
    const printed = '487690517384b11725ac02d37f79fe677174291f';
    expect([sign({ ...said, currency: 'USD' }), sign({ ...said, currency: 'GEL' }) === printed]).toEqual([
      printed,
      false,
    ]);
  });

  test('a question about an order is signed over merchant, order and version', () => {
    const said = { version: '1.0.1', order_id: 'POS-1-000123', merchant_id: 1549901 };
    expect(sign(said)).toBe('653c50e888d9668bca1186d24a8b62a7bc3dc0cd');
  });

  test('words in Uzbek are signed as UTF-8', () => {
    expect(sign(inUzbek)).toBe('22f3941e1c219c1fd211e74e1292d4f4cf76ff74');
  });
});

describe('the rule', () => {
  const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,12}$/);
  const texts = fc.dictionary(name, fc.oneof(fc.string(), fc.constantFrom('', '0', '|', 'Чек №5')), {
    noNullPrototype: true,
  });

  test('says of any parameters what a second reading of it says', () => {
    fc.assert(
      fc.property(texts, fc.string({ minLength: 1 }), (said, secret) => {
        const { signature: _a, response_signature_string: _b, ...signed } = said;
        expect(sign(said, secret)).toBe(plainly(signed, secret));
      }),
    );
  });

  test('takes its own signature back whatever order the parameters come in', () => {
    fc.assert(
      fc.property(texts, fc.string({ minLength: 1 }), (said, secret) => {
        const turned = Object.entries(said).toReversed();
        expect(isSignature(sign(said, secret), turned, secret)).toBe(true);
      }),
    );
  });

  test('drops what is empty or absent, and keeps "0"', () => {
    const kept = sign({ amount: 1, fee: '0' });
    expect([sign({ amount: 1, fee: '' }), sign({ amount: 1, fee: undefined })]).toEqual([
      sign({ amount: 1 }),
      sign({ amount: 1 }),
    ]);
    expect(kept === sign({ amount: 1 })).toBe(false);
  });

  test('orders names by their code units, capital letters and the underscore before small ones', () => {
    expect(sign({ a: 3, _: 2, A: 1 })).toBe(createHash('sha1').update('test|1|2|3').digest('hex'));
  });

  test('leaves the signature itself and its text of test mode out', () => {
    expect(sign({ amount: 1, signature: 'x', response_signature_string: 'y' })).toBe(sign({ amount: 1 }));
  });

  test.each(['', 'f', 'f'.repeat(40), 'F'.repeat(40), 'ж'.repeat(40)])(
    'does not take %j for a signature',
    (signature) => {
      expect(isSignature(signature, [['amount', 1]], 'test')).toBe(false);
    },
  );

  test('is written in small letters, and not taken in capital ones', () => {
    const signature = sign({ amount: 1 });
    const said: [string, number][] = [['amount', 1]];
    expect([isSignature(signature, said, 'test'), isSignature(signature.toUpperCase(), said, 'test')]).toEqual([
      true,
      false,
    ]);
  });
});
