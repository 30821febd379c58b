import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { journalLines, verifyJournal } from '../main/report/journal.ts';
import { openForReading } from '../main/store/database.ts';

/**
 * `npm run journal -- --user-data-dir=DIR [--training] [--verify]`: the electronic journal as JSON lines on stdout.
 * Reads only, so it may run beside the till. Exits 1 without a journal, 2 when the chain is broken.
 */
const { values } = parseArgs({
  options: {
    'user-data-dir': { type: 'string' },
    training: { type: 'boolean', default: false },
    verify: { type: 'boolean', default: false },
  },
});

function journalFile(dataDir: string): string | undefined {
  const folders = values.training ? ['training'] : ['till', 'training'];
  return folders.map((folder) => join(dataDir, folder, 'kassa.db')).find((file) => existsSync(file));
}

/** Nobody should take practice for the shop's books. */
function sayWhenTraining(file: string): void {
  if (basename(dirname(file)) === 'training') console.error('This is the training journal: nothing in it was sold.');
}

function print(file: string): number {
  const db = openForReading(file);
  try {
    if (values.verify) return report(verifyJournal(db));
    for (const line of journalLines(db)) process.stdout.write(`${JSON.stringify(line)}\n`);
    return 0;
  } finally {
    db.close();
  }
}

function report(proof: ReturnType<typeof verifyJournal>): number {
  console.log(JSON.stringify(proof));
  return proof.ok ? 0 : 2;
}

const dataDir = values['user-data-dir'];
const file = dataDir === undefined ? undefined : journalFile(dataDir);
if (file === undefined) {
  console.error(
    dataDir === undefined
      ? 'Say where the till keeps its data: npm run journal -- --user-data-dir=DIR'
      : `There is no journal in ${dataDir}: no till has been set up or trained there.`,
  );
  process.exitCode = 1;
} else {
  sayWhenTraining(file);
  process.exitCode = print(file);
}
