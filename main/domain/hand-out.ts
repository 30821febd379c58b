import { addUp, tiyin, zero } from './money.ts';
import type { Tiyin } from './money.ts';
import { share } from './refund.ts';
import type { Tender } from './tender.ts';

/** What of a tender goes back: from which of its tiyin up to, and without, which. */
export type Slice<Paid> = { tender: Paid; from: Tiyin; upTo: Tiyin; amount: Tiyin };

/**
 * Hands what is given back out over the tenders that paid: `before` tiyin of the sale were given back before, `amount` follow now.
 * The tenders lie end to end in the order they were taken, cash last, and each refund goes on where the last one
 * stopped, so that no tender ever gets back more than it paid.
 */
export function handOut<Paid extends Pick<Tender, 'kind' | 'amount'>>(
  tenders: readonly Paid[],
  before: Tiyin,
  amount: Tiyin,
): Slice<Paid>[] {
  const isCash = ({ kind }: Paid): boolean => kind === 'cash';
  const inOrder = [...tenders.filter((tender) => !isCash(tender)), ...tenders.filter(isCash)];
  let start = zero;
  const slices = inOrder.map((tender) => {
    const from = within(tender, before - start);
    const upTo = within(tender, before + amount - start);
    start = addUp([start, tender.amount]);
    return { tender, from, upTo, amount: tiyin(upTo - from) };
  });
  return slices.filter((slice) => slice.amount > 0);
}

function within({ amount }: { amount: Tiyin }, at: number): Tiyin {
  return tiyin(Math.min(amount, Math.max(0, at)));
}

/**
 * What a slice is in the ledger of the provider that took `charged` for the whole tender: in proportion, and the last slice is
 * the rest. It may be nothing where the provider counts in larger units.
 */
export function chargedOfSlice({ tender, from, upTo }: Slice<Pick<Tender, 'amount'>>, charged: number): number {
  const whole = tiyin(charged);
  return share(whole, upTo, tender.amount) - share(whole, from, tender.amount);
}
