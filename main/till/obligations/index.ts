import type { Obligation, ObligationKind } from '../../store/outbox.ts';
import type { Equipment, Till } from '../context.ts';
import type { Worked } from '../outbox.ts';
import { askAboutAttempt } from './ask.ts';
import { confirmToWallet } from './confirm.ts';
import { deliverCheckout } from './deliver.ts';
import { giveBackPayment } from './give-back.ts';
import { closeFiscalShift, openFiscalShift } from './fiscal-shift.ts';
import { registerDocument } from './fiscal-sale.ts';
import { makeMatch } from './match.ts';
import { printReceipt } from './print.ts';

type Work = (till: Till, equipment: Equipment, obligation: Obligation, stepAside: () => void) => Promise<Worked>;

const works: Record<ObligationKind, Work> = {
  'fiscal-open': (till, equipment, { subject }) => openFiscalShift(till, equipment, subject),
  'fiscal-sale': (till, equipment, { subject }) => registerDocument(till, equipment, subject),
  'fiscal-refund': (till, equipment, { subject }) => registerDocument(till, equipment, subject),
  'fiscal-close': (till, equipment, { subject }) => closeFiscalShift(till, equipment, subject),
  'wallet-confirm': confirmToWallet,
  ask: askAboutAttempt,
  deliver: deliverCheckout,
  'refund-payment': giveBackPayment,
  match: makeMatch,
  print: (till, equipment, { subject }) => printReceipt(till, equipment, subject),
};

/** Works one obligation with the equipment of the moment; without any it waits for set-up. `stepAside` as the outbox has it. */
export async function work(till: Till, obligation: Obligation, stepAside: () => void): Promise<Worked> {
  const { equipment } = till;
  if (!equipment) return { kind: 'later', reason: 'not-set-up' };
  return works[obligation.kind](till, equipment, obligation, stepAside);
}
