import type { CheckoutKind } from '../../main/domain/tender.ts';
import type { AttemptView } from '../../preload/api.ts';
import { withBooks } from './books.ts';
import type { Shift, Visit, VisitEnd } from './cashier.ts';
import { withQr } from './customers.ts';
import { putAside, takeCash } from './otherwise.ts';
import type { Surroundings } from './surroundings.ts';

/** How long (ms of the world) a cashier looks at a QR before they do something about it. */
const watching = 12_000;

/** What is said for a kind, beside its name: a phone, or the yen the customer agreed to. */
const said: Record<CheckoutKind, { phone?: string; charged?: number }> = {
  uzqr: {},
  'payme-link': {},
  flitt: {},
  'payme-invoice': { phone: '+998 90 123 45 67' },
  smartpay: { charged: 480 },
};

/** Shows a QR for the sale on the counter; where that is refused the customer pays in cash. */
export async function showQr(shift: Shift, visit: Visit, kind: CheckoutKind): Promise<undefined> {
  visit.codesLeft -= 1;
  const shown = await shift.counter.call('startCheckout', { kind, ...said[kind] });
  if (!shown.ok) visit.codesLeft = 0;
}

/** The customer does what they do with a QR, the cashier waits for the money and gives up in the end. */
export async function watchQr(shift: Shift, visit: Visit, attempt: AttemptView): Promise<VisitEnd | undefined> {
  const { counter, chance } = shift;
  const { around } = counter;
  const plan = visit.customer.withQr ?? chance.pick(withQr);
  const first = attempt.state === 'sending' && !visit.seen?.has(attempt.id);
  if (first) visit.seen = new Set([...(visit.seen ?? []), attempt.id]);
  if (first && plan !== 'never')
    customerActs(around, attempt, { soon: 1500, late: watching - 500, 'as-cancelled': watching }[plan]);
  if (await counter.until((view) => view.payment?.attempt?.state !== attempt.state, watching)) return undefined;
  if (attempt.state === 'queued') return takeCash(shift, await counter.view());
  if (visit.customer.inDoubt === 'put-aside' && visit.lookedAfter !== true) return putAside(shift);
  visit.codesLeft = chance.of(0.7) ? 0 : visit.codesLeft;
  await counter.call('cancelAttempt', { attemptId: attempt.id });
  return undefined;
}

/** Two phones read the QR, and both press Pay after `ms` of the world, whatever became of the till. */
function customerActs(around: Surroundings, { id, kind, checkout }: AttemptView, ms: number): void {
  const reference = checkout?.qr ?? nameOf(around.database, id);
  const pay = async (): Promise<void> => {
    await around.clock.wait(ms);
    await Promise.all([payAt(around, kind, reference), payAt(around, kind, reference)]);
  };
  around.wallets?.follow(pay());
}

async function payAt({ box, payme, wallets }: Surroundings, kind: string, reference: string): Promise<unknown> {
  if (kind === 'uzqr') return box.oneQr.pay(reference);
  if (kind === 'flitt') return wallets?.flitt.pay(reference);
  if (kind === 'smartpay') return wallets?.smartpay.pay(reference);
  return payme.pay(reference);
}

function nameOf(database: string, id: string): string {
  const sql = 'SELECT provider_payment_id FROM attempt WHERE id = ?';
  return withBooks(database, (db) => db.prepare<[string], string>(sql).pluck().get(id)) ?? '';
}
