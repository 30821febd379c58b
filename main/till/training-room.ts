import { startFbox } from '../training/fbox/server.ts';
import type { Fbox } from '../training/fbox/server.ts';
import { startVirtualPrinter } from '../training/printer/server.ts';
import type { Job } from '../training/printer/device.ts';
import type { VirtualPrinter } from '../training/printer/server.ts';
import type { World } from './context.ts';

/** The other side of every wire while a cashier practises: a box, a printer that shows its paper, customers with codes. */
export type TrainingRoom = {
  fboxUrl: string;
  printerPort: number;
  fbox: Fbox;
  printer: VirtualPrinter;
  paper: { png: string; at: number } | null;
  close(): Promise<void>;
};

/** Opens the room on loopback; `onPaper` is called when something was printed. */
export async function openTrainingRoom(world: World, random: () => number, onPaper: () => void): Promise<TrainingRoom> {
  const fbox = await startFbox({
    now: world.now,
    random,
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
    printerPort: printer.port,
    fbox,
    printer,
    paper: null,
    close: async () => {
      await Promise.all([fbox.close(), printer.close()]);
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
