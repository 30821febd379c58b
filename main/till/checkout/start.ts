import type { CheckoutKind } from '../../domain/tender.ts';
import { liveAttempt } from '../../store/attempts.ts';
import { findCheckout, insertCheckout } from '../../store/checkouts.ts';
import { writeDesk } from '../../store/desk.ts';
import { setSaleStaff } from '../../store/sales.ts';
import type { SaleRow } from '../../store/sales.ts';
import { atomically } from '../../store/statement.ts';
import type { CheckoutProvider } from '../../tender/checkout.ts';
import type { CheckoutQuestion, Code, Result } from '../../../preload/api.ts';
import { writeAttempt } from '../attempts.ts';
import { ok, play, refuse } from '../context.ts';
import type { Counter, Till } from '../context.ts';
import { dueOf, giveUpUnsent, tenderFault, tenderingSale } from '../pay.ts';
import { checkoutOf } from '../providers.ts';
import { beginCheckout } from './make.ts';

/** What the cashier says before a checkout is made: the customer's phone, or the sum agreed in another currency (minor units). */
export type Said = { kind: CheckoutKind; phone?: string | undefined; charged?: number | undefined };

/** Uzbek numbers, as Payme wants them: 998 and nine digits. */
const phoneShape = /^998\d{9}$/;

/** What has to be said before a checkout of this provider can be made; null when the QR can stand at once. */
export function questionOf(provider: CheckoutProvider, sale: SaleRow): CheckoutQuestion | null {
  const { tender: kind, currency, needsPhone } = provider;
  if (needsPhone) return { kind, needs: 'phone', currency };
  return currency === sale.currency ? null : { kind, needs: 'foreign-sum', currency };
}

/**
 * Makes a checkout for the sale on the counter. Killed before the commit nothing was made; after it the attempt is `queued` and
 * is made at the next start (see `make.ts`). The sale's own amount is charged unless the provider's currency is another: then
 * what a person agreed with the customer, and nothing is converted.
 */
export function startCheckout(counter: Counter, said: Said): Result<null> {
  const { till, equipment } = counter;
  const wanted = wantedBy(counter, said);
  if (!wanted.ok) return wanted;
  if (isBeingMade(till, wanted.value)) return ok(null);
  if (!giveUpUnsent(till, wanted.value.sale)) return refuse(till, 'attempt-live');
  const id = writeCheckout(counter, wanted.value);
  till.memo.message = null;
  till.memo.heldCode = null;
  play(till, 'wallet');
  beginCheckout(till, equipment, id, false);
  return ok(null);
}

/** A checkout that can be made; `charged` only in another currency than the sale's. */
type Wanted = {
  sale: SaleRow;
  provider: CheckoutProvider;
  phone: string | null;
  charged: { chargedAmount?: number; chargedCurrency?: string };
};

/** What the cashier asks for, or why it cannot be: no sale to pay, a tender that is refused, or something left unsaid. */
function wantedBy({ till, equipment }: Counter, said: Said): Result<Wanted> {
  const sale = tenderingSale(till);
  if (!sale) return refuse(till, 'sale-not-open');
  const provider = checkoutOf(equipment, said.kind);
  const fault = tenderFault(till, equipment, sale, said.kind);
  if (fault || !provider) return refuse(till, fault ?? 'tender-not-configured', { kind: said.kind });
  const phone = provider.needsPhone ? (said.phone ?? '').replaceAll(/[\s()+-]/g, '') : null;
  if (phone !== null && !phoneShape.test(phone)) return refuse(till, 'phone-needed');
  const charged = chargedAsSaid(provider, sale, said, dueOf(till, sale));
  return 'fault' in charged ? refuse(till, charged.fault) : ok({ sale, provider, phone, charged });
}

function chargedAsSaid(
  provider: CheckoutProvider,
  sale: SaleRow,
  said: Said,
  due: number,
): Wanted['charged'] | { fault: Code } {
  const own = provider.currency === sale.currency;
  const amount = own ? due : (said.charged ?? 0);
  const fault = amount > 0 ? provider.refuses({ amount, currency: provider.currency }) : 'charged-needed';
  if (fault) return { fault };
  return own ? {} : { chargedAmount: amount, chargedCurrency: provider.currency };
}

/** The same key pressed twice: a second order for the sale would stand beside the one that is on its way. */
function isBeingMade(till: Till, { sale, provider, phone, charged }: Wanted): boolean {
  const live = liveAttempt(till.db, sale.id);
  if (live?.state !== 'queued' || live.kind !== provider.tender) return false;
  return findCheckout(till.db, live.id)?.phone === phone && live.chargedAmount === (charged.chargedAmount ?? null);
}

/** Writes the attempt, `queued`, with what stands before the customer; gives its id. One commit. */
function writeCheckout({ till, staff }: Counter, { sale, provider, phone, charged }: Wanted): string {
  const id = till.world.newId();
  const kind = provider.tender;
  const payment = { kind, provider: provider.name, amount: dueOf(till, sale), currency: sale.currency, ...charged };
  const code = { codeCipher: null, codeHash: null, codeExpiresAt: till.world.steady() + provider.lifetimeMs };
  atomically(till.db, () => {
    setSaleStaff(till.db, sale.id, staff.id);
    writeDesk(till.db, { paymentStep: kind });
    writeAttempt(till, { id, saleId: sale.id, ...payment, ...code, createdAt: till.world.now() });
    insertCheckout(till.db, id, phone);
  });
  return id;
}
