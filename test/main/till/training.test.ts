import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { openTill } from '../../../main/till/till.ts';
import type { RunningTill } from '../../../main/till/till.ts';
import { handClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { morning } from './rig.ts';

const dir = mkdtempSync(join(tmpdir(), 'kassa-training-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function practise(clock: Clock, bootId: string): Promise<RunningTill> {
  let ids = 0;
  const opened = await openTill(
    {
      type: 'start',
      bootId,
      dataDir: dir,
      training: true,
      provisionFile: null,
      secrets: { codeKey: Buffer.alloc(32, 3).toString('base64') },
      secretsProtected: true,
    },
    { now: clock.now, steady: clock.steady, timers: clock.timers, newId: () => `${bootId}-${++ids}` },
    { shell: () => {}, view: () => {}, log: () => {} },
    Math.random,
  );
  if (!opened.ok) throw new Error(opened.fault);
  return opened.till;
}

async function sellOne(till: RunningTill, clock: Clock): Promise<string | null | undefined> {
  const call = (method: Parameters<RunningTill['handle']>[0]['method'], args?: unknown) =>
    till.handle({ id: 1, method, args });
  const { staff, shift } = till.view();
  await call('signIn', { staffId: staff.find(({ name }) => name === 'Dilnoza')!.id, pin: '1111' });
  if (!shift) await call('openShift', { float: 0 });
  await call('trainingScan', { what: 'goods' });
  await call('startPayment');
  await call('trainingScan', { what: 'wallet' });
  return vi.waitFor(
    () => {
      clock.advance(500);
      expect(till.view().done?.print.state).toBe('printed');
      return till.view().done?.fiscal.url;
    },
    { timeout: 8000, interval: 20 },
  );
}

test('a practice sale is registered and printed on the first day and on every day after it', async () => {
  const clock = handClock(morning);
  const first = await practise(clock, 'monday');
  const urls = [await sellOne(first, clock)];
  await first.stop();
  const second = await practise(clock, 'tuesday');
  urls.push(await sellOne(second, clock));
  await second.stop();
  expect(urls.map((url) => /[?]t=ZZ\d{12}&r=1&/.test(url ?? ''))).toEqual([true, true]);
});
