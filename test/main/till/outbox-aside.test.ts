import { describe, expect, test } from 'vitest';
import type { Worked } from '../../../main/till/outbox.ts';
import { bench, settle } from './outbox-bench.ts';

describe('an obligation whose call waits at the other side', () => {
  const never = (): Promise<Worked> => new Promise(() => {});
  const many = Array.from({ length: 200 }, (_, n) => `aside-${n}`);

  test('leaves its place: two hundred of them hold up no other', async () => {
    const { put, worked } = await bench(Object.fromEntries(many.map((subject) => [subject, [never()]])));
    for (const subject of many) put('ask', subject);
    put('ask', 'a1');
    await settle();
    expect([worked.length, worked.at(-1)]).toEqual([201, 'a1']);
  });

  test('leaves it once: as many others as ever are at work beside it', async () => {
    const others = Array.from({ length: 9 }, (_, n) => `a${n}`);
    let free: (worked: Worked) => void = () => {};
    const held = new Promise<Worked>((resolve) => (free = resolve));
    const answers = Object.fromEntries(others.map((subject) => [subject, [never()]]));
    const { put, worked, clock } = await bench({ ...answers, aside: [held] });
    for (const subject of ['aside', ...others]) put('ask', subject);
    await settle();
    clock.advance(1000);
    await settle();
    free({ kind: 'done' });
    await settle();
    clock.advance(1000);
    await settle();
    expect(worked.toSorted()).toEqual([...others.slice(0, 8), 'aside']);
  });

  test('is noted when its answer comes, and tried again in its time', async () => {
    let free: (worked: Worked) => void = () => {};
    const held = new Promise<Worked>((resolve) => (free = resolve));
    const { put, worked, stateOf, clock } = await bench({ aside: [held] });
    put('ask', 'aside');
    await settle();
    free({ kind: 'later', reason: 'unpaid', wait: 3000 });
    await settle();
    expect(stateOf('aside')).toEqual({ state: 'waiting', tries: 1, lastError: 'unpaid' });
    clock.advance(2999);
    await settle();
    expect(worked).toEqual(['aside']);
    clock.advance(1);
    await settle();
    expect([worked, stateOf('aside').state]).toEqual([['aside', 'aside'], 'done']);
  });

  test('is left to the next start when the till stops', async () => {
    let free: (worked: Worked) => void = () => {};
    const { put, outbox, stateOf } = await bench({ aside: [new Promise<Worked>((resolve) => (free = resolve))] });
    put('ask', 'aside');
    await settle();
    outbox.stop();
    free({ kind: 'done' });
    await settle();
    expect(stateOf('aside').state).toBe('waiting');
  });
});
