import type { Ended, OneQrView } from './book.ts';
import { endInvoice, invoiceBehind, payInvoice, settled, type OneQrOffice, type OneQrTerms } from './office.ts';

/** What a customer's tap came to; `unknown`: no such invoice, else why it could not be paid or declined any more. */
export type Tapped = { ok: true } | { ok: false; why: Ended | 'unknown' };

/** UzQR as a practising customer and a judge see it. `reference` is a QR's text, an invoice's id or its page's address. */
export type OneQr = {
  /** Up to date when it is read here; a copy of this reference is not. */
  readonly book: OneQrView;
  pay: (reference: string) => Tapped;
  decline: (reference: string) => Tapped;
  /** The address of the page on which the customer pays. */
  page: (reference: string) => string | undefined;
  /** Changes the terms from now on, for invoices and refunds still to come. */
  setTerms: (terms: Partial<OneQrTerms>) => void;
};

/** The customer's side of `office`, whose pages lie at `url`. */
export function customerSide(office: OneQrOffice, url: string): OneQr {
  const behind = (reference: string) => invoiceBehind(office, reference);
  return {
    get book() {
      return settled(office);
    },
    pay: (reference) => {
      const invoice = behind(reference);
      const paid = invoice && payInvoice(office, invoice);
      return paid?.ok ? { ok: true } : { ok: false, why: paid?.why ?? 'unknown' };
    },
    decline: (reference) => {
      const invoice = behind(reference);
      const before = invoice ? endInvoice(office, invoice, 'declined') : 'unknown';
      return before === undefined ? { ok: true } : { ok: false, why: before };
    },
    page: (reference) => {
      const invoice = behind(reference);
      return invoice && `${url}/one_qr/${invoice.id}`;
    },
    setTerms: (terms) => void Object.assign(office.terms, terms),
  };
}
