import { formatSum } from '../domain/format.ts';
import { releaseWords } from '../domain/release-words.ts';
import { releaseOf } from '../store/releases.ts';
import { findSale } from '../store/sales.ts';
import type { Block, PrintJob } from '../../native/printer/job.ts';
import { shopTime } from './business-date.ts';
import { say } from './context.ts';
import type { Equipment, Till } from './context.ts';
import { printerIs } from './reach.ts';

/** Prints the note of a sale whose goods left early; it is no receipt, so a printer that fails is told and nothing is owed. */
export async function printReleaseNote(till: Till, equipment: Equipment, saleId: string): Promise<void> {
  const job = noteJob(till, equipment, saleId);
  if (!job || !equipment.printer) return;
  const outcome = await equipment.printer.print(job);
  printerIs(till, outcome.ok ? 'ready' : 'trouble');
  if (!outcome.ok) say(till, outcome.code, 'info');
  till.changed();
}

function noteJob(till: Till, { settings: { shop } }: Equipment, saleId: string): PrintJob | undefined {
  const release = releaseOf(till.db, saleId);
  const sale = findSale(till.db, saleId);
  if (!release || !sale) return undefined;
  const words = releaseWords[shop.receiptLanguage];
  const blocks: Block[] = [
    { kind: 'text', text: shop.name, align: 'center', bold: true },
    { kind: 'text', text: words.title, align: 'center', bold: true, size: 'large' },
    { kind: 'text', text: words.notReceipt, align: 'center' },
    { kind: 'rule' },
    { kind: 'pair', left: words.sale, right: String(sale.number) },
    { kind: 'pair', left: words.amount, right: formatSum(release.amount, ' '), bold: true },
    { kind: 'pair', left: words.phone, right: release.phone },
    { kind: 'text', text: shopTime(release.at, shop.timezone) },
    { kind: 'rule' },
    { kind: 'text', text: words.explains },
    { kind: 'feed', lines: 1 },
  ];
  return { blocks, cut: true };
}
