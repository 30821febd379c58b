import { describe, expect, it } from 'vitest';
import { createOnce } from '../../../renderer/state/once.ts';

describe('double presses', () => {
  it('count once within 300 ms, each key on its own', () => {
    let now = 0;
    const once = createOnce(() => now);
    const at = (ms: number, name: string) => {
      now = ms;
      return once(name);
    };
    expect([at(0, 'pay'), at(150, 'pay'), at(200, 'close'), at(299, 'pay'), at(300, 'pay')]).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });
});
