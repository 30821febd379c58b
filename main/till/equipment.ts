import { fiscalService } from '../fiscal/registry.ts';
import { codeProvider } from '../tender/registry.ts';
import type { CodeProvider, Line } from '../tender/provider.ts';
import type { Equipment, Till } from './context.ts';
import { openScanners, shopPrinter } from './devices.ts';
import type { TillSettings } from './settings.ts';

/** Builds the services and opens the devices the settings name; closing lets every port go. */
export function setUpEquipment(till: Till, settings: TillSettings): Equipment {
  const scanners = openScanners(till, settings);
  const printer = shopPrinter(settings);
  if (settings.scanners.some(({ kind }) => kind === 'serial')) till.memo.scanner = 'absent';
  till.memo.printer = printer ? 'unknown' : 'none';
  return {
    settings,
    payme: shopProvider(till, settings),
    fiscal: fiscalService(settings.fiscal, { timeZone: settings.shop.timezone, onlyOrigin: onlyOrigins(till)?.box }),
    printer,
    close: async () => scanners.forEach((scanner) => scanner.close()),
  };
}

/** In training the only addresses in the world are the simulators': a practice payment can never reach a real provider. */
function onlyOrigins({ training }: Till): Record<Line, string> | undefined {
  return training ? { box: new URL(training.fboxUrl).origin, payme: new URL(training.paymeUrl).origin } : undefined;
}

function shopProvider(till: Till, { paymeGo, register }: TillSettings): CodeProvider | null {
  if (!paymeGo) return null;
  const { kkmId, deviceId } = register;
  return codeProvider(paymeGo, { kkmId, deviceId, onlyOrigins: onlyOrigins(till) });
}
