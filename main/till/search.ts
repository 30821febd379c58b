import { search } from '../store/catalogue/search.ts';
import type { FoundItem, Result } from '../../preload/api.ts';
import { ok } from './context.ts';
import type { Counter } from './context.ts';

/** As many hits as fit the panel without scrolling far. */
const mostHits = 30;

/** Goods whose name or code begins with what was typed, in whichever script. */
export function searchItems({ till }: Counter, arg: { text: string }): Result<FoundItem[]> {
  const found = search(till.db, arg.text, mostHits);
  return ok(
    found.map(({ id, name, codes, price, unit, weighed }) => ({
      itemId: id,
      name,
      code: codes[0] ?? '',
      price,
      unit,
      weighed,
    })),
  );
}
