import { formatQuantity, formatSum } from '../domain/format.ts';
import type { Receipt, ReceiptLine } from '../domain/receipt.ts';
import { receiptWords } from '../domain/receipt-words.ts';
import type { ReceiptWords } from '../domain/receipt-words.ts';
import type { Block, PrintJob } from '../../native/printer/job.ts';
import { shopTime } from './business-date.ts';

/** A plain space: printers have no narrow one, and the layout keeps a sum together by itself. */
const sum = (amount: number): string => formatSum(amount, ' ');

/**
 * A receipt as a print job: who sold, what, for how much, VAT, how it was paid, the fiscal values and their QR.
 * Content follows the practice of fiscal receipts in Uzbekistan (shop, TIN, address, cashier, time, IKPU, VAT,
 * module number, receipt number, fiscal sign, QR). A reprint says "copy", a refund "return", training says so at both ends.
 */
export function receiptJob(receipt: Receipt, options: { columns: number; copy: boolean }): PrintJob {
  const words = receiptWords[receipt.language];
  const blocks: Block[] = [
    ...banner(receipt, words, options.copy),
    ...head(receipt, words),
    { kind: 'rule' },
    ...receipt.lines.flatMap((line) => lineBlocks(line, words)),
    { kind: 'rule' },
    ...totals(receipt, words),
    { kind: 'rule' },
    ...fiscalBlocks(receipt, words),
    ...(receipt.kind === 'sale' ? [{ kind: 'text', text: words.thanks, align: 'center' } as const] : []),
    ...(receipt.training ? [trainingBlock(words)] : []),
    { kind: 'feed', lines: 1 },
  ];
  return { blocks, cut: true };
}

/** The receipt as plain lines, for a screen reader and for copying. */
export function receiptText(receipt: Receipt): string {
  const blocks = receiptJob(receipt, { columns: 48, copy: false }).blocks;
  return blocks.map(blockText).filter(Boolean).join('\n');
}

function blockText(block: Block): string {
  if (block.kind === 'text') return block.text;
  if (block.kind === 'pair') return `${block.left} ${block.right}`;
  return block.kind === 'qr' ? block.data : '';
}

function banner(receipt: Receipt, words: ReceiptWords, copy: boolean): Block[] {
  return [
    ...(receipt.training ? [trainingBlock(words)] : []),
    ...(copy ? [largeBlock(words.copy)] : []),
    ...(receipt.kind === 'refund' ? [largeBlock(words.refund)] : []),
  ];
}

function largeBlock(text: string): Block {
  return { kind: 'text', text, align: 'center', bold: true, size: 'large' };
}

function trainingBlock(words: ReceiptWords): Block {
  return { kind: 'text', text: `*** ${words.training} ***`, align: 'center', bold: true };
}

function head(receipt: Receipt, words: ReceiptWords): Block[] {
  const { shop } = receipt;
  return [
    { kind: 'text', text: shop.name, align: 'center', bold: true, size: 'large' },
    { kind: 'text', text: shop.address, align: 'center' },
    { kind: 'text', text: `${words.tin} ${shop.tin}`, align: 'center' },
    ...(shop.phone === null ? [] : [{ kind: 'text', text: `${words.phone} ${shop.phone}`, align: 'center' } as const]),
    { kind: 'rule' },
    { kind: 'pair', left: `${words.receipt} № ${receipt.saleNumber}`, right: shopTime(receipt.at, receipt.timeZone) },
    { kind: 'pair', left: `${words.register}: ${receipt.register}`, right: `${words.shift} ${receipt.shiftNumber}` },
    { kind: 'text', text: `${words.cashier}: ${receipt.cashier}` },
  ];
}

function lineBlocks(line: ReceiptLine, words: ReceiptWords): Block[] {
  const vat = line.vatPercent === null ? words.withoutVat : `${words.vat} ${line.vatPercent}%: ${sum(line.vat)}`;
  const price = `${formatQuantity(line.quantity, ' ')} ${line.unit} x ${sum(line.price)}`;
  return [
    { kind: 'text', text: line.name, bold: true },
    { kind: 'pair', left: price, right: sum(line.total + line.discount) },
    ...(line.discount > 0 ? [{ kind: 'pair', left: words.discount, right: `-${sum(line.discount)}` } as const] : []),
    { kind: 'pair', left: line.ikpu === null ? '' : `${words.ikpu} ${line.ikpu}`, right: vat },
  ];
}

function totals(receipt: Receipt, words: ReceiptWords): Block[] {
  return [
    { kind: 'pair', left: words.total, right: sum(receipt.total), bold: true, size: 'large' },
    ...(receipt.discount > 0 ? [{ kind: 'pair', left: words.discount, right: sum(receipt.discount) } as const] : []),
    { kind: 'pair', left: words.vat, right: sum(receipt.vat) },
    ...receipt.tenders.flatMap((tender) => tenderBlocks(tender, words)),
  ];
}

function tenderBlocks(tender: Receipt['tenders'][number], words: ReceiptWords): Block[] {
  return [
    { kind: 'pair', left: words.tenders[tender.kind], right: sum(tender.amount) },
    ...(tender.given !== null && tender.given > tender.amount
      ? [
          { kind: 'pair', left: words.given, right: sum(tender.given) } as const,
          { kind: 'pair', left: words.change, right: sum(tender.change), bold: true } as const,
        ]
      : []),
  ];
}

function fiscalBlocks({ fiscal }: Receipt, words: ReceiptWords): Block[] {
  if (!fiscal) return [{ kind: 'text', text: words.notFiscal, align: 'center', bold: true }];
  return [
    { kind: 'pair', left: words.terminal, right: fiscal.terminalId },
    { kind: 'pair', left: words.receiptSeq, right: fiscal.receiptSeq },
    { kind: 'pair', left: words.fiscalTime, right: fiscalTime(fiscal.dateTime) },
    { kind: 'pair', left: words.fiscalSign, right: fiscal.fiscalSign },
    { kind: 'qr', data: fiscal.url },
  ];
}

/** The module writes YYYYMMDDHHMMSS; anything else is printed as it came. */
function fiscalTime(dateTime: string): string {
  return dateTime.replace(/^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/, '$3.$2.$1 $4:$5:$6');
}
