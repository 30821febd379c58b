import type { TenderKind } from '../domain/tender.ts';
import { isCheckout } from '../domain/tender.ts';
import { writeDesk } from '../store/desk.ts';
import type { Result } from '../../preload/api.ts';
import { questionOf, startCheckout } from './checkout/start.ts';
import { ok, refuse } from './context.ts';
import type { Counter } from './context.ts';
import { giveUpUnsent, tenderFault, tenderingSale } from './pay.ts';
import { checkoutOf } from './providers.ts';

/**
 * Picks how to pay; an attempt that never left the till is given up for it. A checkout that needs nothing said stands at once.
 * A card taken at a terminal of its own cannot be recorded yet.
 */
export function chooseTender(counter: Counter, { kind }: { kind: TenderKind }): Result<null> {
  const { till, equipment } = counter;
  const sale = tenderingSale(till);
  if (!sale) return refuse(till, 'sale-not-open');
  if (kind === 'card') return refuse(till, 'tender-not-configured', { kind });
  const fault = tenderFault(till, equipment, sale, kind);
  if (fault) return refuse(till, fault, { kind });
  const provider = checkoutOf(equipment, kind);
  if (isCheckout(kind) && provider && !questionOf(provider, sale)) return startCheckout(counter, { kind });
  if (!giveUpUnsent(till, sale)) return refuse(till, 'attempt-live');
  writeDesk(till.db, { paymentStep: kind });
  till.memo.heldCode = null;
  till.memo.message = null;
  return ok(null);
}
