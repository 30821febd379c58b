import { startFlitt } from '../../../main/training/flitt/server.ts';
import type { Flitt } from '../../../main/training/flitt/server.ts';
import type { Payme } from '../../../main/training/payme/server.ts';
import { startSmartpay } from '../../../main/training/smartpay/server.ts';
import type { Smartpay } from '../../../main/training/smartpay/server.ts';
import { cashbox } from './baraka.ts';

/** How the shop is known at each provider. */
export const flittShop = { merchantId: '1549901', secret: 'flitt secret of the shop' };
export const smartpayShop = { secretKey: 'sk_test_baraka', subscriptionId: 'baraka', secret: 'smartpaysecret' };
export const merchantApi = { login: 'Paycom', key: 'merchant key of the shop' };

type World = { now: () => number; random: () => number; wait: (ms: number) => Promise<void> };

/** Flitt and Smartpay as a shop with every checkout needs them, and what its provision file says of all five. */
export type OtherSide = { flitt: Flitt; smartpay: Smartpay; settings: object; close(): Promise<void> };

/** Starts them on loopback; UzQR stands behind the box and Payme is there already. */
export async function startOtherSide(world: World, at: { box: string; payme: Payme }): Promise<OtherSide> {
  const flitt = await startFlitt({ ...world, ...flittShop });
  const smartpay = await startSmartpay({ ...world, secretKey: smartpayShop.secretKey });
  const { subscriptionId, secret } = smartpayShop;
  const checkout = {
    uzqr: { kind: 'fbox', baseUrl: at.box, lifetimeSeconds: 300 },
    payme: {
      checkoutUrl: at.payme.checkoutUrl,
      merchantId: cashbox.cashboxId,
      accountField: 'order_id',
      language: 'uz',
    },
    flitt: { baseUrl: flitt.url, ...flittShop, lifetimeSeconds: 600 },
    invoice: { baseUrl: at.payme.url, ...cashbox },
    smartpay: {
      baseUrl: smartpay.url,
      secretKey: smartpayShop.secretKey,
      currency: 'JPY',
      webhook: { subscriptionId, secret },
    },
  };
  return {
    flitt,
    smartpay,
    settings: { checkout, listener: { port: 0, merchantApi: { ...merchantApi, cancelAfterSale: 'accept' } } },
    close: async () => void (await Promise.all([flitt.close(), smartpay.close()])),
  };
}
