import { formatForeign, formatSum } from '../../domain/format.ts';
import { checkoutWords } from '../../domain/checkout-words.ts';
import { isCheckout } from '../../domain/tender.ts';
import { findAttempt } from '../../store/attempts.ts';
import { findSale } from '../../store/sales.ts';
import type { Block, PrintJob } from '../../../native/printer/job.ts';
import type { Result } from '../../../preload/api.ts';
import { shopTime } from '../business-date.ts';
import { inBackground, ok, refuse, say } from '../context.ts';
import type { Counter, Equipment, Till } from '../context.ts';
import { chargedOf, checkoutOf } from '../providers.ts';
import { printerIs } from '../reach.ts';
import { onTheWall } from '../wall.ts';
import { standing } from './standing.ts';

/**
 * Prints the QR that stands, for a customer who cannot scan a screen. It is no receipt: a printer that fails is told, nothing
 * is owed.
 */
export function printCheckout({ till, equipment }: Counter, arg: { attemptId: string }): Result<null> {
  const job = slip(till, equipment, arg.attemptId);
  if (!job) return refuse(till, 'checkout-not-there');
  if (!equipment.printer) return refuse(till, 'nothing-to-print');
  inBackground(till, 'print-checkout', print(till, equipment, job));
  return ok(null);
}

async function print(till: Till, { printer }: Equipment, job: PrintJob): Promise<void> {
  const outcome = await printer?.print(job);
  if (!outcome) return;
  printerIs(till, outcome.ok ? 'ready' : 'trouble');
  if (!outcome.ok) say(till, outcome.code, 'info');
  till.changed();
}

function slip(till: Till, equipment: Equipment, attemptId: string): PrintJob | undefined {
  const attempt = findAttempt(till.db, attemptId);
  const stands = attempt && standing(till, attempt);
  if (!attempt || !stands?.qr || !isCheckout(attempt.kind)) return undefined;
  const { shop } = equipment.settings;
  const words = checkoutWords[shop.receiptLanguage];
  const { currency, amount } = chargedOf(attempt);
  const own = currency === attempt.currency;
  const dies = onTheWall(till, stands.expiresAt);
  const blocks: Block[] = [
    { kind: 'text', text: shop.name, align: 'center', bold: true },
    { kind: 'text', text: words.title, align: 'center', bold: true },
    { kind: 'text', text: words.notReceipt, align: 'center' },
    { kind: 'rule' },
    { kind: 'pair', left: words.sale, right: String(findSale(till.db, attempt.saleId)?.number ?? '') },
    {
      kind: 'pair',
      left: words.amount,
      right: own ? formatSum(attempt.amount, ' ') : formatForeign(amount, currency, ' '),
      bold: true,
    },
    { kind: 'qr', data: stands.qr },
    { kind: 'text', text: words.scan[attempt.kind], align: 'center' },
    { kind: 'text', text: `${words.until} ${shopTime(dies ?? till.world.now(), shop.timezone)}`, align: 'center' },
    ...(checkoutOf(equipment, attempt.kind)?.poweredByPayme
      ? [{ kind: 'text', text: 'Powered by Payme', align: 'center' } satisfies Block]
      : []),
    { kind: 'feed', lines: 1 },
  ];
  return { blocks, cut: true };
}
