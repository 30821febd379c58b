import type { AttemptView, TillView } from '../../preload/api.ts';
import type { Shift, Visit, VisitEnd } from './cashier.ts';

/** How long (ms of the world) a payment is watched before the cashier does something about it. */
const watchSending = 12_000;
const watchDoubt = 20_000;

/** The payment panel is open: the one thing it asks for. */
export async function payFor(shift: Shift, visit: Visit, view: TillView): Promise<VisitEnd | undefined> {
  visit.saleId ??= view.sale?.id;
  const attempt = view.payment?.attempt;
  if (attempt && isLive(attempt) && visit.parksWhileSending) return putAside(shift);
  if (attempt && isLive(attempt)) return watch(shift, visit, attempt);
  if (view.payment?.step === 'confirm-wallet') return void (await shift.counter.call('confirmWallet'));
  if (visit.customer.way === 'cash' || visit.codesLeft === 0) return takeCash(shift, view);
  return scanCode(shift, visit);
}

function isLive({ state }: AttemptView): boolean {
  return state === 'queued' || state === 'sending' || state === 'in-doubt';
}

async function takeCash({ counter, chance, diary }: Shift, view: TillView): Promise<undefined> {
  const due = view.payment?.due ?? 0;
  const taken = await counter.call('takeCash', { given: due + chance.pick([0, 0, 500_000, 100_000]) });
  if (taken.ok && view.sale) diary.finished.push({ saleId: view.sale.id, total: view.sale.total });
}

async function scanCode({ counter, diary }: Shift, visit: Visit): Promise<undefined> {
  visit.codesLeft -= 1;
  if (visit.onPayment) return void (await visit.onPayment(visit.saleId ?? ''));
  const code = counter.around.issueCode();
  diary.scanned.push({ code, saleId: visit.saleId ?? '' });
  await counter.call('scan', { text: code });
}

/** Waits for the money; what is still not known is decided the way this customer's cashier decides. */
async function watch({ counter }: Shift, visit: Visit, attempt: AttemptView): Promise<VisitEnd | undefined> {
  const patienceMs = attempt.state === 'in-doubt' ? watchDoubt : watchSending;
  const wait = attempt.state === 'in-doubt' && visit.customer.inDoubt === 'put-aside' ? 0 : patienceMs;
  const moved = await counter.until(
    (view) => view.payment?.attempt?.state !== attempt.state || mayCancel(visit, view),
    wait,
  );
  if (moved && !mayCancel(visit, moved)) return undefined;
  if (attempt.state === 'queued') return void (await counter.call('takeCash', { given: 100_000_000 }));
  if (attempt.state === 'sending') return undefined;
  if (moved) return void (await counter.call('cancelAttempt', { attemptId: attempt.id }));
  return putAside({ counter });
}

async function putAside({ counter }: Pick<Shift, 'counter'>): Promise<VisitEnd | undefined> {
  const parked = await counter.call('park');
  return parked.ok ? 'in-the-air' : undefined;
}

/** The cashier wants it back and the till says that it can be taken back now. */
function mayCancel({ customer }: Visit, { payment, now }: TillView): boolean {
  const attempt = payment?.attempt;
  if (customer.inDoubt !== 'cancel' || attempt?.state !== 'in-doubt') return false;
  return typeof attempt.cancelFrom === 'number' && attempt.cancelFrom <= now;
}
