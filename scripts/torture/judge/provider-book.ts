import { z } from 'zod';
import type { Fbox } from '../../../main/training/fbox/server.ts';
import type { Payme } from '../../../main/training/payme/server.ts';

/** Money taken from a customer, by Payme's own book; amounts in tiyin, `at` in ms. */
export type Taken = { code: string; amount: number; paymentId: string; returned: boolean; at: number };

/** The provider's own book, whatever it answered: the judge believes nobody else. */
export type ProviderBook = {
  taken: Taken[];
  /** What every request to charge that arrived was about, also of those that were answered with nothing: code or receipt. */
  asked: string[];
  /** Everything that was ever given back; amounts in tiyin. */
  returns: { paymentId: string; amount: number }[];
};

const payBody = z.object({ qr_code: z.string() });

/** The attempt a receipt of a link or an invoice is for; undefined for a payment by code, which names a register instead. */
export function checkoutOf({ ledger }: Payme, receiptId: string): string | undefined {
  return ledger.receipts.find(({ id }) => id === receiptId)?.account['order_id'];
}

/** The one book of Payme's customers, whichever way they were charged: through the fiscal box or by Payme's own API. */
export function bookOf({ box, payme }: { box: Fbox; payme: Payme }): ProviderBook {
  const { requests } = payme.ledger;
  const byCode = (one: { receiptId: string }): boolean => checkoutOf(payme, one.receiptId) === undefined;
  const charges = payme.ledger.charges.filter(byCode);
  const returns = payme.ledger.returns.filter(byCode);
  const isBack = (receiptId: string): boolean => returns.some((one) => one.receiptId === receiptId);
  const payments = requests.filter(({ method }) => method === 'receipts.pay');
  return {
    taken: charges.map(({ receiptId, code, amount, at }) => {
      return { code, amount, paymentId: receiptId, returned: isBack(receiptId), at };
    }),
    asked: [...askedOfBox(box), ...payments.map(({ receiptId }) => receiptId ?? 'a receipt without an id')],
    returns: returns.map(({ receiptId, amount }) => ({ paymentId: receiptId, amount })),
  };
}

function askedOfBox({ ledger }: Fbox): string[] {
  return ledger.requests.flatMap(({ path, body }) => {
    if (path.replace(/\/+$/, '') !== '/payment/payme') return [];
    const parsed = payBody.safeParse(jsonOf(body));
    return parsed.success ? [parsed.data.qr_code] : [];
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
