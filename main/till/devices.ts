import type { PrinterModel } from '../../native/printer/job.ts';
import type { PrintJob } from '../../native/printer/job.ts';
import type { PrinterState, PrintOutcome } from '../../native/printer/printer.ts';
import { openPrinter } from '../../native/printer/registry.ts';
import { openScanner } from '../../native/scanner/registry.ts';
import type { Scanner } from '../../native/scanner/serial-scanner.ts';
import { guarded } from './context.ts';
import type { Till } from './context.ts';
import { scan } from './scan.ts';
import type { TillSettings } from './settings.ts';

/** The shop's printer with the drawer on its socket. */
export type TillPrinter = {
  model: PrinterModel;
  print(job: PrintJob): Promise<PrintOutcome>;
  /** Opens the drawer, or does nothing successfully when there is none. */
  pulse(): Promise<PrintOutcome | undefined>;
  check(): Promise<PrinterState>;
};

/** The printer the settings name; nothing is opened before the first job. */
export function shopPrinter({ printer, drawer }: TillSettings): TillPrinter | null {
  if (!printer || printer.kind === 'system') return null;
  const { columns, dots, mode, codepage } = printer;
  const model: PrinterModel = { columns, dots, mode, codepage, qr: 'raster' };
  const device = openPrinter(printer, model);
  return {
    model,
    print: (job) => device.print(job),
    pulse: async () => (drawer.kind === 'printer' ? device.pulse(drawer.pin) : undefined),
    check: () => device.check(),
  };
}

/** Opens every serial scanner of the settings and lets its frames into the one route. */
export function openScanners(till: Till, { scanners }: TillSettings): Scanner[] {
  return scanners.flatMap((settings) => {
    if (settings.kind === 'hid') return [];
    const opened = openScanner(settings, {
      now: () => performance.now(),
      onFrame: (frame) => {
        guarded(till, 'scan', () => void scan(till, { text: frame.text, aim: frame.aim, gs1: frame.gs1 }));
        till.drawNow();
      },
      onState: (state) => {
        till.memo.scanner = state;
        till.changed();
      },
    });
    return opened ? [opened] : [];
  });
}
