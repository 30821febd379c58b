import { listQuickKeys } from '../store/catalogue/quick-keys.ts';
import { search } from '../store/catalogue/search.ts';
import type { Result } from '../../preload/api.ts';
import { ok, refused } from './context.ts';
import type { Counter } from './context.ts';
import { scan } from './scan.ts';

/** A code that no shop has: well formed, with a right check digit. */
const unknownCode = '4780000000007';

/** The virtual scanner of training: goods, a pretended customer's Payme code, or a code nobody knows, into the one route. */
export function trainingScan(
  { till }: Counter,
  arg: { what: 'goods' | 'wallet' | 'unknown'; text?: string | undefined },
): Result<{ text: string }> {
  if (!till.training) return refused('not-in-training');
  const text = arg.text ?? codeFor(arg.what);
  const scanned = scan(till, { text, gs1: false });
  return scanned.ok ? ok({ text }) : scanned;

  function codeFor(what: 'goods' | 'wallet' | 'unknown'): string {
    if (what === 'wallet') return till.training?.fbox.issueCode() ?? '';
    return what === 'unknown' ? unknownCode : anyGoods();
  }

  /** Goods with a barcode, a different one each time, walking through the alphabet with the clock. */
  function anyGoods(): string {
    const found = search(till.db, '478', 200).filter((item) => !item.weighed && item.minAge === null);
    const pick = found[Math.floor(till.world.now() / 7) % Math.max(1, found.length)];
    return pick?.codes[0] ?? listQuickKeys(till.db)[0]?.item.codes[0] ?? unknownCode;
  }
}
