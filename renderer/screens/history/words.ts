import type { TFunction } from 'i18next';
import { isCheckout } from '../../../main/domain/tender.ts';
import type { AttemptState } from '../../../main/domain/attempt.ts';
import type { Foreign, HistoryStep, RefundPaymentState } from '../../../preload/api.ts';
import type { Tone } from '../../components/mark.tsx';
import { formatForeign } from '../../i18n/format.ts';
import type { uz } from '../../i18n/uz.ts';

type StateWord = keyof typeof uz.history.state;

const tones: Partial<Record<string, Tone>> = {
  completed: 'sure',
  paid: 'sure',
  registered: 'sure',
  printed: 'sure',
  sent: 'sure',
  returned: 'sure',
  declined: 'refused',
  refused: 'refused',
  failed: 'refused',
  'in-doubt': 'doubt',
  cancelling: 'doubt',
};

const isStateWord = (state: string, t: TFunction): state is StateWord =>
  t(`history.state.${state as StateWord}`) !== `history.state.${state}`;

/** A state in words; one that nobody has met before is shown as it is. */
export function stateWords(t: TFunction, state: string): string {
  return isStateWord(state, t) ? t(`history.state.${state}`) : state;
}

/** The tone of a state: green when it is certain, red when it was refused, amber when nobody knows. */
export function toneOfState(state: string): Tone {
  return tones[state] ?? 'info';
}

/** One step in the life of a sale: what it is about and what it came to. */
export function stepWords(t: TFunction, { of, state, kind }: HistoryStep): { about: string; came: string; tone: Tone } {
  const shown =
    of === 'attempt' && state === 'sending' && kind !== null && isCheckout(kind) && kind !== 'payme-invoice';
  return { about: aboutWords(t, of, kind), came: stateWords(t, shown ? 'shown' : state), tone: toneOfState(state) };
}

function aboutWords(t: TFunction, of: HistoryStep['of'], kind: HistoryStep['kind']): string {
  switch (of) {
    case 'sale':
      return t('history.of_sale');
    case 'attempt':
      return kind === null ? t('history.paid') : t(`tenders.${kind}`);
    case 'fiscal':
      return t('history.of_fiscal');
    case 'receipt':
      return t('history.of_receipt');
    case 'refund':
      return t('history.of_refund');
    case 'refund-payment':
      return kind === null ? t('history.of_money') : `${t('history.of_money')} · ${t(`tenders.${kind}`)}`;
    default:
      return of satisfies never;
  }
}

/** True for a payment that goes back, or went back, as a whole: no refund payment of its own tells of it. */
export function wentBack(state: AttemptState | null): state is 'cancelling' | 'returned' {
  return state === 'cancelling' || state === 'returned';
}

/** A tender, or words about its sum, with what it took in its own ledger, where that counts in another currency: `Smartpay (480 JPY)`. */
export function withForeign(text: string, charged: Foreign): string {
  return charged === null ? text : `${text} (${formatForeign(charged.amount, charged.currency)})`;
}

/** How money that goes back stands: amber while nobody knows, red when it was refused and a person is needed. */
export function toneOfRefund(state: RefundPaymentState): Tone {
  if (state === 'returned' || state === 'closed-by-manager') return 'sure';
  if (state === 'refused') return 'refused';
  return state === 'in-doubt' ? 'doubt' : 'info';
}
