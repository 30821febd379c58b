import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../scripts/electron/build.ts';
import type { Report } from '../../scripts/torture/report.ts';

type Ended = { code: number; report: Report };

/** Runs `npm run torture` as a person would, with the same seeds every time, so that only the sabotage differs. */
async function torture(...args: string[]): Promise<Ended> {
  const script = join(projectFolder, 'scripts/torture.ts');
  const own = ['--only=kill-anywhere', '--runs=4', '--seed=23', '--json', `--program=${projectFolder}`];
  const child = spawn(process.execPath, [script, ...own, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.on('data', (piece) => (text += String(piece)));
  const [code] = await once(child, 'close');
  return { code: Number(code), report: JSON.parse(text) as Report };
}

test('the till as it is passes', async () => {
  const { code, report } = await torture();
  expect(report.losses).toEqual([]);
  expect(code).toBe(0);
});

/** Both providers that take money for a code, and the call that takes it. */
const providers = [
  { way: 'fbox', charge: 'POST /payment/payme' },
  { way: 'subscribe', charge: 'receipts.pay' },
] as const;

test.each(providers)(
  'a till that sends $charge twice fails, and the report says how to see it again',
  async ({ way }) => {
    const { code, report } = await torture(`--way=${way}`, '--sabotage=send-twice');
    expect(code).toBe(1);
    expect(report.doubleCharges).toBeGreaterThan(0);
    const loss = report.losses.find(({ what }) => what.startsWith('sent-twice'));
    expect(loss?.what).toBe('sent-twice: the provider was asked 2 times to charge one code');
    expect(loss?.replay).toBe(
      `npm run torture -- --seed=${loss?.seed} --runs=1 --only=kill-anywhere --way=${way} --sabotage=send-twice`,
    );
  },
);

test.each(providers)(
  'a till that forgets to write down that $charge is about to leave loses money, and fails',
  async ({ way, charge }) => {
    const { code, report } = await torture(`--way=${way}`, '--sabotage=forget-write-ahead');
    expect(code).toBe(1);
    expect(report.lostSales).toBeGreaterThan(0);
    expect(report.losses.map(({ what }) => what.split(':')[0])).toContain('lost-money');
    expect(Object.keys(report.places).some((place) => place.endsWith(charge))).toBe(true);
  },
);
