import type { Report } from './report.ts';

/** The report as a table for people. */
export function table(report: Report): string {
  const head = ['', 'runs', 'kills', 'sales', 'documents', 'calls', 'dropped', 'late', 'losses', 'seconds a run'];
  const rows = Object.entries(report.scenarios).map(([name, of]) => [
    name,
    ...[of.runs, of.kills, of.completedSales, of.fiscalDocuments, of.calls].map(String),
    share(of.faults['answer-dropped'], of.calls),
    share(of.faults['answer-late'], of.calls),
    String(of.losses),
    (of.seconds / of.runs).toFixed(1),
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
    `lost sales ${report.lostSales}, double charges ${report.doubleCharges}, codes found on disk ${report.codesOnDisk} of ${report.codesSearched}, looked for in ${report.filesSearched} files`,
    `${report.runs} runs in ${report.seconds} s, first seed ${report.seed}, ${report.losses.length} losses, ${report.brokeOff} broke off`,
    ...report.losses.flatMap(({ scenario, seed, what, replay }) => [
      `LOSS in ${scenario}, seed ${seed}: ${what}`,
      `  ${replay}`,
    ]),
  ].join('\n');
}

/** So many of all calls, in per cent. */
function share(times = 0, calls: number): string {
  return `${calls === 0 ? 0 : Math.round((times / calls) * 100)} %`;
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
