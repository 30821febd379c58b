import { expect, test } from 'vitest';
import { isTrustedSender } from '../../../main/shell/sender.ts';

test('the shell listens to the main frame of our own page and to nobody else', () => {
  const ours = 'app://kassa/index.html';
  expect([
    isTrustedSender({ url: ours, parent: null }),
    isTrustedSender({ url: ours, parent: {} }),
    isTrustedSender({ url: 'https://payme.uz/', parent: null }),
    isTrustedSender(null),
  ]).toEqual([true, false, false, false]);
});
