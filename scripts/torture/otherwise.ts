import type { TillView } from '../../preload/api.ts';
import type { Shift, VisitEnd } from './cashier.ts';

/** Takes cash for the sale on the counter, sometimes with change. */
export async function takeCash({ counter, chance, diary }: Shift, view: TillView): Promise<undefined> {
  const due = view.payment?.due ?? 0;
  const taken = await counter.call('takeCash', { given: due + chance.pick([0, 0, 500_000, 100_000]) });
  if (taken.ok && view.sale) diary.finished.push({ saleId: view.sale.id, total: view.sale.total });
}

/** Puts the sale aside with its money on the way. */
export async function putAside({ counter }: Pick<Shift, 'counter'>): Promise<VisitEnd | undefined> {
  const parked = await counter.call('park');
  return parked.ok ? 'in-the-air' : undefined;
}
