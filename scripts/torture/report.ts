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

/** `fiscalDocuments` are sales in the box's own book, one a document; `faults` of so many `calls`. */
type OfScenario = {
  runs: number;
  kills: number;
  completedSales: number;
  fiscalDocuments: number;
  calls: number;
  faults: Faults;
  seconds: number;
  losses: number;
};

type Faults = Partial<Record<FaultKind, number>>;

/** What a campaign came to, as `--json` prints it. */
export type Report = {
  seed: number;
  runs: number;
  seconds: number;
  scenarios: Record<string, OfScenario>;
  ways: Partial<Record<PaymeWay, OfWay>>;
  faults: Faults;
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
  /** How many codes were looked for in the bytes of how many files, those of every till that died counted anew. */
  codesSearched: number;
  filesSearched: number;
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
  return {
    seed,
    runs: all.length,
    seconds: Math.round(seconds),
    scenarios: byScenario(all),
    ways: byWay(results),
    faults: faultsOf(results),
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
    codesSearched: sum(results.map((result) => result.codesSearched)),
    filesSearched: sum(results.map((result) => result.filesSearched)),
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
    fiscalDocuments: sum(results.map(({ fiscalDocuments }) => fiscalDocuments)),
    calls: sum(results.map(({ calls }) => calls)),
    faults: faultsOf(results),
    seconds: Math.round(sum(all.map(({ seconds }) => seconds)) * 10) / 10,
    losses: all.flatMap(lossesOf).length,
  };
}

function faultsOf(results: readonly RunResult[]): Faults {
  const faults: Faults = {};
  for (const result of results)
    for (const [kind, times] of Object.entries(result.faults) as [FaultKind, number][])
      faults[kind] = (faults[kind] ?? 0) + times;
  return faults;
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
