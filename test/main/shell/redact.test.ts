import { describe, expect, test } from 'vitest';
import { redact } from '../../../main/shell/redact.ts';

describe('a log line', () => {
  test.each([
    ['a Payme Go code', 'scan 50502044301381396427 taken', 'scan [digits] taken'],
    ['a Click code', 'scan 880101698207133392', 'scan [digits]'],
    ['a code in a request', '{"amount":5000,"qr_code":"50502044301381396427"}', '{"amount":5000,"qr_code":[hidden]}'],
    ['a short code by its name', "qr_code: '123456'", 'qr_code: [hidden]'],
    ['a card number in groups', 'card 8600 1234 5678 9012 given', 'card [digits] given'],
    ['a PIN', '{"staffId":"7","pin":"4821"}', '{"staffId":"7","pin":[hidden]}'],
    ['a PIN in words', 'pin=4821, again', 'pin=[hidden], again'],
    ['a key', 'key: "abc\\def", cashboxId: "5e7"', 'key: [hidden], cashboxId: "5e7"'],
    ['a test key', 'testKey=abc', 'testKey=[hidden]'],
    ['a secret key by name', '"secretKey":"sk_test_aB3"', '"secretKey":[hidden]'],
    ['a secret key by look', 'using sk_live_aB3d now', 'using sk_live_[hidden] now'],
    ['basic authorization', 'authorization: Basic UGF5Y29tOmtleQ==', 'authorization: [hidden]'],
    ['a header as JSON', '{"Authorization":"Basic UGF5Y29tOmtleQ=="}', '{"Authorization":[hidden]}'],
    ['a Payme cash box and key', "'X-Auth': '5e730e8e0b852a417aa49ceb:ZPDODSiTYKuX'", "'X-Auth': [hidden]"],
    ['an FBOX token', 'sent Token 9944b09199c62bcf9418', 'sent Token [hidden]'],
    ['a password in an address', 'GET http://fbox:geheim@10.0.0.5/info/', 'GET http://[hidden]@10.0.0.5/info/'],
    ['a code key', `loaded ${'A'.repeat(42)}E= ok`, 'loaded [hidden] ok'],
    ['a customer’s phone', 'phone +998901234567', 'phone 998*****4567'],
  ])('does not show %s', (_what, line, clean) => {
    expect(redact(line)).toBe(clean);
  });

  test.each([
    'sale 018f3c2e-9b1d-7c44-8d1f-2b6a9c0d1e2f paid 12500000 tiyin',
    'goods code 4780012345678 added at 1763762400000',
    'POST http://127.0.0.1:8090/payment/payme 200 in 41 ms',
    'F5 pressed, keyboard connected, monkey=1',
    '2025-11-21T21:53:10.123+05:00 fiscal sign 025561534771',
  ])('keeps what a shop’s helper needs: %s', (line) => {
    expect(redact(line)).toBe(line);
  });
});
