/** What a test may want different about the shop. */
export type Options = {
  amountUnit?: 'sum' | 'tiyin';
  codeLifetimeSeconds?: number;
  printer?: boolean;
  timeoutSeconds?: number;
  scanners?: object[];
  /** More rows for the catalogue. */
  goods?: string[];
  /** Starts without a provision file: the first start, before anybody chose anything. */
  fresh?: boolean;
  /** How Payme Go is taken: through the fiscal box (the usual), the same with a cashbox to ask, or through Payme's own API. */
  payme?: 'fbox' | 'fbox-and-cashbox' | 'subscribe';
  /** The owner's choice about goods whose money is not sure. */
  release?: { enabled: boolean; perSale: number; total: number; count: number; maxAgeMinutes: number };
};

/** Where the shop's services are. */
export type Addresses = { box: string; payme: string; printerPort: number };

/** The shop's cashbox at Payme. */
export const cashbox = { cashboxId: '5e730e8e0b852a417aa49ceb', key: 'ZPDODSiTYKuX0jyO7Kl2to4rQbNwG08jbghj' };

export const bread = '4780000000014';
export const tea = '4780000000021';
export const beer = '4780000000038';
export const noIkpu = '4780000000045';

/** Real files for a real till: goods whose sums are easy to check by head (bread 4 000, tea 31 500). */
export const catalogueCsv = [
  'code;name;price;unit;vat_percent;ikpu;package_code;unit_code;weighed;marked;group;min_age;cashless_only',
  `${bread};Non;400000;dona;;01905001001000000;1500001;;0;0;Non;;`,
  `${tea};Choy;3150000;dona;12;00902001001000000;1500002;;0;0;Choy;;`,
  `${beer};Pivo;1500000;dona;12;02203001001000000;1500003;;0;0;Pivo;21;1`,
  `${noIkpu};Daftar;100000;dona;12;;;;0;0;;;`,
  `00123;Pomidor;1200000;kg;;00702001001000000;1500004;;1;0;Sabzavot;;`,
  `00124;Bodring;1234500;kg;;00707001001000000;1500005;;1;0;Sabzavot;;`,
].join('\n');

/** The shop's provision file for a box and a printer on loopback. */
export function provisionFor({ box, payme, printerPort }: Addresses, options: Options): object {
  return {
    version: 1,
    shop: {
      name: 'Baraka',
      tin: '123456789',
      address: 'Toshkent',
      timezone: 'Asia/Tashkent',
      currency: 'UZS',
      receiptLanguage: 'uz',
    },
    register: { name: 'Kassa 1', kkmId: '00000011', deviceId: '00000011' },
    staff: [
      { name: 'Dilnoza', role: 'cashier', pin: '1111', language: 'uz' },
      { name: 'Aziz', role: 'manager', pin: '2222', language: 'ru' },
    ],
    catalogue: 'goods.csv',
    scanners: options.scanners ?? [{ kind: 'wedge' }],
    ...(options.printer === false
      ? {}
      : {
          printer: {
            kind: 'tcp',
            host: '127.0.0.1',
            port: printerPort,
            columns: 48,
            dots: 576,
            mode: 'raster',
            codepage: 'cp866',
          },
        }),
    drawer: { kind: 'printer', pin: 2 },
    fiscal: { kind: 'fbox', baseUrl: box },
    paymeGo: {
      ...wayToPayme(box, payme, options),
      timeoutSeconds: options.timeoutSeconds ?? 30,
      codeLifetimeSeconds: options.codeLifetimeSeconds ?? 20,
    },
    ...(options.release ? { offline: { release: options.release } } : {}),
  };
}

function wayToPayme(box: string, payme: string, options: Options): object {
  if (options.payme === 'subscribe') return { kind: 'subscribe', baseUrl: payme, ...cashbox };
  const asks = options.payme === 'fbox-and-cashbox' ? { cashbox: { baseUrl: payme, ...cashbox } } : {};
  return { kind: 'fbox', baseUrl: box, amountUnit: options.amountUnit ?? 'sum', sendRegisterIds: true, ...asks };
}
