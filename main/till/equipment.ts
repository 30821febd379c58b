import { fiscalService } from '../fiscal/registry.ts';
import { checkoutProviders, codeProvider } from '../tender/registry.ts';
import { returnById } from '../tender/subscribe/book.ts';
import type { CodeProvider, Line } from '../tender/provider.ts';
import type { SentRefunds } from '../tender/uzqr/sent-refunds.ts';
import { findSentRefund, forgetSentRefund, noteSentRefund } from '../store/sent-refunds.ts';
import type { Equipment, Till } from './context.ts';
import { openScanners, shopPrinter } from './devices.ts';
import { paymeLinkBook } from './merchant-api/link-book.ts';
import type { GiveBack } from './merchant-api/link-book.ts';
import type { Checkouts } from './providers.ts';
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
    checkouts: shopCheckouts(till, settings),
    fiscal: fiscalService(settings.fiscal, { timeZone: settings.shop.timezone, onlyOrigin: onlyOrigins(till)?.box }),
    printer,
    close: async () => scanners.forEach((scanner) => scanner.close()),
  };
}

/** In training the only addresses in the world are the simulators': a practice payment can never reach a real provider. */
function onlyOrigins({ training }: Till): Record<Line, string> | undefined {
  if (!training) return undefined;
  const { fboxUrl: box, paymeUrl: payme, flittUrl: flitt, smartpayUrl: smartpay } = training;
  return mapOrigins({ box, payme, flitt, smartpay });
}

function mapOrigins(urls: Record<Line, string>): Record<Line, string> {
  const originOf = (line: Line): string => new URL(urls[line]).origin;
  return { box: originOf('box'), payme: originOf('payme'), flitt: originOf('flitt'), smartpay: originOf('smartpay') };
}

function shopCheckouts(till: Till, { checkout, listener }: TillSettings): Checkouts {
  if (!checkout) return new Map();
  const link = listener?.merchantApi ? paymeLinkBook(till, cabinetOf(till, checkout)) : null;
  const callbacks = listener?.publicUrl ?? null;
  return checkoutProviders(checkout, {
    callbacks,
    link,
    sentRefunds: sentRefunds(till),
    onlyOrigins: onlyOrigins(till),
  });
}

function sentRefunds({ db, world }: Till): SentRefunds {
  return {
    find: (payId) => findSentRefund(db, payId),
    note: (payId, refundId) => noteSentRefund(db, payId, refundId, world.now()),
    forget: (payId) => forgetSentRefund(db, payId),
  };
}

/** Payme's cabinet and its Subscribe API know one cashbox: where the shop's invoices use the link's own, its key gives links back. */
function cabinetOf(till: Till, { payme, invoice }: NonNullable<TillSettings['checkout']>): GiveBack {
  if (!payme || invoice?.cashboxId !== payme.merchantId) return null;
  return (paymeId) => returnById({ ...invoice, onlyOrigin: onlyOrigins(till)?.payme }, paymeId);
}

function shopProvider(till: Till, { paymeGo, register }: TillSettings): CodeProvider | null {
  if (!paymeGo) return null;
  const { kkmId, deviceId } = register;
  return codeProvider(paymeGo, { kkmId, deviceId, onlyOrigins: onlyOrigins(till) });
}
