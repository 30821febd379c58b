import { expect, test } from 'vitest';
import type { RunDone } from '../../scripts/torture/campaign.ts';
import { addUp, lossesOf } from '../../scripts/torture/report.ts';
import { table } from '../../scripts/torture/report-table.ts';
import type { Cut, RunResult, Scenario } from '../../scripts/torture/scene.ts';

const scenario: Scenario = { name: 'resets', about: '', share: 1, run: () => Promise.reject(new Error()) };
const quiet: RunResult = {
  findings: [],
  completedSales: 3,
  fiscalDocuments: 3,
  journalValid: true,
  codesOnDisk: 0,
  codesSearched: 4,
  filesSearched: 9,
  attempts: { paid: 2 },
  charges: 2,
  returns: 0,
  leftToPerson: 0,
  way: 'subscribe',
  kills: { write: 0, call: 0, program: 0, places: [] },
  faults: { 'answer-cut': 2 },
  calls: 10,
  measured: {},
  cuts: [],
};
const about = { sabotage: null, way: undefined, seconds: 1 } as const;
const ran = (seed: number, result: Partial<RunResult>): RunDone => {
  return { ...about, job: { number: seed, scenario, seed }, ok: true, result: { ...quiet, ...result } };
};
const brokenOff: RunDone = { ...about, job: { number: 9, scenario, seed: 9 }, ok: false, fault: 'no window' };

test('a place where connections were reset twice counts once', () => {
  const cut = (at: number, places: number): Cut => ({ call: 'receipts.pay', places, at });
  const all = [ran(1, { cuts: [cut(0, 99), cut(1, 99)] }), ran(2, { cuts: [cut(1, 100)] })];
  expect(addUp(all, 1, 1).resets).toEqual({ 'receipts.pay': { places: 100, resetAt: 2 } });
});

test('a run that broke off is a loss, and says how to make it again', () => {
  const report = addUp([ran(1, {}), brokenOff], 1, 1);
  expect({ runs: report.runs, brokeOff: report.brokeOff, losses: report.losses }).toEqual({
    runs: 2,
    brokeOff: 1,
    losses: [
      {
        seed: 9,
        scenario: 'resets',
        what: 'broke off: no window',
        replay: 'npm run torture -- --seed=9 --runs=1 --only=resets',
      },
    ],
  });
});

test('what was found wrong is counted by kind', () => {
  const lost = { kind: 'lost-sale', what: 'a' } as const;
  const findings = [lost, lost, { kind: 'fiscal', what: 'b' } as const];
  expect(addUp([ran(1, { findings })], 1, 1).findings).toEqual({ fiscal: 1, 'lost-sale': 2 });
});

test('a run made for one way of taking Payme Go is made again for that way', () => {
  const findings = [{ kind: 'fiscal', what: 'b' } as const];
  const [loss] = lossesOf({ ...ran(4, { findings }), way: 'subscribe' });
  expect(loss?.replay).toBe('npm run torture -- --seed=4 --runs=1 --only=resets --way=subscribe');
});

test('the report says how many codes were looked for in how many files, and what share of all calls was spoilt', () => {
  const report = addUp([ran(1, {}), ran(2, { codesOnDisk: 1, calls: 30, faults: { 'answer-dropped': 12 } })], 1, 1);
  expect(report).toMatchObject({ codesOnDisk: 1, codesSearched: 8, filesSearched: 18 });
  expect(report.scenarios['resets']).toMatchObject({
    completedSales: 6,
    fiscalDocuments: 6,
    calls: 40,
    faults: { 'answer-cut': 2, 'answer-dropped': 12 },
  });
  expect(table(report)).toContain('codes found on disk 1 of 8, looked for in 18 files');
  expect(table(report)).toMatch(/resets +2 +0 +6 +6 +40 +30 % +0 % +0 /);
});
