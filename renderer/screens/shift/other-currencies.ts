import type { TFunction } from 'i18next';
import type { ShiftReport } from '../../../preload/api.ts';
import { formatForeign } from '../../i18n/format.ts';

type CurrencyRow = { name: string; count?: number; amount: string };

/** The rows of the ledgers in other currencies: what each took, and below it what it gives back, when it does. */
export function currencyRows(t: TFunction, ledgers: ShiftReport['otherCurrencies']): CurrencyRow[] {
  return ledgers.flatMap(({ currency, count, taken, givenBack }) => {
    const came = { name: currency, count, amount: formatForeign(taken, currency) };
    const back = { name: t('shift.foreignBack', { currency }), amount: formatForeign(givenBack, currency) };
    return givenBack > 0 ? [came, back] : [came];
  });
}
