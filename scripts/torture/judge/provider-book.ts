import { z } from 'zod';
import type { Fbox } from '../../../main/training/fbox/server.ts';

/** Money a provider took from a customer, by its own book; amounts in tiyin. */
export type Taken = { code: string; amount: number; paymentId: string; returned: boolean };

/** The provider's own book, whatever it answered: the judge believes nobody else. */
export type ProviderBook = {
  taken: Taken[];
  /** The code of every request to charge that arrived, also of those that were answered with nothing. */
  asked: string[];
};

const payBody = z.object({ qr_code: z.string() });

/** The book of the fiscal box's wallet; a box gives nothing back by itself. */
export function bookOfBox({ ledger }: Fbox): ProviderBook {
  const taken = ledger.charges.map(({ code, amount, paymentId }) => ({ code, amount, paymentId, returned: false }));
  const asked = ledger.requests.flatMap(({ path, body }) => {
    if (path.replace(/\/+$/, '') !== '/payment/payme') return [];
    const parsed = payBody.safeParse(jsonOf(body));
    return parsed.success ? [parsed.data.qr_code] : [];
  });
  return { taken, asked };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
