import type { Random } from '../wire/random.ts';
import { createAgenda } from './agenda.ts';
import { emptyBook, type BookView, type Receipt, type ReceiptState } from './book.ts';
import { cancelReceipt, type CancelResult, type CancelTerms } from './cancel.ts';
import { createCodes, type CodeTerms } from './codes.ts';
import { createReceipt, findReceipt, handOver, type Draft, type Office } from './office.ts';
import { payReceipt, type PayResult } from './pay.ts';
import { paidAtOnce, type PayPlan } from './plan.ts';
import { setByHand } from './states.ts';

/**
 * The customers of Payme, their codes and Payme's own book, shared by every simulator that reaches them. Whatever was to
 * happen by the clock has happened before anything is read here or done.
 */
export type Wallet = {
  /** A fresh customer's code: usable once, two minutes long, ten million sums behind it unless `terms` say otherwise. */
  issueCode: (terms?: Partial<CodeTerms>) => string;
  create: (draft: Draft) => Receipt;
  find: (receiptId: string) => Receipt | undefined;
  pay: (receiptId: string, code: string, plan?: PayPlan) => PayResult;
  cancel: (receiptId: string, terms: CancelTerms) => CancelResult;
  handOver: (receiptId: string, data: Readonly<Record<string, unknown>>) => boolean;
  setState: (receiptId: string, state: ReceiptState) => void;
  /** Up to date when it is read through the wallet; a copy of this reference grows only with the next call. */
  readonly book: BookView;
  /** Lets happen what is due. */
  settle: () => void;
  /** When (ms) something happens next by itself, undefined when nothing does. */
  next: () => number | undefined;
};

/** A wallet nobody has paid from yet; `now` in ms. */
export function createWallet({ now, random }: { now: () => number; random: Random }): Wallet {
  const office: Office = { now, random, book: emptyBook(), codes: createCodes(now, random), agenda: createAgenda() };
  const settled = (): Office => {
    office.agenda.settle(now());
    return office;
  };
  return {
    issueCode: office.codes.issue,
    create: (draft) => createReceipt(settled(), draft),
    find: (receiptId) => findReceipt(settled(), receiptId),
    pay: (receiptId, code, plan = paidAtOnce) => payReceipt(settled(), receiptId, code, plan),
    cancel: (receiptId, terms) => cancelReceipt(settled(), receiptId, terms),
    handOver: (receiptId, data) => handOver(settled(), receiptId, data),
    setState: (receiptId, state) => setByHand(settled(), receiptId, state),
    get book() {
      return settled().book;
    },
    settle: () => void settled(),
    next: () => office.agenda.next(),
  };
}
