import type { OpenAction, OpenItem } from '../../../preload/api.ts';
import { send } from '../../state/till.ts';
import { showOpenItems } from '../../state/window.ts';

/** What is asked before something is done about an item. */
export type Question = { about: 'cancel' | 'close' | 'settle-finding' | 'close-refund'; item: OpenItem };

/** Does what a button says; what needs a word more becomes a question. The till checks again who may. */
export async function act(action: OpenAction, item: OpenItem, ask: (question: Question) => void): Promise<void> {
  const { attemptId, saleId, obligationId } = item;
  if (action === 'cancel' || action === 'close' || action === 'settle-finding' || action === 'close-refund')
    ask({ about: action, item });
  else if (action === 'check-now' && item.kind === 'refund-payment' && obligationId !== null)
    await send('retryObligation', { obligationId });
  else if (action === 'check-now' && attemptId !== null) await send('checkNow', { attemptId });
  else if (action === 'retry-fiscal' && saleId !== null) await send('retryFiscal', { saleId });
  else if (action === 'retry' && obligationId !== null) await send('retryObligation', { obligationId });
  else if (action === 'print' && saleId !== null) await send('reprint', { saleId });
  else if (action === 'recall' && saleId !== null) await recall(saleId);
}

/** A recalled sale is looked at on the counter. */
async function recall(saleId: string): Promise<void> {
  const result = await send('recall', { saleId });
  if (result.ok) showOpenItems(null);
}
