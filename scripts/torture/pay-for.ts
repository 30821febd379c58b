import type { AttemptView, TillView } from '../../preload/api.ts';
import type { Shift, Visit, VisitEnd } from './cashier.ts';
import { isCheckout } from '../../main/domain/tender.ts';
import { putAside, takeCash } from './otherwise.ts';
import { showQr, watchQr } from './qr.ts';

/** How long (ms of the world) a payment is watched before the cashier does something about it. */
const watchSending = 12_000;
const watchDoubt = 20_000;

/** The payment panel is open: the one thing it asks for. */
export async function payFor(shift: Shift, visit: Visit, view: TillView): Promise<VisitEnd | undefined> {
  visit.saleId ??= view.sale?.id;
  const attempt = view.payment?.attempt;
  if (attempt && isLive(attempt) && visit.parksWhileSending) return putAside(shift);
  if (attempt && isLive(attempt) && isCheckout(attempt.kind)) return watchQr(shift, visit, attempt);
  if (attempt && isLive(attempt)) return watch(shift, visit, attempt);
  if (view.payment?.step === 'confirm-wallet') return void (await shift.counter.call('confirmWallet'));
  if (visit.customer.way === 'cash' || visit.codesLeft === 0) return takeCash(shift, view);
  if (visit.customer.way !== 'payme') return showQr(shift, visit, visit.customer.way);
  return scanCode(shift, visit);
}

function isLive({ state }: AttemptView): boolean {
  return state === 'queued' || state === 'sending' || state === 'in-doubt';
}

async function scanCode({ counter, diary }: Shift, visit: Visit): Promise<undefined> {
  visit.codesLeft -= 1;
  if (visit.onPayment) return void (await visit.onPayment(visit.saleId ?? ''));
  const code = counter.around.issueCode();
  diary.scanned.push({ code, saleId: visit.saleId ?? '' });
  await counter.call('scan', { text: code });
}

/** Waits for the money, asks about it now and then; what is still not known is decided the way this customer's cashier decides. */
async function watch(shift: Shift, visit: Visit, attempt: AttemptView): Promise<VisitEnd | undefined> {
  const { counter, chance } = shift;
  const doubtful = attempt.state === 'in-doubt';
  if (doubtful && chance.of(0.3)) await counter.call('checkNow', { attemptId: attempt.id });
  const wait = doubtful ? patienceFor(shift, visit, attempt) : watchSending;
  if (await counter.until((view) => view.payment?.attempt?.state !== attempt.state, wait)) return undefined;
  if (attempt.state === 'queued') return void (await counter.call('takeCash', { given: 100_000_000 }));
  if (attempt.state === 'sending') return undefined;
  if (!wantsBack(visit, attempt)) return putAside(shift);
  const cancelled = await counter.call('cancelAttempt', { attemptId: attempt.id });
  if (cancelled.ok && chance.of(0.7)) visit.codesLeft = 0;
  return undefined;
}

/** A cashier who wants the money back waits until the till allows it, 15 s after it was sent, and not for ever. */
function patienceFor({ counter }: Shift, visit: Visit, attempt: AttemptView): number {
  if (visit.customer.inDoubt === 'put-aside' && visit.lookedAfter !== true) return 0;
  if (!wantsBack(visit, attempt)) return watchDoubt;
  const early = (attempt.cancelFrom ?? 0) - counter.around.clock.now();
  return Math.min(watchDoubt, Math.max(500, early + 300));
}

function wantsBack({ customer, lookedAfter }: Visit, { cancelFrom }: AttemptView): boolean {
  const wants = customer.inDoubt === 'cancel' || (customer.inDoubt === 'put-aside' && lookedAfter === true);
  return wants && typeof cancelFrom === 'number';
}
