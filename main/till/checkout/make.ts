import { assertNever } from '../../domain/assert-never.ts';
import { lineTotal } from '../../domain/sale.ts';
import { isCheckout } from '../../domain/tender.ts';
import { attemptOfPayment, attemptsIn, findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { findCheckout, setShown } from '../../store/checkouts.ts';
import { linesOf } from '../../store/lines.ts';
import { findSale } from '../../store/sales.ts';
import { atomically } from '../../store/statement.ts';
import type { CheckoutOutcome, CheckoutProvider, CheckoutRequest, Shown } from '../../tender/checkout.ts';
import { changeAttempt, noteOnAttempt, oweAsking } from '../attempts.ts';
import { play, say, tellFault } from '../context.ts';
import type { Equipment, Till } from '../context.ts';
import { oweNow } from '../owe.ts';
import { chargedOf, checkoutOf } from '../providers.ts';
import { lineIs } from '../reach.ts';

/** How soon (ms) a checkout that could not be made is made again, while the customer waits. */
const againEvery = 2000;

/** How soon (ms) after it was shown a checkout is asked about for the first time: nobody pays faster. */
const firstQuestionAfter = 2000;

/** Makes a checkout nobody waits for here; what breaks on the way is tried again, while the attempt is still wanted. */
export function beginCheckout(till: Till, equipment: Equipment, id: string, again: boolean): void {
  makeCheckout(till, equipment, id, again).catch((error: unknown) => {
    tellFault(till, 'make-checkout', error);
    makeLater(till, equipment, id);
  });
}

/**
 * Makes a checkout at its provider and shows it. Killed between any two lines, this is what stands: before the call nothing;
 * during and after it perhaps an order at the provider that nobody has seen and nobody can pay, and the attempt still
 * `queued`, so that the next start makes it again with `again` and the provider's own rule for a lost answer; the commit of
 * `sending` keeps its name and its QR and owes the question about it, before the first customer can see it. A till stopped meanwhile
 * is such a death too.
 */
async function makeCheckout(till: Till, equipment: Equipment, id: string, again: boolean): Promise<void> {
  const asked = findAttempt(till.db, id);
  const provider = asked && checkoutOf(equipment, asked.kind);
  if (asked?.state !== 'queued') return;
  if (!provider) return giveUpUnmade(till, asked, 'tender-not-configured');
  if (till.world.steady() >= (asked.codeExpiresAt ?? 0)) return giveUpUnmade(till, asked, 'checkout-expired');
  const outcome = await provider.create(request(till, equipment, provider, asked, again));
  if (!till.db.open) return;
  const attempt = findAttempt(till.db, id);
  if (!attempt) return;
  if (attempt.state !== 'queued') return closeUnseen(provider, attempt, outcome);
  act(till, equipment, provider, attempt, outcome);
  till.changed();
}

function act(
  till: Till,
  equipment: Equipment,
  provider: CheckoutProvider,
  attempt: AttemptRow,
  outcome: CheckoutOutcome,
): void {
  if (provider.line) lineIs(till, outcome.kind === 'again' ? 'down' : 'up', provider.line);
  switch (outcome.kind) {
    case 'ready':
      return show(till, equipment, provider, attempt, outcome.shown);
    case 'declined':
      return declined(till, attempt, outcome);
    case 'again':
      return waits(till, equipment, attempt, outcome.reason);
    case 'link-lost':
      return letDie(till, equipment, attempt, outcome.providerPaymentId);
    default:
      return assertNever(outcome);
  }
}

/** A provider that answers with another customer's payment has made none: that QR must never stand for this sale too. */
function show(
  till: Till,
  equipment: Equipment,
  provider: CheckoutProvider,
  attempt: AttemptRow,
  { providerPaymentId, qr }: Shown,
): void {
  if ((attemptOfPayment(till.db, attempt.provider, providerPaymentId) ?? attempt.id) !== attempt.id)
    return declined(till, attempt, { reason: 'payment-id-known', message: '' });
  const now = till.world.steady();
  atomically(till.db, () => {
    changeAttempt(till, attempt.id, 'sending', { providerPaymentId });
    setShown(till.db, attempt.id, { qr, expiresAt: now + provider.lifetimeMs, shownAt: till.world.now() });
    oweAsking(till, equipment, attempt, firstQuestionAfter);
    if (provider.deliver) oweNow(till, 'wallet', 'deliver', attempt.id);
  });
  if (till.memo.message?.code === 'checkout-waits-for-line') till.memo.message = null;
  till.wake('ask');
  till.wake('wallet');
}

function declined(till: Till, { id }: AttemptRow, { reason, message }: { reason: string; message: string }): void {
  atomically(till.db, () => changeAttempt(till, id, 'declined', { reason, message }));
  say(till, 'checkout-failed', 'refused', { message });
  play(till, 'refused');
}

/** Nothing stands that anybody could pay; it is made as soon as the line allows, or the cashier takes another tender. */
function waits(till: Till, equipment: Equipment, attempt: AttemptRow, reason: string): void {
  if (attempt.reason !== reason) {
    atomically(till.db, () => noteOnAttempt(till, attempt.id, { reason, message: null }));
    say(till, 'checkout-waits-for-line', 'info');
  }
  makeLater(till, equipment, attempt.id);
}

/** It stands at the provider and its link is lost: no second one is made for this sale while the first could be paid. */
function letDie(till: Till, equipment: Equipment, attempt: AttemptRow, providerPaymentId: string): void {
  atomically(till.db, () => {
    changeAttempt(till, attempt.id, 'sending', { providerPaymentId, reason: 'link-lost' });
    changeAttempt(till, attempt.id, 'cancelling', { reason: 'link-lost' });
    oweAsking(till, equipment, attempt);
  });
  say(till, 'checkout-link-lost', 'doubt');
  till.wake('ask');
}

function giveUpUnmade(till: Till, { id }: AttemptRow, reason: 'tender-not-configured' | 'checkout-expired'): void {
  atomically(till.db, () => changeAttempt(till, id, 'expired', { reason }));
  say(till, reason, 'refused');
  till.changed();
}

/** The cashier took another tender while it was being made: it is closed there, and where that fails nobody has its link. */
function closeUnseen(provider: CheckoutProvider, attempt: AttemptRow, outcome: CheckoutOutcome): Promise<void> | void {
  if (outcome.kind !== 'ready' || attempt.state !== 'abandoned') return;
  const { id: attemptId, amount } = attempt;
  const { providerPaymentId } = outcome.shown;
  const payment = { attemptId, providerPaymentId, transactionId: null, amount, charged: chargedOf(attempt) };
  return provider.book?.cancel(payment).then(() => {});
}

function makeLater(till: Till, equipment: Equipment, id: string): void {
  till.world.timers.after(againEvery, () => beginCheckout(till, equipment, id, true));
}

/** After a start the checkouts that were never shown are made; the provider may have heard of them. */
export function resumeCheckouts(till: Till, equipment: Equipment): void {
  const unmade = attemptsIn(till.db, 'queued').filter(({ kind }) => isCheckout(kind));
  for (const { id } of unmade) makeLater(till, equipment, id);
}

function request(
  till: Till,
  equipment: Equipment,
  provider: CheckoutProvider,
  attempt: AttemptRow,
  again: boolean,
): CheckoutRequest {
  const { shop } = equipment.settings;
  const lines = linesOf(till.db, attempt.saleId);
  return {
    attemptId: attempt.id,
    saleNumber: findSale(till.db, attempt.saleId)?.number ?? 0,
    amount: attempt.amount,
    charged: chargedOf(attempt),
    shopName: shop.name,
    language: shop.receiptLanguage,
    lines: lines.map((line) => ({
      name: line.name,
      price: line.price,
      quantity: line.quantity,
      total: lineTotal(line),
      vatPercent: line.vatPercent,
      ikpu: line.ikpu ?? '',
      packageCode: line.packageCode ?? '',
    })),
    phone: findCheckout(till.db, attempt.id)?.phone ?? null,
    lifetimeMs: provider.lifetimeMs,
    again,
  };
}
