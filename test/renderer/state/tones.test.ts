import { expect, it } from 'vitest';
import { tones } from '../../../renderer/state/tones.ts';

it('gives every sound a rhythm of its own', () => {
  const rhythms = Object.values(tones).map((sound) => sound.map(({ at, ms }) => `${at}+${ms}`).join(' '));
  expect(new Set(rhythms).size).toBe(rhythms.length);
});
