import { formatForeign } from '../../main/domain/format.ts';
import { assertNever } from '../../main/domain/assert-never.ts';
import type { CustomerCheckout, CustomerStep } from '../../preload/api.ts';
import type { Tone } from '../components/mark.tsx';
import type { CustomerWords } from './words/index.ts';

/** A state of the payment in the customer's words. */
export type Said = { tone: Tone; headline: string; text: string };

/** What a customer is told at a step that has no picture of its own. Amber is for money nobody can tell about, and nothing else. */
export function sayStep(words: CustomerWords, step: CustomerStep): Said | null {
  switch (step) {
    case 'choose':
      return { tone: 'info', headline: words.choose, text: words.chooseText };
    case 'cash':
      return { tone: 'info', headline: words.cash, text: words.cashText };
    case 'show-code':
      return { tone: 'info', headline: words.showCode, text: words.showCodeText };
    case 'working':
      return { tone: 'info', headline: words.working, text: words.workingText };
    case 'checking':
      return { tone: 'doubt', headline: words.checking, text: words.checkingText };
    case 'not-paid':
      return { tone: 'refused', headline: words.notPaid, text: words.notPaidText };
    case 'closed':
    case 'idle':
    case 'selling':
    case 'checkout':
    case 'paid':
      return null;
    default:
      return assertNever(step);
  }
}

/** How the customer pays what is shown: by which app, or by the message they were sent. */
export function sayCheckout(words: CustomerWords, { kind, qr }: Pick<CustomerCheckout, 'kind' | 'qr'>): Said {
  if (qr === null) return { tone: 'info', headline: words.sent, text: words.sentText };
  const text = {
    uzqr: words.scanAnyBank,
    'payme-link': words.scanPayme,
    'payme-invoice': words.scanPayme,
    flitt: words.scanPaymeCamera,
    smartpay: words.scanCamera,
  }[kind];
  return { tone: 'info', headline: words.scan, text };
}

/** `1:05` of a span in ms, rounded up: it says 0:00 only when it is over. */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A sum of another currency, given in its minor units, as its own country's till would count them: `1 250 JPY`, `12,50 EUR`. */
export function foreignSum({ amount, currency }: { amount: number; currency: string }): string {
  return formatForeign(amount, currency);
}
