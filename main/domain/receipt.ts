import type { Language } from './language.ts';
import type { Thousandths, Tiyin } from './money.ts';
import { lineTotal, lineVat, saleTotals } from './sale.ts';
import type { Line } from './sale.ts';
import type { Tender, TenderKind } from './tender.ts';
import type { VatPercent } from './tax.ts';

/** The fiscal module's four values and its URL, exactly as returned. */
export type ReceiptFiscal = {
  terminalId: string;
  receiptSeq: string;
  dateTime: string;
  fiscalSign: string;
  url: string;
};

export type ReceiptLine = {
  name: string;
  code: string;
  ikpu: string | null;
  unit: string;
  price: Tiyin;
  quantity: Thousandths;
  discount: Tiyin;
  total: Tiyin;
  vat: Tiyin;
  vatPercent: VatPercent;
};

/** Everything a receipt says, as plain data: kept in SQLite, printed and shown from there. */
export type Receipt = {
  /** A refund's slip has the lines and sums of the sale it gives back, and the fiscal values of its own document. */
  kind: 'sale' | 'refund';
  language: Language;
  training: boolean;
  shop: { name: string; tin: string; address: string; phone: string | null };
  register: string;
  cashier: string;
  saleNumber: number;
  shiftNumber: number;
  at: number;
  timeZone: string;
  lines: ReceiptLine[];
  total: Tiyin;
  discount: Tiyin;
  vat: Tiyin;
  tenders: { kind: TenderKind; amount: Tiyin; given: Tiyin | null; change: Tiyin }[];
  fiscal: ReceiptFiscal | null;
};

export type ReceiptFrame = Omit<Receipt, 'lines' | 'total' | 'discount' | 'vat' | 'tenders'>;

/** Puts a completed sale, or its refund, into the frame of its shop, register and fiscal receipt. */
export function makeReceipt(frame: ReceiptFrame, lines: readonly Line[], tenders: readonly Tender[]): Receipt {
  const { total, discount, vat } = saleTotals(lines);
  return { ...frame, lines: lines.map(receiptLine), total, discount, vat, tenders: tenders.map(receiptTender) };
}

function receiptLine(line: Line): ReceiptLine {
  const { name, code, ikpu, unit, price, quantity, discount, vatPercent } = line;
  return { name, code, ikpu, unit, price, quantity, discount, vatPercent, total: lineTotal(line), vat: lineVat(line) };
}

function receiptTender({ kind, amount, given, change }: Tender): Receipt['tenders'][number] {
  return { kind, amount, given, change };
}
