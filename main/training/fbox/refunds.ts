import type { Accumulator, Box } from './box.ts';
import { refusals, type FboxError } from './envelope.ts';
import type { Receipt } from './ledger.ts';
import { readReceiptUrl } from './receipt-url.ts';
import type { ReceiptRequest } from './requests.ts';

/** The sale whose URL is `url`, by number, terminal and time; the fiscal sign is a question of its own. */
export function findOriginal(box: Box, url: string): Receipt | undefined {
  const named = readReceiptUrl(url);
  if (named?.terminalId !== box.who.terminalId) return undefined;
  const signedSales = box.ledger.receipts.filter((one) => one.operation === 'sale' && one.url !== null);
  return signedSales.find((one) => String(one.seq) === named.seq && one.dateTime === named.dateTime);
}

/** A refund names its original by all four values and never exceeds what the module took (FBOX: Errors). */
export function refundRefusal(box: Box, order: ReceiptRequest): FboxError | undefined {
  if (!order.qr_code) return refusals.refundInfoMissing;
  const original = findOriginal(box, order.qr_code);
  if (!original) return refusals.refundInfoWrong;
  if (original.url !== order.qr_code) return refusals.refundSignInvalid;
  return accumulatorRefusal(box, order);
}

/** Refunds are counted per kind of money: cash cannot be given back out of card sales (FBOX: Errors, 36913 to 36915). */
function accumulatorRefusal(box: Box, order: ReceiptRequest): FboxError | undefined {
  const { cash, card, vat } = box.module.accumulators;
  const lacks = (accumulator: Accumulator, amount: number) => accumulator.sale - accumulator.refund < amount;
  if (lacks(cash, order.received_cash)) return refusals.notEnoughCash;
  if (lacks(card, order.received_card)) return refusals.notEnoughCard;
  const refundedVat = order.products.reduce((sum, one) => sum + one.vat, 0);
  return lacks(vat, refundedVat) ? refusals.notEnoughVat : undefined;
}
