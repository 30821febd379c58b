import type { Random } from '../wire/random.ts';
import { createAgenda } from './agenda.ts';
import { emptyBook, type BookView, type Receipt, type ReceiptState } from './book.ts';
import { cancelReceipt, type CancelResult, type CancelTerms } from './cancel.ts';
import { createCodes, type CodeTerms } from './codes.ts';
import { takeHeld, type TakeResult } from './hold.ts';
import { createReceipt, findReceipt, handOver, sendMessage, type Draft, type Office } from './office.ts';
import { payReceipt, type PayResult } from './pay.ts';
import { heldAfter, paidAtOnce, type PayPlan } from './plan.ts';
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
  /** Takes what a paid receipt with `hold` only reserved, `ms` later. */
  take: (receiptId: string, ms?: number) => TakeResult;
  cancel: (receiptId: string, terms: CancelTerms) => CancelResult;
  /** Tells a phone of a receipt that waits for money; false when there is none such. */
  message: (receiptId: string, phone: string) => boolean;
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
    pay: (receiptId, code, plan = usualPlan(findReceipt(office, receiptId))) =>
      payReceipt(settled(), receiptId, code, plan),
    take: (receiptId, ms = 0) => takeHeld(settled(), receiptId, ms),
    cancel: (receiptId, terms) => cancelReceipt(settled(), receiptId, terms),
    message: (receiptId, phone) => sendMessage(settled(), receiptId, phone),
    handOver: (receiptId, data) => handOver(settled(), receiptId, data),
    setState: (receiptId, state) => setByHand(settled(), receiptId, state),
    get book() {
      return settled().book;
    },
    settle: () => void settled(),
    next: () => office.agenda.next(),
  };
}

function usualPlan(receipt: Receipt | undefined): PayPlan {
  return receipt?.hold ? heldAfter(0) : paidAtOnce;
}
