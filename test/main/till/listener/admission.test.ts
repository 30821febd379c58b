import { expect, test } from 'vitest';
import { isLoopback } from '../../../../main/till/listener/admission.ts';

test.each(['127.0.0.1', '127.0.0.53', '::1', '::ffff:127.0.0.1', 'localhost'])(
  'at %s only this computer calls',
  (host) => {
    expect(isLoopback(host)).toBe(true);
  },
);

test.each(['0.0.0.0', '::', '192.168.1.7', '128.0.0.1', '127.example', 'kassa.local', ''])(
  'at "%s" others may call as well',
  (host) => {
    expect(isLoopback(host)).toBe(false);
  },
);
