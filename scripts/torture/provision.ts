/** How a shop takes Payme Go: through the fiscal box (the usual), the same with a cashbox to ask, or through Payme's own API. */
export type PaymeWay = 'fbox' | 'fbox-and-cashbox' | 'subscribe';

/** Every way. */
export const paymeWays = ['fbox', 'fbox-and-cashbox', 'subscribe'] as const satisfies readonly PaymeWay[];

/** Where the shop's services are. */
export type Addresses = { box: string; payme: string; printerPort: number };

/** The shop's cashbox at Payme. */
export const cashbox = { cashboxId: '5e730e8e0b852a417aa49ceb', key: 'ZPDODSiTYKuX0jyO7Kl2to4rQbNwG08jbghj' };

/** The register as it names itself to box and Payme. */
export const register = { kkmId: '00000011', deviceId: '00000011' };

export const cashier = { name: 'Dilnoza', pin: '1111' };
export const manager = { name: 'Aziz', pin: '2222' };

/** What a shop of the tests may want different; times in seconds, sums of the release in tiyin. */
export type Wishes = {
  payme?: PaymeWay;
  amountUnit?: 'sum' | 'tiyin';
  /** Letters can be read by a judge, pictures by people; null is a shop without a printer. */
  paper?: 'text' | 'raster' | null;
  scanners?: object[];
  timeoutSeconds?: number;
  codeLifetimeSeconds?: number;
  release?: { enabled: boolean; perSale: number; total: number; count: number; maxAgeMinutes: number };
};

/** The provision file of the shop "Baraka" with everything on loopback; its goods stand in `goods.csv` beside it. */
export function barakaProvision(at: Addresses, wishes: Wishes): object {
  const { paper = 'raster', scanners = [{ kind: 'wedge' }], timeoutSeconds = 30, codeLifetimeSeconds = 20 } = wishes;
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
    register: { name: 'Kassa 1', ...register },
    staff: [
      { ...cashier, role: 'cashier', language: 'uz' },
      { ...manager, role: 'manager', language: 'ru' },
    ],
    catalogue: 'goods.csv',
    scanners,
    ...(paper === null ? {} : { printer: { ...printer, port: at.printerPort, mode: paper } }),
    drawer: { kind: 'printer', pin: 2 },
    fiscal: { kind: 'fbox', baseUrl: at.box },
    paymeGo: { ...wayToPayme(at, wishes), timeoutSeconds, codeLifetimeSeconds },
    ...(wishes.release ? { offline: { release: wishes.release } } : {}),
  };
}

const printer = { kind: 'tcp', host: '127.0.0.1', columns: 48, dots: 576, codepage: 'cp866' };

function wayToPayme({ box, payme }: Addresses, { payme: way = 'fbox', amountUnit = 'sum' }: Wishes): object {
  if (way === 'subscribe') return { kind: 'subscribe', baseUrl: payme, ...cashbox };
  const asks = way === 'fbox-and-cashbox' ? { cashbox: { baseUrl: payme, ...cashbox } } : {};
  return { kind: 'fbox', baseUrl: box, amountUnit, sendRegisterIds: true, ...asks };
}
