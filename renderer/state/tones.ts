import type { SoundView } from '../../preload/api.ts';

/** One tone: pitch in Hz, start and length in ms. */
export type Tone = { hz: number; at: number; ms: number };

/**
 * The sounds differ in rhythm, not only in pitch, so that they are told apart in a noisy hall
 * and by people who do not hear pitch well.
 */
export const tones: Record<SoundView['kind'], readonly Tone[]> = {
  accepted: [{ hz: 1760, at: 0, ms: 70 }],
  wallet: [
    { hz: 1175, at: 0, ms: 60 },
    { hz: 1568, at: 90, ms: 110 },
  ],
  refused: [
    { hz: 220, at: 0, ms: 130 },
    { hz: 196, at: 170, ms: 130 },
  ],
  attention: [
    { hz: 660, at: 0, ms: 90 },
    { hz: 880, at: 130, ms: 90 },
    { hz: 1175, at: 260, ms: 120 },
  ],
  paid: [
    { hz: 784, at: 0, ms: 160 },
    { hz: 988, at: 140, ms: 160 },
    { hz: 1319, at: 280, ms: 520 },
  ],
  doubt: [
    { hz: 440, at: 0, ms: 260 },
    { hz: 440, at: 620, ms: 260 },
  ],
  trouble: [{ hz: 147, at: 0, ms: 800 }],
};

/** While money is in doubt its sound comes back this often, until the cashier touches the till. */
export const doubtRepeatMs = 20_000;
