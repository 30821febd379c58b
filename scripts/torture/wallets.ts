import { createServer } from 'node:net';
import { startFlitt } from '../../main/training/flitt/server.ts';
import type { Flitt } from '../../main/training/flitt/server.ts';
import type { Payme } from '../../main/training/payme/server.ts';
import { startSmartpay } from '../../main/training/smartpay/server.ts';
import type { Smartpay } from '../../main/training/smartpay/server.ts';
import type { Chance } from './chance.ts';
import { layLine } from './line/faulty-line.ts';
import type { FaultyLine, LineListener } from './line/faulty-line.ts';
import { cashbox } from './provision.ts';
import type { WorldClock } from './world-clock.ts';

/** Providers whose customers scan our QR, beyond box and Payme; `settings` is what the shop's provision file says of all of them. */
export type Wallets = {
  flitt: Flitt;
  smartpay: Smartpay;
  /** Their lines, without those of box and Payme. */
  lines: readonly FaultyLine[];
  settings: object;
  /** A customer is about to do something, whatever the till is. */
  follow(doing: Promise<void>): void;
  /** Settles when every customer has done what they wanted; Payme's own calls that waited for the till are made again. */
  quiet(): Promise<void>;
  close(): Promise<void>;
};

type Parts = { clock: WorldClock; chance: Chance; hear: LineListener; lines: readonly FaultyLine[]; payme: Payme };

/** How long (seconds of the world) a QR may be paid: a run waits for the last of them. */
const lifetimeSeconds = 60;

const flittShop = { merchantId: '1549901', secret: 'flitt secret of the shop' };
const secretKey = 'sk_test_baraka';
const merchantApi = { login: 'Paycom', key: 'merchant key of the shop' };

/** Starts them on loopback. Payme is told where the till listens, at a port that stays the same for every till of the run. */
export async function openWallets({
  clock,
  chance,
  hear,
  lines: [boxLine, paymeLine],
  payme,
}: Parts): Promise<Wallets> {
  const world = { now: clock.now, wait: clock.wait, random: chance.fork('wallets').next };
  const flitt = await startFlitt({ ...world, ...flittShop });
  const smartpay = await startSmartpay({ ...world, secretKey });
  const flittLine = await layLine(new URL(flitt.url), clock, hear);
  const smartpayLine = await layLine(new URL(smartpay.url), clock, hear);
  const port = await freePort();
  const doing: Promise<void>[] = [];
  payme.setMerchant({ url: `http://127.0.0.1:${port}/payme`, ...merchantApi });
  const checkout = {
    uzqr: { kind: 'fbox', baseUrl: boxLine?.url, lifetimeSeconds },
    payme: {
      checkoutUrl: payme.checkoutUrl,
      merchantId: cashbox.cashboxId,
      accountField: 'order_id',
      language: 'uz',
      lifetimeSeconds,
    },
    flitt: { baseUrl: flittLine.url, ...flittShop, lifetimeSeconds },
    invoice: { baseUrl: paymeLine?.url, ...cashbox, lifetimeSeconds },
    smartpay: { baseUrl: smartpayLine.url, secretKey, currency: 'JPY', lifetimeSeconds },
  };
  return {
    flitt,
    smartpay,
    lines: [flittLine, smartpayLine],
    settings: { checkout, listener: { port, merchantApi: { ...merchantApi, cancelAfterSale: 'accept' } } },
    follow: (one) => void doing.push(one),
    quiet: async () => {
      await Promise.all(doing);
      for (const { id, state } of payme.ledger.receipts) if (state === 30 || state === 21) await payme.links.goOn(id);
    },
    close: async () => void (await Promise.all([flitt.close(), smartpay.close()])),
  };
}

/** A port nobody listens at now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
