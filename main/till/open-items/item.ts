import type { OpenSale } from '../../store/open-items.ts';
import type { OpenItem, OpenItemKind } from '../../../preload/api.ts';

/** An open item of which only its kind, its subject and its sale are known yet; the caller says the rest. */
export function blankItem(kind: OpenItemKind, subject: string, sale: OpenSale | undefined): OpenItem {
  return {
    id: `${kind}:${subject}`,
    kind,
    needsPerson: false,
    saleId: sale?.saleId ?? null,
    saleNumber: sale?.saleNumber ?? null,
    attemptId: null,
    tender: null,
    obligationId: null,
    refundPaymentId: null,
    amount: sale?.amount ?? null,
    charged: null,
    cashier: sale?.cashier ?? null,
    since: 0,
    last: null,
    next: { what: 'person', at: null },
    released: null,
    finding: null,
    actions: [],
  };
}
