import { describe, expect, it } from 'vitest';
import { attemptContext, isAsked, mayCancel, mayRelease } from '../../../renderer/state/doubt.ts';
import { attempt } from '../attempt.ts';

const asks = { tries: 2, nextAt: 9_000 };

describe('money in doubt', () => {
  it('is waited for while the till asks, and put aside when nobody can be asked or a manager decides', () => {
    const places = [{ asks }, { asks: null }, { asks, needsManager: true }].map((over) =>
      attemptContext(attempt('in-doubt', over)),
    );
    expect(places).toEqual(['asked', 'doubt', 'doubt']);
  });

  it('offers its keys from the first question on, also before the answer is overdue', () => {
    expect([attemptContext(attempt('sending')), attemptContext(attempt('sending', { asks }))]).toEqual([
      'live',
      'asked',
    ]);
  });

  it('is not asked about any more once only a manager can go on', () => {
    expect([isAsked({ asks, needsManager: false }), isAsked({ asks, needsManager: true })]).toEqual([true, false]);
  });

  it('may be taken back from its time on and not before', () => {
    const cancelFrom = 15_000;
    expect([mayCancel({ cancelFrom }, 14_999), mayCancel({ cancelFrom }, 15_000)]).toEqual([false, true]);
    expect(mayCancel({ cancelFrom: null }, 1e12)).toBe(false);
  });

  it('lets the goods leave only where the owner allows it and no limit stands against it', () => {
    const far = { out: null, oldest: null };
    const releases = [null, { refused: 'release-limit-age', ...far }, { refused: null, ...far }] as const;
    expect(releases.map((release) => mayRelease({ release }))).toEqual([false, false, true]);
  });
});
