import { expect, it } from 'vitest';
import { announceViews } from '../../../main/till/announce-views.ts';
import type { When } from '../../../main/till/announce-views.ts';
import { handClock } from './clock.ts';

/** A window beside a till whose screen is a number; what was shown carries the time (ms) from the start. */
function counter() {
  const clock = handClock(0);
  const shown: [at: number, screen: number][] = [];
  let screen = 0;
  const views = announceViews<number>((view) => shown.push([clock.steady(), view]), clock);
  const change = (when: When = 'soon'): void => {
    screen += 1;
    views.announce(() => screen, when);
  };
  return { clock, shown, change, stop: views.stop };
}

it('shows a change at once while it is quiet', () => {
  const { clock, shown, change } = counter();
  change();
  clock.advance(50);
  change();
  expect(shown).toEqual([
    [0, 1],
    [50, 2],
  ]);
});

it('shows a flood of changes every 50 ms, and the last of them always', () => {
  const { clock, shown, change } = counter();
  for (let each = 0; each < 12; each += 1) {
    change();
    clock.advance(10);
  }
  clock.advance(1000);
  expect(shown).toEqual([
    [0, 1],
    [50, 5],
    [100, 10],
    [150, 12],
  ]);
});

it('shows what a person has pressed at once, with everything that waited', () => {
  const { clock, shown, change } = counter();
  change();
  clock.advance(10);
  change();
  change('now');
  clock.advance(1000);
  expect(shown).toEqual([
    [0, 1],
    [10, 3],
  ]);
});

it('counts the pause from what a person has pressed', () => {
  const { clock, shown, change } = counter();
  change('now');
  clock.advance(20);
  change();
  clock.advance(30);
  expect(shown).toEqual([
    [0, 1],
    [50, 2],
  ]);
});

it('shows nothing any more once the till has stopped', () => {
  const { clock, shown, change, stop } = counter();
  change();
  change();
  stop();
  change('now');
  clock.advance(1000);
  expect(shown).toEqual([[0, 1]]);
});
