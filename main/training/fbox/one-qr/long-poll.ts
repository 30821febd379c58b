import { findInvoice, type OneQrOffice } from './office.ts';

/**
 * Holds the answer about an invoice back while it is open: the box asks UzQR every 3 s, for two minutes (FBOX: UzQR). It counts its
 * own questions, so that `wait` (ms) is its only clock; `gone` settles when the till has hung up.
 */
export async function askUntilEnded(
  oneQr: OneQrOffice,
  invoiceId: unknown,
  wait: (ms: number) => Promise<unknown>,
  gone: Promise<'gone'>,
): Promise<void> {
  const { askEveryMs, askForMs } = oneQr.terms;
  for (let waited = 0; waited < askForMs; waited += askEveryMs) {
    const invoice = findInvoice(oneQr, invoiceId);
    if (!invoice || invoice.ended) return;
    if ((await Promise.race([wait(askEveryMs), gone])) === 'gone') return;
  }
}
