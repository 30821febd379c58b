/** Where the simulators of the training shop listen; `printer` is the virtual printer's TCP address. */
export type TrainingUrls = {
  fbox: string;
  payme: { baseUrl: string; cashboxId: string; key: string; checkoutUrl: string };
  flitt: { baseUrl: string; merchantId: string; secret: string };
  smartpay: { baseUrl: string; secretKey: string; subscriptionId: string; webhookSecret: string };
  merchant: { login: string; key: string };

  printer: { host: string; port: number };
  scannerPath?: string | undefined;
};

/**
 * The training shop as a provision file would describe it: "Baraka Market", a cashier, a manager, the simulated fiscal
 * box for receipts and Payme Go, the virtual printer. Its goods are `trainingGoods`; the register's ids belong to nobody.
 */
export function trainingShop(urls: TrainingUrls) {
  return {
    version: 1 as const,
    shop: {
      name: 'Baraka Market',
      tin: '300000001',
      address: 'Toshkent sh., Chilonzor tumani, Bunyodkor koʻchasi 1',
      phone: '+998 71 200 00 00',
      timezone: 'Asia/Tashkent',
      currency: 'UZS' as const,
      receiptLanguage: 'uz' as const,
    },
    register: { name: 'Kassa 1', kkmId: '00000011', deviceId: '00000011' },
    staff: [
      { name: 'Dilnoza', role: 'cashier' as const, pin: '1111', language: 'uz' as const },
      { name: 'Aziz', role: 'manager' as const, pin: '2222', language: 'ru' as const },
    ],
    catalogue: 'training',
    scanners: scanners(urls.scannerPath),
    printer: {
      kind: 'tcp' as const,
      host: urls.printer.host,
      port: urls.printer.port,
      columns: 48,
      dots: 576,
      mode: 'raster' as const,
      codepage: 'cp866' as const,
    },
    drawer: { kind: 'printer' as const, pin: 2 as const },
    fiscal: { kind: 'fbox' as const, baseUrl: urls.fbox },
    paymeGo: {
      kind: 'fbox' as const,
      baseUrl: urls.fbox,
      amountUnit: 'sum' as const,
      sendRegisterIds: true,
      timeoutSeconds: 30,
      codePrefixes: ['505'],
      codeLengths: [20],
      codeLifetimeSeconds: 60,
      cashbox: cashboxOf(urls.payme),
    },
    ...checkouts(urls),
    offline: {
      release: { enabled: true, perSale: 30_000_000, total: 300_000_000, count: 10, maxAgeMinutes: 120 },
    },
  };
}

type Scanner = { kind: 'wedge' } | { kind: 'serial'; path: string; baudRate: number };

function scanners(path: string | undefined): Scanner[] {
  return path === undefined ? [{ kind: 'wedge' }] : [{ kind: 'serial', path, baudRate: 9600 }, { kind: 'wedge' }];
}

const cashboxOf = ({ baseUrl, cashboxId, key }: TrainingUrls['payme']) => ({ baseUrl, cashboxId, key });

/** Every way to pay on the customer's own phone, and the listener that hears of it, at any free port of this computer. */
function checkouts({ fbox, payme, flitt, smartpay, merchant }: TrainingUrls) {
  const { subscriptionId, webhookSecret: secret } = smartpay;
  return {
    checkout: {
      uzqr: { kind: 'fbox' as const, baseUrl: fbox, lifetimeSeconds: 300 },
      payme: {
        checkoutUrl: payme.checkoutUrl,
        merchantId: payme.cashboxId,
        accountField: 'order_id',
        language: 'uz' as const,
        lifetimeSeconds: 900,
      },
      flitt: { ...flitt, lifetimeSeconds: 600 },
      invoice: { ...cashboxOf(payme), hold: false, lifetimeSeconds: 900 },
      smartpay: {
        baseUrl: smartpay.baseUrl,
        secretKey: smartpay.secretKey,
        currency: 'JPY',
        capture: 'automatic' as const,
        returnUrl: smartpay.baseUrl,
        lifetimeSeconds: 900,
        webhook: { subscriptionId, secret },
      },
    },
    listener: {
      host: '127.0.0.1',
      port: 0,
      behindProxy: false,
      merchantApi: { ...merchant, busyCode: -31_008, cancelAfterSale: 'accept' as const, detail: false },
    },
  };
}
