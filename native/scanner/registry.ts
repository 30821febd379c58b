import { assertNever } from '../assert-never.ts';
import { openSerialScanner, type Scanner, type SerialScannerDeps } from './serial-scanner.ts';

/** A scanner as the shop's settings name it. A wedge types into the window, so the till opens nothing for it. */
export type ScannerSettings = { kind: 'serial'; path: string; baudRate: number; prefix?: string } | { kind: 'wedge' };

/** Opens the driver for one scanner; undefined for kinds the window reads itself. */
export function openScanner(settings: ScannerSettings, deps: SerialScannerDeps): Scanner | undefined {
  switch (settings.kind) {
    case 'serial':
      return openSerialScanner(settings, deps);
    case 'wedge':
      return undefined;
    default:
      return assertNever(settings);
  }
}
