import { useState } from 'react';
import type { MessageView } from '../../preload/api.ts';
import { tillNow, useTill } from './till.ts';

/** What the till refused since the caller was first drawn; older refusals belong elsewhere. */
export function useFreshRefusal(): MessageView | null {
  const [openedAt] = useState(tillNow);
  const refusal = useTill((state) => state.refusal);
  return refusal && refusal.at >= openedAt ? refusal : null;
}
