import type { TillView } from '../../preload/api.ts';
import type { Chance } from './chance.ts';
import { saleOnDisk } from './books.ts';
import { TillDied } from './counter.ts';
import type { Counter } from './counter.ts';
import type { Customer } from './customers.ts';
import type { Diary } from './diary.ts';
import { payFor } from './pay-for.ts';
import { cashier } from './provision.ts';

/** One customer being served; what is known of their sale survives every till. */
export type Visit = {
  customer: Customer;
  saleId: string | undefined;
  codesLeft: number;
  putAside: boolean;
  /** A sale put aside with money in the air is called back once, to look after it. */
  lookedAfter?: boolean;
  /** Done once, instead of scanning a code, when the sale is ready to be paid. */
  onPayment?: (saleId: string) => Promise<void>;
  /** QRs this customer has seen. */
  seen?: Set<string>;
  /** The sale is put aside as soon as its code was scanned. */
  parksWhileSending?: boolean;
};

export type Shift = { counter: Counter; diary: Diary; chance: Chance };

/** How a visit ended: `done` the till said so, `aside` the sale waits, `in-the-air` it is put aside with money on its way. */
export type VisitEnd = 'done' | 'aside' | 'in-the-air' | 'lost' | 'given-up';

/** Serves all customers one after the other, taking back those put aside, whatever happens to the till meanwhile. */
export async function serveAll(shift: Shift, customers: readonly Customer[]): Promise<void> {
  let aside: Visit[] = [];
  for (const customer of customers) {
    const visit: Visit = { customer, saleId: undefined, codesLeft: 3, putAside: false };
    const end = await serve(shift, visit);
    const back = aside;
    aside = comesBack(shift, end) ? [visit] : [];
    for (const earlier of back) await serve(shift, earlier);
  }
  for (const visit of aside) await serve(shift, visit);
}

/** Sometimes nobody looks after a payment in doubt: the till has to go on with it alone. */
function comesBack({ chance }: Shift, end: VisitEnd): boolean {
  return end === 'aside' || (end === 'in-the-air' && chance.of(0.6));
}

const longestVisit = 60;

/** Serves one customer until the sale is done or put aside; a till that dies is started again and looked at anew. */
export async function serve(shift: Shift, visit: Visit): Promise<VisitEnd> {
  for (let tries = 0; tries < longestVisit; tries += 1) {
    try {
      const before = await shift.counter.view();
      const end = await step(shift, visit, before);
      if (end) return end;
      await waitForDisk(shift);
    } catch (error) {
      if (!(error instanceof TillDied)) throw error;
      await shift.counter.start();
    }
  }
  shift.diary.complaints.push(`a customer could not be served: ${JSON.stringify(brief(await shift.counter.view()))}`);
  return 'given-up';
}

/** Somebody has to clear the disk first. */
async function waitForDisk({ counter: { view, around } }: Shift): Promise<void> {
  if ((await view()).message?.code !== 'disk-full') return;
  around.struck('disk-full');
  await around.clock.wait(700);
}

/** One look at the screen and the one thing it asks for. */
async function step(shift: Shift, visit: Visit, view: TillView): Promise<VisitEnd | undefined> {
  const { counter } = shift;
  if (!view.signedIn) return void (await signIn(counter, view));
  if (!view.shift) return void (await counter.call('openShift', { float: 0 }));
  const there = visit.saleId === undefined ? 'new' : whereIs(shift, view, visit.saleId);
  switch (there) {
    case 'done':
      return finish(shift, visit);
    case 'lost':
      shift.diary.complaints.push(`sale ${visit.saleId} was begun and is gone`);
      return 'lost';
    case 'aside':
      return takeBack(shift, view, visit);
    case 'new':
    case 'counter':
      return view.sale?.state === 'tendering' ? payFor(shift, visit, view) : ring(shift, visit, view);
  }
}

export async function signIn(counter: Counter, view: TillView): Promise<void> {
  const person = view.staff.find(({ name }) => name === cashier.name);
  if (!person) throw new Error('nobody works here');
  await counter.call('signIn', { staffId: person.id, pin: cashier.pin });
}

/** Where a sale stands: the screen is asked first, and the database only for what the screen need not show. */
function whereIs({ counter }: Shift, view: TillView, saleId: string): 'counter' | 'aside' | 'done' | 'lost' {
  if (view.done?.saleId === saleId) return 'done';
  if (view.sale?.id === saleId) return 'counter';
  if (view.parked.some(({ id }) => id === saleId)) return 'aside';
  const row = saleOnDisk(counter.around.database, saleId);
  return row?.state === 'completed' ? 'done' : 'lost';
}

function finish({ counter, diary }: Shift, { saleId = '' }: Visit): VisitEnd {
  const row = saleOnDisk(counter.around.database, saleId);
  diary.finished.push({ saleId, total: row?.total ?? 0 });
  return 'done';
}

/** A sale with money in the air waits where it is until somebody looks after it; any other comes back to the free counter. */
async function takeBack({ counter }: Shift, view: TillView, visit: Visit): Promise<VisitEnd | undefined> {
  const attempt = view.parked.find(({ id }) => id === visit.saleId)?.attempt;
  const inTheAir = attempt === 'in-doubt' || attempt === 'sending';
  if (inTheAir && (visit.lookedAfter === true || visit.parksWhileSending === true)) return 'in-the-air';
  visit.lookedAfter ||= inTheAir;
  await counter.call('recall', { saleId: visit.saleId ?? '' });
  return undefined;
}

/** Scans what is still missing, then asks for money or puts the sale aside. */
async function ring({ counter, diary }: Shift, visit: Visit, view: TillView): Promise<VisitEnd | undefined> {
  const { customer } = visit;
  const missing = customer.wants.find(({ code, pieces }) => quantityOf(view, code) < pieces * 1000);
  compareGoods(diary, visit, view);
  if (missing) {
    const reply = await counter.call('scan', { text: missing.code });
    const after = await counter.view();
    visit.saleId = after.sale?.id ?? visit.saleId;
    if (reply.ok && visit.saleId !== undefined)
      note(diary, visit.saleId, missing.code, quantityOf(after, missing.code));
    return undefined;
  }
  visit.saleId = view.sale?.id ?? visit.saleId;
  if (customer.comesBackLater && !visit.putAside) {
    const parked = await counter.call('park');
    visit.putAside = true;
    return parked.ok ? 'aside' : undefined;
  }
  await counter.call('startPayment');
  return undefined;
}

function quantityOf(view: TillView, code: string): number {
  return (view.sale?.lines ?? []).reduce((sum, line) => (line.code === code ? sum + line.quantity : sum), 0);
}

function note(diary: Diary, saleId: string, code: string, quantity: number): void {
  const taken = diary.goods.get(saleId) ?? new Map<string, number>();
  diary.goods.set(saleId, taken.set(code, quantity));
}

/** What the till once said it had taken must still be on the sale. */
function compareGoods(diary: Diary, { saleId }: Visit, view: TillView): void {
  if (saleId === undefined || view.sale?.id !== saleId) return;
  for (const [code, quantity] of diary.goods.get(saleId) ?? [])
    if (quantityOf(view, code) < quantity)
      diary.complaints.push(`sale ${saleId} has ${quantityOf(view, code)} of ${code}, and ${quantity} were taken`);
}

/** A screen in a line, for the report. */
export function brief(view: TillView): object {
  const { payment, done, message, strip } = view;
  return {
    sale: view.sale && { id: view.sale.id, state: view.sale.state, total: view.sale.total },
    step: payment?.step,
    attempt: payment?.attempt && { state: payment.attempt.state, reason: payment.attempt.reason },
    done: done?.saleId,
    parked: view.parked.length,
    message: message?.code,
    line: strip.line,
  };
}
