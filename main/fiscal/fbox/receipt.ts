import { z } from 'zod';
import { receiptValues } from '../receipt-url.ts';
import type { FiscalReceipt } from '../service.ts';

/** A receipt as FBOX wrote it, or why it cannot be taken: the caller then asks for the last receipt. */
export type ReadReceipt = { ok: true; receipt: FiscalReceipt } | { ok: false; reason: ReceiptFault };

export type ReceiptFault = 'wrong-shape' | 'url-broken' | 'values-mismatch';

/** Tables of FBOX call the date a text in one place and a number in another; the sign is text, for its leading zeros. */
const dateTime = z.union([z.string(), z.int().transform(String)]);

const created = z
  .object({ terminal_id: z.string(), date_time: dateTime, fiscal_sign: z.string(), qr_url: z.string() })
  .transform((data) => ({
    terminalId: data.terminal_id,
    dateTime: data.date_time,
    fiscalSign: data.fiscal_sign,
    url: data.qr_url,
  }));

const last = z
  .object({ TerminalID: z.string(), DateTime: dateTime, FiscalSign: z.string(), QRCodeURL: z.string() })
  .transform((data) => ({
    terminalId: data.TerminalID,
    dateTime: data.DateTime,
    fiscalSign: data.FiscalSign,
    url: data.QRCodeURL,
  }));

type Told = z.infer<typeof created>;

/** The answer of `/order/create/` or `/order/refuse/` (`data`) as a receipt. */
export function readCreated(data: unknown): ReadReceipt {
  const parsed = created.safeParse(data);
  return parsed.success ? checked(parsed.data) : { ok: false, reason: 'wrong-shape' };
}

/** `result` inside the answer of `/order/last/` as a receipt. */
export function readLast(data: unknown): ReadReceipt {
  const parsed = last.safeParse(data);
  return parsed.success ? checked(parsed.data) : { ok: false, reason: 'wrong-shape' };
}

/**
 * The URL is kept exactly as it came, and never mended: the wallet, the customer and a later refund rely on it. One
 * that does not parse, or says other values than stand beside it, is not taken, although the module has signed.
 * The number comes from the URL, since FBOX calls `receipt_count` the receipt's number in one line and a count in
 * another.
 */
function checked(told: Told): ReadReceipt {
  const values = receiptValues(told.url);
  if (!values) return { ok: false, reason: 'url-broken' };
  const same =
    values.terminalId === told.terminalId && values.dateTime === told.dateTime && values.fiscalSign === told.fiscalSign;
  return same ? { ok: true, receipt: { ...values, url: told.url } } : { ok: false, reason: 'values-mismatch' };
}
