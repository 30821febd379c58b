/**
 * How the shop is known at Flitt (docs.flitt.com: introduction). `merchantId` is its number there, `secret` the payment key and a
 * secret; `callbackUrl` is null when nobody outside can reach the till. `onlyOrigin` is the guard of training.
 */
export type FlittSettings = {
  baseUrl: string;
  merchantId: string;
  secret: string;
  lifetimeSeconds: number;
  callbackUrl: string | null;
  onlyOrigin?: string | undefined;
};

/** The one currency Pay by Payme is taken in; its minor unit is the tiyin, so amounts are the sale's own. */
export const flittCurrency = 'UZS';

/** The version of the protocol every request names (docs.flitt.com: order parameters; 1.0 is deprecated). */
export const flittVersion = '1.0.1';
