import type { PastSaleView } from '../../../preload/api.ts';
import { currentMessage, dismiss, send, useTill } from '../../state/till.ts';
import type { Handlers } from '../../state/use-keys.ts';
import { lookFor, openDialog, showHistory, useWindow } from '../../state/window.ts';

/** How many rows the page keys go. */
const page = 6;

/** What may be done with the chosen sale, and how one moves about; what the sale does not allow has a resting key. */
export function bindHistory(past: PastSaleView | null, move: (by: number) => void): Handlers {
  const moves: Handlers = {
    help: () => openDialog('help'),
    lock: () => void send('signOut'),
    search: () => document.querySelector<HTMLInputElement>('input[data-amount-field]')?.focus(),
    back: stepBack,
    up: () => move(-1),
    down: () => move(1),
    pageUp: () => move(-page),
    pageDown: () => move(page),
  };
  if (past === null) return moves;
  const { id } = past.sale;
  return {
    ...moves,
    reprint: () => void send('reprint', { saleId: id }),
    ...(mayGiveAll(past) ? { giveBack: () => openDialog('give-back', id) } : {}),
    ...(mayGiveSome(past) ? { giveBackSome: () => openDialog('give-back-some', id) } : {}),
  };
}

/** True while something of a sale is left with the customer. */
export function hasLeft({ lines }: PastSaleView): boolean {
  return lines.some(({ left }) => left > 0);
}

/** True when what is left of a sale may go back as a whole. */
function mayGiveAll(past: PastSaleView): boolean {
  return past.mayRefund.whole && hasLeft(past);
}

/** True when single lines, or parts of them, may go back. */
function mayGiveSome(past: PastSaleView): boolean {
  return past.mayRefund.parts && hasLeft(past);
}

/** Esc: first the message goes, then what was looked for, then the screen. */
function stepBack(): void {
  if (currentMessage(useTill.getState())) dismiss();
  else if (useWindow.getState().history !== '') lookFor('');
  else showHistory(null);
}
