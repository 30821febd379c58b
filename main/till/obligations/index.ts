import { isDiskFull } from '../../store/database.ts';
import { findFiscal } from '../../store/fiscal-documents.ts';
import type { Obligation, ObligationKind } from '../../store/outbox.ts';
import { faultText } from '../context.ts';
import type { Equipment, Till } from '../context.ts';
import { hasOrder } from '../outbox.ts';
import type { Worked } from '../outbox.ts';
import { countTry, forgetTries } from './tries.ts';
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
  try {
    return await works[obligation.kind](till, equipment, obligation, stepAside);
  } catch (error) {
    if (!blocksOthers(till, obligation, error)) throw error;
    till.log('obligation-given-up', { kind: obligation.kind, subject: obligation.subject, error: faultText(error) });
    return { kind: 'dead', reason: 'internal' };
  }
}

/** How often a fault of the program is tried again before what stands behind it in its lane goes on without it. */
const faultsBeforePerson = 8;

/**
 * True for a row that has failed by our own fault so often that it will again, in a lane where others wait behind it: a person finds
 * it among the open items. A full disk passes by itself; a document that the box may have is never left behind, for only while nothing
 * else is sent can the box tell what became of it.
 */
function blocksOthers(till: Till, { kind, lane, subject }: Obligation, error: unknown): boolean {
  if (!hasOrder(lane) || isDiskFull(error)) return false;
  const isPaper = kind === 'fiscal-sale' || kind === 'fiscal-refund';
  const state = isPaper ? findFiscal(till.db, subject)?.state : undefined;
  if (state === 'sending' || state === 'in-doubt') return false;
  if (countTry(till, subject, 'internal') < faultsBeforePerson) return false;
  forgetTries(till, subject);
  return true;
}
