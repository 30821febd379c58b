import { useState } from 'react';
import type { OpenItem } from '../../../preload/api.ts';

/** The item the keys act on. It is kept by its id: the list changes under the fingers, the choice does not. */
export function useChoice(items: readonly OpenItem[], show: (at: number) => void) {
  const [id, choose] = useState<string | null>(null);
  const at = items.findIndex((item) => item.id === id);
  const move = (by: number) => {
    const next = Math.min(Math.max(at + by, 0), items.length - 1);
    const item = items[next];
    if (!item) return;
    choose(item.id);
    show(next);
  };
  return { chosen: items[at], choose, move };
}
