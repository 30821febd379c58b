import { useEffect, useState } from 'react';
import type { PastSale, PastSaleView } from '../../../preload/api.ts';
import { throttled } from '../../state/throttled.ts';
import { timing } from '../../state/timing.ts';
import { send, useTill } from '../../state/till.ts';

/** How often (ms) at most the sale is asked for while the till's views follow each other. */
const everyMs = 500;

/** Everything that became of one sale, kept up while it is shown; null until it is there. */
export function usePastSale(saleId: string | null, changed: (sale: PastSale) => void): PastSaleView | null {
  const [past, setPast] = useState<PastSaleView | null>(null);
  useEffect(() => {
    if (saleId === null) return undefined;
    const asking = throttled(
      async () => {
        const result = await send('pastSale', { saleId });
        if (!result.ok) return;
        setPast(result.value);
        changed(result.value.sale);
      },
      everyMs,
      timing,
    );
    asking.ask();
    const off = useTill.subscribe((now, before) => {
      if (now.view?.revision !== before.view?.revision) asking.ask();
    });
    return () => {
      off();
      asking.stop();
    };
  }, [saleId, changed]);
  return past?.sale.id === saleId ? past : null;
}
