import type { RunDone } from './campaign.ts';
import type { Finding, FindingKind } from './judge/findings.ts';
import type { Verdict } from './judge/index.ts';
import type { FaultKind } from './line/faults.ts';
import { paymeWays } from './provision.ts';
import type { PaymeWay } from './provision.ts';
import type { Cut, RunResult } from './scene.ts';

export type Loss = { seed: number; scenario: string; what: string; replay: string };

/** One way of taking Payme Go: its runs, what its payments came to, and which of them only a person can settle. */
type OfWay = {
  runs: number;
  attempts: Verdict['attempts'];
  charges: number;
  returns: number;
  leftToPerson: number;
};

/** Of one kind of call: at how many places a connection can be reset, and at how many different ones it was. */
type OfCall = { places: number; resetAt: number };

type OfScenario = { runs: number; kills: number; completedSales: number; seconds: number; losses: number };

/** What a campaign came to, as `--json` prints it. */
export type Report = {
  seed: number;
  runs: number;
  seconds: number;
  scenarios: Record<string, OfScenario>;
  ways: Partial<Record<PaymeWay, OfWay>>;
  faults: Partial<Record<FaultKind, number>>;
  kills: { write: number; call: number; program: number };
  /** At how many different places the till was killed, and how often at each. */
  places: Record<string, number>;
  resets: Record<string, OfCall>;
  lostSales: number;
  doubleCharges: number;
  fiscalDocuments: number;
  completedSales: number;
  journalsValid: number;
  codesOnDisk: number;
  /** Charges of all runs that were given back, and what stays open because nobody but a person can know. */
  charges: number;
  returns: number;
  leftToPerson: number;
  /** The longest of everything that was measured, by name. */
  measured: Record<string, number>;
  /** Runs that came to no end of their own; each is a loss too. */
  brokeOff: number;
  /** Everything found wrong, by kind. */
  findings: Partial<Record<FindingKind, number>>;
  losses: Loss[];
};

/** Which findings are lost sales or lost money, and which are money taken twice. */
const lost: readonly FindingKind[] = ['lost-sale', 'lost-money'];
const doubled: readonly FindingKind[] = ['double-charge', 'sent-twice', 'returned-twice'];

/** Adds all runs up. */
export function addUp(all: readonly RunDone[], seed: number, seconds: number): Report {
  const results = all.flatMap((done) => (done.ok ? [done.result] : []));
  const findings = results.flatMap((result) => result.findings);
  const places = countBy(results.flatMap(({ kills }) => kills.places));
  const faults: Report['faults'] = {};
  for (const result of results)
    for (const [kind, times] of Object.entries(result.faults) as [FaultKind, number][])
      faults[kind] = (faults[kind] ?? 0) + times;
  return {
    seed,
    runs: all.length,
    seconds: Math.round(seconds),
    scenarios: byScenario(all),
    ways: byWay(results),
    faults,
    kills: {
      write: sum(results.map(({ kills }) => kills.write)),
      call: sum(results.map(({ kills }) => kills.call)),
      program: sum(results.map(({ kills }) => kills.program)),
    },
    places,
    resets: byCall(results),
    lostSales: count(findings, lost),
    doubleCharges: count(findings, doubled),
    fiscalDocuments: sum(results.map((result) => result.fiscalDocuments)),
    completedSales: sum(results.map((result) => result.completedSales)),
    journalsValid: results.filter(({ journalValid }) => journalValid).length,
    codesOnDisk: sum(results.map((result) => result.codesOnDisk)),
    charges: sum(results.map(({ charges }) => charges)),
    returns: sum(results.map(({ returns }) => returns)),
    leftToPerson: sum(results.map(({ leftToPerson }) => leftToPerson)),
    measured: longestOf(results),
    brokeOff: all.length - results.length,
    findings: countBy(findings.map(({ kind }) => kind)),
    losses: all.flatMap(lossesOf),
  };
}

/** What one run lost, each with the command that makes the run again. */
export function lossesOf(done: RunDone): Loss[] {
  const { seed, scenario } = done.job;
  const way = done.way === undefined ? '' : ` --way=${done.way}`;
  const damage = done.sabotage === null ? '' : ` --sabotage=${done.sabotage}`;
  const replay = `npm run torture -- --seed=${seed} --runs=1 --only=${scenario.name}${way}${damage}`;
  const whats = done.ok
    ? done.result.findings.map(({ kind, what }) => `${kind}: ${what}`)
    : [`broke off: ${done.fault}`];
  return whats.map((what) => ({ seed, scenario: scenario.name, what, replay }));
}

/** The report as a table for people. */
export function table(report: Report): string {
  const head = ['', 'runs', 'kills', 'sales', 'losses', 'seconds a run'];
  const rows = Object.entries(report.scenarios).map(([name, { runs, kills, completedSales, losses, seconds }]) => [
    name,
    ...[runs, kills, completedSales, losses].map(String),
    (seconds / runs).toFixed(1),
  ]);
  const faults = Object.entries(report.faults).map(([kind, times]) => `${kind} ${times}`);
  const { kills, places } = report;
  return [
    ...aligned([head, ...rows]),
    '',
    `faults: ${faults.join(', ')}`,
    ...Object.entries(report.ways).map(([way, { runs, attempts, charges, returns, leftToPerson }]) => {
      const states = Object.entries(attempts).map(([state, times]) => `${state} ${times}`);
      return `${way}: ${runs} runs, payments ${states.join(', ')}; charged ${charges}, given back ${returns}, left to a person ${leftToPerson}`;
    }),
    ...Object.entries(report.resets).map(([call, of]) => `${call}: reset at ${of.resetAt} of ${of.places} places`),
    ...Object.entries(report.measured).map(([name, value]) => `${name}: ${value}`),
    `kills: ${kills.write} at writes, ${kills.call} at calls, ${kills.program} of the whole program, at ${Object.keys(places).length} places`,
    `sales completed ${report.completedSales}, fiscal documents ${report.fiscalDocuments}, journals valid ${report.journalsValid} of ${report.runs}`,
    `lost sales ${report.lostSales}, double charges ${report.doubleCharges}, codes found on disk ${report.codesOnDisk}`,
    `${report.runs} runs in ${report.seconds} s, first seed ${report.seed}, ${report.losses.length} losses, ${report.brokeOff} broke off`,
    ...report.losses.flatMap(({ scenario, seed, what, replay }) => [
      `LOSS in ${scenario}, seed ${seed}: ${what}`,
      `  ${replay}`,
    ]),
  ].join('\n');
}

function byWay(results: readonly RunResult[]): Report['ways'] {
  const used = paymeWays.filter((way) => results.some((result) => result.way === way));
  return Object.fromEntries(used.map((way) => [way, ofWay(results.filter((result) => result.way === way))]));
}

function ofWay(results: readonly RunResult[]): OfWay {
  return {
    runs: results.length,
    attempts: countBy(
      results.flatMap(({ attempts }) => Object.entries(attempts).flatMap(([state, n]) => Array<string>(n).fill(state))),
    ),
    charges: sum(results.map(({ charges }) => charges)),
    returns: sum(results.map(({ returns }) => returns)),
    leftToPerson: sum(results.map(({ leftToPerson }) => leftToPerson)),
  };
}

function byCall(results: readonly RunResult[]): Report['resets'] {
  const cuts = results.flatMap((result) => result.cuts);
  const calls = [...new Set(cuts.map(({ call }) => call))];
  return Object.fromEntries(calls.map((call) => [call, ofCall(cuts.filter((cut) => cut.call === call))]));
}

function ofCall(cuts: readonly Cut[]): OfCall {
  return { places: Math.max(...cuts.map(({ places }) => places)), resetAt: new Set(cuts.map(({ at }) => at)).size };
}

function longestOf(results: readonly RunResult[]): Record<string, number> {
  const longest: Record<string, number> = {};
  for (const [name, value] of results.flatMap(({ measured }) => Object.entries(measured)))
    longest[name] = Math.max(longest[name] ?? 0, value);
  return longest;
}

function byScenario(all: readonly RunDone[]): Report['scenarios'] {
  const names = [...new Set(all.map(({ job }) => job.scenario.name))];
  return Object.fromEntries(
    names.map((name) => [name, ofScenario(all.filter(({ job }) => job.scenario.name === name))]),
  );
}

function ofScenario(all: readonly RunDone[]): OfScenario {
  const results = all.flatMap((done) => (done.ok ? [done.result] : []));
  return {
    runs: all.length,
    kills: sum(results.map(({ kills }) => kills.write + kills.call + kills.program)),
    completedSales: sum(results.map(({ completedSales }) => completedSales)),
    seconds: Math.round(sum(all.map(({ seconds }) => seconds)) * 10) / 10,
    losses: all.flatMap(lossesOf).length,
  };
}

function count(findings: readonly Finding[], kinds: readonly FindingKind[]): number {
  return findings.filter(({ kind }) => kinds.includes(kind)).length;
}

function countBy(names: readonly string[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const name of names.toSorted()) counted[name] = (counted[name] ?? 0) + 1;
  return counted;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(width(at)) : cell.padStart(width(at))))
      .join('  ')
      .trimEnd(),
  );
}
