import { startFbox } from '../training/fbox/server.ts';
import type { Fbox } from '../training/fbox/server.ts';
import { startPayme } from '../training/payme/server.ts';
import type { Payme } from '../training/payme/server.ts';
import { startVirtualPrinter } from '../training/printer/server.ts';
import type { Job } from '../training/printer/device.ts';
import type { VirtualPrinter } from '../training/printer/server.ts';
import type { TrainingPaymentFault } from '../../preload/api.ts';
import type { World } from './context.ts';

/** The other side of every wire while a cashier practises: a box, Payme, a printer that shows its paper, customers with codes. */
export type TrainingRoom = {
  fboxUrl: string;
  paymeUrl: string;
  printerPort: number;
  fbox: Fbox;
  payme: Payme;
  /** What the trainee switched on; `left` says whether the fault still waits for a payment, `drop` takes it back. */
  faults: { network: 'up' | 'down'; nextPayment: TrainingPaymentFault; left: () => number; drop: () => void };
  printer: VirtualPrinter;
  paper: { png: string; at: number } | null;
  close(): Promise<void>;
};

/** The cashbox of the training shop at the pretended Payme; it opens nothing anywhere else. */
export const practiceCashbox = { cashboxId: 'training', key: 'training' };

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
  const printer = await startVirtualPrinter({ onJob: (job) => show(job) });
  const room: TrainingRoom = {
    fboxUrl: fbox.url,
    paymeUrl: payme.url,
    printerPort: printer.port,
    fbox,
    payme,
    faults: { network: 'up', nextPayment: 'none', left: () => 0, drop: () => {} },
    printer,
    paper: null,
    close: async () => {
      await Promise.all([fbox.close(), payme.close(), printer.close()]);
    },
  };
  const show = (job: Job): void => {
    room.paper = { png: `data:image/png;base64,${job.png().toString('base64')}`, at: world.now() };
    onPaper();
  };
  return room;
}

/** A module number of the kind emulators have (ZZ); a new one each time, because the box forgets and the journal does not. */
function practiceTerminal(random: () => number): string {
  return `ZZ${String(Math.floor(random() * 1e12)).padStart(12, '0')}`;
}
