/** Goods whose sums are easy to check by head, in tiyin: each has another price, so that two sales rarely cost the same. */
export const goods = [
  { code: '4780000000014', name: 'Non', price: 400_000 },
  { code: '4780000000021', name: 'Choy', price: 3_150_000 },
  { code: '4780000000038', name: 'Sut', price: 1_270_000 },
  { code: '4780000000045', name: 'Guruch', price: 2_090_000 },
] as const;

/** The catalogue file. */
export const catalogueCsv = [
  'code;name;price;unit;vat_percent;ikpu;package_code;unit_code;weighed;marked;group;min_age;cashless_only',
  ...goods.map(
    ({ code, name, price }, at) => `${code};${name};${price};dona;12;0190500100100000${at};150000${at};;0;0;Hammasi;;`,
  ),
].join('\n');

export const cashier = { name: 'Dilnoza', pin: '1111' };
export const manager = { name: 'Aziz', pin: '2222' };

/** How a shop takes Payme Go: through the fiscal box, or by itself with the credentials of a cashbox. */
export type PaymeWay = { kind: 'fbox' } | { kind: 'subscribe'; baseUrl: string; cashboxId: string; key: string };

/** Seconds of the world: a charge is waited for this long, a code lives this long. */
export const patience = { timeoutSeconds: 5, codeLifetimeSeconds: 12 };

/** The provision file; letters on paper instead of a picture, so that the judge can read it. */
export function provisionFor(boxUrl: string, printerPort: number, payme: PaymeWay): object {
  return {
    version: 1,
    shop: { name: 'Baraka', tin: '123456789', address: 'Toshkent', receiptLanguage: 'uz' },
    register: { name: 'Kassa 1', kkmId: '00000011', deviceId: '00000011' },
    staff: [
      { ...cashier, role: 'cashier', language: 'uz' },
      { ...manager, role: 'manager', language: 'ru' },
    ],
    catalogue: 'goods.csv',
    scanners: [{ kind: 'wedge' }],
    printer: {
      kind: 'tcp',
      host: '127.0.0.1',
      port: printerPort,
      columns: 48,
      dots: 576,
      mode: 'text',
      codepage: 'cp866',
    },
    drawer: { kind: 'printer', pin: 2 },
    fiscal: { kind: 'fbox', baseUrl: boxUrl },
    paymeGo: { ...wayOf(payme, boxUrl), ...patience },
  };
}

function wayOf(payme: PaymeWay, baseUrl: string): object {
  return payme.kind === 'subscribe' ? payme : { kind: 'fbox', baseUrl, amountUnit: 'sum', sendRegisterIds: true };
}
