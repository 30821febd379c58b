import { expect, it } from 'vitest';
import { throttled } from '../../../renderer/state/throttled.ts';

/** A clock and a timer turned by hand, and an answer that comes when it is let. */
function bench() {
  let time = 0;
  let runs = 0;
  let answer = (): void => {};
  let due: { at: number; run: () => void } | null = null;
  const asked = throttled(
    () => {
      runs += 1;
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
    500,
    {
      now: () => time,
      after: (ms, run) => {
        due = { at: time + ms, run };
        return () => {
          due = null;
        };
      },
    },
  );
  const pass = (ms: number): void => {
    time += ms;
    if (!due || due.at > time) return;
    const { run } = due;
    due = null;
    run();
  };
  const answered = async (): Promise<void> => {
    answer();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { ...asked, pass, answered, runs: () => runs };
}

it('asks at once when it is quiet', () => {
  const { ask, pass, runs } = bench();
  ask();
  pass(0);
  expect(runs()).toBe(1);
});

it('asks once for any number of views within half a second', async () => {
  const { ask, pass, answered, runs } = bench();
  ask();
  pass(0);
  await answered();
  for (let view = 0; view < 20; view += 1) ask();
  pass(499);
  expect(runs()).toBe(1);
  pass(1);
  expect(runs()).toBe(2);
});

it('never asks a second time while the first answer is on its way, and asks again when it is there', async () => {
  const { ask, pass, answered, runs } = bench();
  ask();
  pass(0);
  ask();
  pass(5000);
  expect(runs()).toBe(1);
  await answered();
  pass(0);
  expect(runs()).toBe(2);
});

it('asks nothing any more once its screen is closed', () => {
  const { ask, stop, pass, runs } = bench();
  ask();
  stop();
  pass(1000);
  ask();
  pass(1000);
  expect(runs()).toBe(0);
});
