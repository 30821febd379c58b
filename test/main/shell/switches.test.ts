import { describe, expect, test } from 'vitest';
import { readSwitches } from '../../../main/shell/switches.ts';

const defaults = { userDataDir: null, training: false, provisionFile: null, kiosk: true, customerDisplay: 'auto' };

describe('the switches of the app', () => {
  test('without any the register runs in kiosk, not in training, in the usual folder', () => {
    expect(readSwitches(['/opt/kassa'], '/home/shop')).toEqual({ ok: true, switches: defaults });
  });

  test('all of them are understood together', () => {
    const argv = [
      'electron',
      '.',
      '--no-sandbox',
      '--user-data-dir=/till',
      '--training',
      '--provision=/shop.json',
      '--no-kiosk',
      '--customer-display=window',
    ];
    expect(readSwitches(argv, '/')).toEqual({
      ok: true,
      switches: {
        userDataDir: '/till',
        training: true,
        provisionFile: '/shop.json',
        kiosk: false,
        customerDisplay: 'window',
      },
    });
  });

  test('a relative path counts from where the program was started', () => {
    expect(readSwitches(['--provision=../shop.json', '--user-data-dir=data'], '/home/shop')).toEqual({
      ok: true,
      switches: { ...defaults, userDataDir: '/home/shop/data', provisionFile: '/home/shop.json' },
    });
  });

  test('a path may hold spaces and equal signs', () => {
    expect(readSwitches(['--user-data-dir=/my till/a=b'], '/')).toEqual({
      ok: true,
      switches: { ...defaults, userDataDir: '/my till/a=b' },
    });
  });

  test('the last of two folders holds, as Chromium has it', () => {
    expect(readSwitches(['--user-data-dir=/one', '--user-data-dir=/two'], '/')).toEqual({
      ok: true,
      switches: { ...defaults, userDataDir: '/two' },
    });
  });

  test.each(['--user-data-dir', '--user-data-dir='])(
    '%s without a folder is refused instead of using another shop’s',
    (word) => {
      expect(readSwitches([word], '/')).toEqual({
        ok: false,
        fault: '--user-data-dir needs a path: --user-data-dir=PATH',
      });
    },
  );

  test('a provision switch without a file is refused', () => {
    expect(readSwitches(['--provision'], '/')).toEqual({
      ok: false,
      fault: '--provision needs a path: --provision=PATH',
    });
  });

  test('a customer’s screen that cannot be is refused by name', () => {
    expect(readSwitches(['--customer-display=left'], '/')).toEqual({
      ok: false,
      fault: '--customer-display is one of auto, window, off, not left',
    });
  });

  test('the customer’s screen can be switched off', () => {
    expect(readSwitches(['--customer-display=off'], '/')).toEqual({
      ok: true,
      switches: { ...defaults, customerDisplay: 'off' },
    });
  });
});
