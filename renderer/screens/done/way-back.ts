import type { TenderKind } from '../../../main/domain/tender.ts';

/** How money of a tender goes back: out of the drawer, on the terminal, or by itself. */
export function wayBack(kind: TenderKind): 'cash' | 'card' | 'wallet' {
  return kind === 'cash' || kind === 'card' ? kind : 'wallet';
}
