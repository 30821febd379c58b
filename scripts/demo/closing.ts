import { join } from 'node:path';
import { journalLines, verifyJournal } from '../../main/report/journal.ts';
import { openForReading } from '../../main/store/database.ts';
import type { Stage } from './stage.ts';

/** The drawer is counted, the shift closed here and in the fiscal box, and the journal read beside the running till. */
export async function closing(stage: Stage): Promise<void> {
  await stage.page.keyboard.press('F10');
  await stage.id('x-report').waitFor();
  await stage.picture('x-report');
  const expected = await expectedCash(stage);
  await stage.id('counted').fill(String(expected / 100));
  await stage.id('close-shift').click();
  await stage.id('z-report').waitFor();
  const { closedShift } = await stage.until(
    'the fiscal shift is closed',
    (view) => view.closedShift?.fiscal.state === 'closed',
  );
  await stage.page.locator('[data-testid="z-report"][data-fiscal="closed"]').waitFor();
  await stage.picture('z-report');
  await stage.keep('z-report.json', `${JSON.stringify(closedShift, null, 2)}\n`);
  if (closedShift?.difference !== 0 || closedShift.sales !== 5) throw new Error('the Z report does not add up');
  await keepJournal(stage);
}

async function expectedCash(stage: Stage): Promise<number> {
  const result = await stage.page.evaluate(() => Reflect.get(globalThis, 'kassa').call('xReport', undefined));
  return result.value.expectedCash;
}

async function keepJournal(stage: Stage): Promise<void> {
  const db = openForReading(join(stage.dataDir, 'training', 'kassa.db'));
  try {
    const lines = [...journalLines(db)];
    await stage.keep('journal.jsonl', `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    const proof = verifyJournal(db);
    if (!proof.ok) throw new Error(`the journal is not whole: ${proof.fault}`);
    const paid = lines.filter(({ type, state }) => type === 'attempt' && state === 'paid').length;
    const registered = lines.filter(({ type, state }) => type === 'fiscal' && state === 'registered').length;
    if (paid !== 4 || registered !== 5)
      throw new Error(`expected 4 charges and 5 fiscal receipts, found ${paid} and ${registered}`);
  } finally {
    db.close();
  }
}
