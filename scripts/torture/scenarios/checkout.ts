import type { CheckoutKind } from '../../../main/domain/tender.ts';
import { serveAll } from '../cashier.ts';
import type { Chance } from '../chance.ts';
import type { Fate } from '../counter.ts';
import { drawCustomers } from '../customers.ts';
import type { Customer } from '../customers.ts';
import { playScene } from '../scene.ts';
import type { RunResult, RunSettings, Scenario } from '../scene.ts';
import { oddAnswers } from '../weather.ts';
import { boundariesOfALife } from './kill-anywhere.ts';

const kinds = ['uzqr', 'flitt', 'smartpay', 'payme-invoice', 'payme-link'] as const satisfies readonly CheckoutKind[];

const moments = ['before the first byte', 'request written', 'answer begins', 'answer there'] as const;

/** Calls around which forgetting costs money: a QR is made, asked about, closed, and its money goes back. */
const moneyMoves = [
  'POST /payment/one_qr/create',
  'POST /payment/one_qr/cancel',
  'GET /payment/one_qr/status',
  'POST /api/checkout/url',
  'POST /api/status/order_id',
  'POST /api/reverse/order_id',
  'POST /v1/checkout-sessions',
  'GET /v1/orders',
  'PUT /v1/orders',
  'receipts.create',
  'receipts.send',
  'receipts.get',
  'receipts.cancel',
] as const;

/** Up to three lives end: around a call of the QR's own, or anywhere. */
function mortal(chance: Chance): Fate {
  let left = chance.int(1, 3);
  return () => {
    if (left === 0) return null;
    left -= 1;
    if (chance.of(0.5))
      return { of: 'call', after: chance.int(0, 1), near: `${chance.pick(moments)} ${chance.pick(moneyMoves)}` };
    const of = chance.of(0.7) ? 'write' : 'call';
    return { of, after: chance.int(0, Math.floor(boundariesOfALife[of] * 0.5)) };
  };
}

function play(settings: RunSettings, wants: Partial<Customer>): Promise<RunResult> {
  return playScene(settings, {
    checkouts: true,
    fate: mortal,
    play: async (scene) => {
      scene.around.line.setWeather(oddAnswers(scene.chance.fork('weather'), 0.15));
      const drawn = drawCustomers(scene.chance, { customers: 3, payme: 0, comesBackLater: 0.2 });
      await serveAll(
        scene,
        drawn.map((customer) => ({ ...customer, way: scene.chance.pick(kinds), ...wants })),
      );
    },
  });
}

/** QRs of every kind, paid soon, late, at the moment they are given up, or never, with kills and spoilt answers on all lines. */
export const checkout: Scenario = {
  name: 'checkout',
  about: 'QRs of every kind are paid by two phones while the till dies and answers are spoilt',
  share: 0.25,
  run: (settings) => play(settings, {}),
};

/** The customer pays in the moment the cashier cancels. */
export const checkoutCancelled: Scenario = {
  name: 'checkout-cancelled',
  about: 'a QR is paid in the moment the cashier cancels it, while the till dies and answers are spoilt',
  share: 0.15,
  run: (settings) => play(settings, { inDoubt: 'cancel', withQr: 'as-cancelled', comesBackLater: false }),
};
