import type { TenderKind } from '../../main/domain/tender.ts';

/** Who answers for the money of a tender; names are the same in every language. */
const walletNames: Record<TenderKind, string> = {
  cash: '',
  card: '',
  'payme-go': 'Payme',
  'payme-link': 'Payme',
  'payme-invoice': 'Payme',
  flitt: 'Flitt',
  uzqr: 'UzQR',
  smartpay: 'Smartpay',
};

/** The name that sentences about a payment use where nothing says which wallet it was. */
export const usualWallet = walletNames['payme-go'];

/** The name a sentence puts in for the wallet of a tender. */
export function walletOf(kind: TenderKind | null | undefined): string {
  return kind ? walletNames[kind] : usualWallet;
}
