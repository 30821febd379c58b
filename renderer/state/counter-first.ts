import { useEffect, useState } from 'react';
import type { TillView } from '../../preload/api.ts';

/** What happens to the sale at the counter, a scan above all, brings the counter back: nothing is rung up unseen. */
export function useCounterFirst({ sale, payment, done }: TillView, leave: () => void): void {
  const now = JSON.stringify([
    sale?.id,
    sale?.total,
    sale?.quantity,
    payment?.step,
    payment?.attempt?.id,
    done?.saleId,
  ]);
  const [before] = useState(now);
  useEffect(() => {
    if (now !== before) leave();
  }, [now, before, leave]);
}
