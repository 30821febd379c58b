import { assertNever } from '../../domain/assert-never.ts';
import type { Obligation } from '../../store/outbox.ts';
import type { Till } from '../context.ts';
import type { Worked } from '../outbox.ts';
import { askAboutAttempt } from './ask.ts';
import { confirmToWallet } from './confirm.ts';
import { deliverCheckout } from './deliver.ts';
import { giveBackPayment } from './give-back.ts';
import { closeFiscalShift, openFiscalShift } from './fiscal-shift.ts';
import { registerDocument } from './fiscal-sale.ts';
import { makeMatch } from './match.ts';
import { printReceipt } from './print.ts';

/** Works one obligation with the equipment of the moment; without any it waits for set-up. */
export async function work(till: Till, obligation: Obligation): Promise<Worked> {
  const { equipment } = till;
  if (!equipment) return { kind: 'later', reason: 'not-set-up' };
  switch (obligation.kind) {
    case 'fiscal-open':
      return openFiscalShift(till, equipment, obligation.subject);
    case 'fiscal-sale':
    case 'fiscal-refund':
      return registerDocument(till, equipment, obligation.subject);
    case 'fiscal-close':
      return closeFiscalShift(till, equipment, obligation.subject);
    case 'wallet-confirm':
      return confirmToWallet(till, equipment, obligation);
    case 'ask':
      return askAboutAttempt(till, equipment, obligation);
    case 'deliver':
      return deliverCheckout(till, equipment, obligation);
    case 'refund-payment':
      return giveBackPayment(till, equipment, obligation);
    case 'match':
      return makeMatch(till, equipment, obligation);
    case 'print':
      return printReceipt(till, equipment, obligation.subject);
    default:
      return assertNever(obligation.kind);
  }
}
