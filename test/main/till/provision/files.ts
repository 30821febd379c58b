import type { readProvision } from '../../../../main/till/provision/read.ts';

type ReadFile = Parameters<typeof readProvision>[1]['readFile'];

/** A complete provision file of everything this version can drive. */
export function goodProvision() {
  return {
    version: 1,
    shop: {
      name: 'Baraka Market',
      tin: '301234567',
      address: 'Toshkent, Chilonzor 5',
      phone: '+998711234567',
      timezone: 'Asia/Tashkent',
      currency: 'UZS',
      receiptLanguage: 'uz',
    },
    register: { name: 'Kassa 1', kkmId: '00000011', deviceId: '00000012' },
    staff: [
      { name: 'Dilnoza', role: 'cashier', pin: '1111', language: 'uz' },
      { name: 'Aziz', role: 'manager', pin: '2222', language: 'ru' },
    ],
    catalogue: 'goods.csv',
    scanners: [{ kind: 'serial', path: '/dev/ttyACM0', baudRate: 9600 }, { kind: 'wedge' }],
    printer: { kind: 'tcp', host: '127.0.0.1', port: 9100, columns: 48, dots: 576, mode: 'text', codepage: 'cp866' },
    drawer: { kind: 'printer', pin: 2 },
    fiscal: { kind: 'fbox', baseUrl: 'http://127.0.0.1:3448' },
    paymeGo: {
      kind: 'fbox',
      baseUrl: 'http://127.0.0.1:3448',
      amountUnit: 'sum',
      sendRegisterIds: true,
      timeoutSeconds: 75,
      codePrefixes: ['505'],
      codeLengths: [20],
      codeLifetimeSeconds: 20,
    },
    offline: {
      holdSeconds: 15,
      release: { enabled: false, perSale: 30_000_000, total: 300_000_000, count: 10, maxAgeMinutes: 120 },
    },
  };
}

/** Everything that comes with later versions, secrets included. */
export function laterParts() {
  return {
    checkout: {
      flitt: { baseUrl: 'https://pay.flitt.com', merchantId: '1549901', secret: 'flitt-secret', lifetimeSeconds: 600 },
      payme: { checkoutUrl: 'https://checkout.paycom.uz', merchantId: 'm', accountField: 'order', language: 'uz' },
      invoice: { baseUrl: 'https://checkout.paycom.uz/api', cashboxId: 'c', key: 'invoice-key' },
      uzqr: { kind: 'fbox', baseUrl: 'http://127.0.0.1:3448' },
      smartpay: {
        baseUrl: 'https://api.smartpay.co',
        secretKey: 'sk_test_smartSecret',
        currency: 'JPY',
        webhook: { subscriptionId: 'baraka', secret: 'webhookSecret' },
      },
    },
    listener: {
      host: '127.0.0.1',
      port: 8443,
      merchantApi: { login: 'Paycom', key: 'merchant-key', testKey: 'merchant-test-key', busyCode: -31008 },
      allow: ['127.0.0.1', '::1'],
    },
  };
}

export const header =
  'code;name;price;unit;vat_percent;ikpu;package_code;unit_code;weighed;marked;group;min_age;cashless_only';

export const milk = '4780001000013;Sut 3,2% 1 l;1450000;dona;12;00401001001000001;1234567;796;0;0;Sut;;0';

/** A folder of files kept in memory; text is written as UTF-8. */
export function folder(files: Record<string, string | Uint8Array>): ReadFile {
  return (path) => {
    const content = files[path];
    if (content === undefined) return Promise.reject(Object.assign(new Error(path), { code: 'ENOENT' }));
    return Promise.resolve(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  };
}
