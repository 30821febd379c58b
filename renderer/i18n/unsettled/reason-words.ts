import type { TFunction } from 'i18next';
import { isCode, shortCodes } from '../short-codes.ts';
import { usualWallet } from '../wallet-names.ts';
import { explainReason, isReason } from './explain.ts';

type ReasonWords = { said: string; todo: string; code: string; short: string };

/**
 * A reason of the till in words, and the short code it is looked up by; some reasons are codes and have their words. `wallet` is
 * the name of who answers for the money.
 */
export function reasonWords(t: TFunction, reason: string, wallet: string = usualWallet): ReasonWords {
  if (isCode(reason) && !isReason(reason)) {
    const code = shortCodes[reason];
    return {
      said: t(`codes.${reason}.money`, { wallet }),
      todo: t(`codes.${reason}.todo`, { wallet }),
      code,
      short: code,
    };
  }
  const { key, ...codes } = explainReason(reason);
  return { said: t(`reasons.${key}.said`, { wallet }), todo: t(`reasons.${key}.todo`, { wallet }), ...codes };
}
