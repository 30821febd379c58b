import { startFbox } from '../training/fbox/server.ts';
import type { Fbox } from '../training/fbox/server.ts';
import { startFlitt } from '../training/flitt/server.ts';
import type { Flitt } from '../training/flitt/server.ts';
import { startPayme } from '../training/payme/server.ts';
import type { Payme } from '../training/payme/server.ts';
import { startSmartpay } from '../training/smartpay/server.ts';
import type { Smartpay } from '../training/smartpay/server.ts';
import { startVirtualPrinter } from '../training/printer/server.ts';
import type { Job } from '../training/printer/device.ts';
import type { VirtualPrinter } from '../training/printer/server.ts';
import type { TrainingPaymentFault } from '../../preload/api.ts';
import type { TrainingUrls } from '../training/shop/shop.ts';
import type { World } from './context.ts';

/** The other side of every wire while a cashier practises: a box, Payme, a printer that shows its paper, customers with codes. */
export type TrainingRoom = {
  fboxUrl: string;
  paymeUrl: string;
  flittUrl: string;
  smartpayUrl: string;
  printerPort: number;
  fbox: Fbox;
  payme: Payme;
  flitt: Flitt;
  smartpay: Smartpay;
  /** What the trainee switched on; `left` says whether the fault still waits for a payment, `drop` takes it back. */
  faults: { network: 'up' | 'down'; nextPayment: TrainingPaymentFault; left: () => number; drop: () => void };
  printer: VirtualPrinter;
  paper: { png: string; at: number } | null;
  /** Where this till's listener is: the pretended providers call it from now on. */
  callTill(listenerUrl: string): void;
  close(): Promise<void>;
};

/** What the pretended providers and the training shop know each other by; it opens nothing anywhere else. */
const practiceFlitt = { merchantId: '1549901', secret: 'training' };
const practiceSmartpay = {
  secretKey: 'sk_test_training',
  subscriptionId: 'training',
  webhookSecret: 'training',
};
const practiceMerchant = { login: 'Paycom', key: 'training' };

/** The cashbox of the training shop at the pretended Payme; it opens nothing anywhere else. */
const practiceCashbox = { cashboxId: 'training', key: 'training' };

/** Opens the room on loopback; `onPaper` is called when something was printed. */
export async function openTrainingRoom(world: World, random: () => number, onPaper: () => void): Promise<TrainingRoom> {
  const payme = await startPayme({ now: world.now, random, ...practiceCashbox });
  const fbox = await startFbox({
    now: world.now,
    random,
    wallet: payme.wallet,
    amountUnit: 'sum',
    kkmId: '00000011',
    deviceId: '00000011',
    terminalId: practiceTerminal(random),
    inn: '300000001',
    companyName: 'Baraka Market',
  });
  const flitt = await startFlitt({ now: world.now, random, ...practiceFlitt });
  const smartpay = await startSmartpay({ now: world.now, random, secretKey: practiceSmartpay.secretKey });
  const printer = await startVirtualPrinter({ onJob: (job) => show(job) });
  const room: TrainingRoom = {
    fboxUrl: fbox.url,
    paymeUrl: payme.url,
    flittUrl: flitt.url,
    smartpayUrl: smartpay.url,
    printerPort: printer.port,
    fbox,
    payme,
    flitt,
    smartpay,
    faults: { network: 'up', nextPayment: 'none', left: () => 0, drop: () => {} },
    printer,
    paper: null,
    callTill: (url) => {
      const { subscriptionId, webhookSecret: secret } = practiceSmartpay;
      payme.setMerchant({ url: `${url}/payme`, ...practiceMerchant });
      smartpay.subscribe({ url: `${url}/smartpay`, subscriptionId, secret });
    },
    close: async () => {
      await Promise.all([fbox.close(), payme.close(), flitt.close(), smartpay.close(), printer.close()]);
    },
  };
  const show = (job: Job): void => {
    room.paper = { png: `data:image/png;base64,${job.png().toString('base64')}`, at: world.now() };
    onPaper();
  };
  return room;
}

/** Where everything in the room is, as the training shop's settings want it. */
export function trainingUrls(room: TrainingRoom): TrainingUrls {
  const { fboxUrl, paymeUrl, flittUrl, smartpayUrl, printerPort } = room;
  return {
    fbox: fboxUrl,
    payme: { baseUrl: paymeUrl, checkoutUrl: room.payme.checkoutUrl, ...practiceCashbox },
    flitt: { baseUrl: flittUrl, ...practiceFlitt },
    smartpay: { baseUrl: smartpayUrl, ...practiceSmartpay },
    merchant: practiceMerchant,
    printer: { host: '127.0.0.1', port: printerPort },
  };
}

/** A module number of the kind emulators have (ZZ); a new one each time, because the box forgets and the journal does not. */
function practiceTerminal(random: () => number): string {
  return `ZZ${String(Math.floor(random() * 1e12)).padStart(12, '0')}`;
}
