import { thousandths, tiyin } from '../../../../main/domain/money.ts';
import type { FiscalLine, FiscalRefund, FiscalSale } from '../../../../main/fiscal/service.ts';

/** One loaf at 5,000 sums with 500 off, VAT 12 % inside: net 450,000 tiyin, VAT 48,214. */
export const bread: FiscalLine = {
  name: 'Non',
  code: '4780000000007',
  price: tiyin(500_000),
  quantity: thousandths(1000),
  total: tiyin(450_000),
  discount: tiyin(50_000),
  vat: tiyin(48_214),
  vatPercent: 12,
  unit: 'dona',
  ikpu: '00702001001000001',
  packageCode: '0152062',
};

/** 0.25 kg at 40,000 sums, without VAT. */
export const honey: FiscalLine = {
  name: 'Асал',
  code: '2001',
  price: tiyin(4_000_000),
  quantity: thousandths(250),
  total: tiyin(1_000_000),
  discount: tiyin(0),
  vat: tiyin(0),
  vatPercent: null,
  unit: 'kg',
  ikpu: '02710001005000000',
  packageCode: '1282556',
};

/** A cash sale of both at 2026-04-15 10:40:06 in Tashkent: the customer gave 20,000 sums and got 5,500 back. */
export const cashSale: FiscalSale = {
  documentId: '0198f000-0000-7000-8000-000000000001',
  number: 142_632,
  at: Date.UTC(2026, 3, 15, 5, 40, 6),
  cashier: 'Dilnoza',
  lines: [bread, honey],
  cash: tiyin(1_450_000),
  card: tiyin(0),
  change: tiyin(550_000),
  wallet: null,
};

export const walletSale: FiscalSale = {
  ...cashSale,
  cash: tiyin(0),
  card: tiyin(1_450_000),
  change: tiyin(0),
  wallet: { paymentId: '696e0246c9a128176d5934d8', providerCode: 141, clientPhone: '998712565009' },
};

export const receipt = {
  terminalId: 'LG230110007813',
  receiptSeq: '2478',
  dateTime: '20260415104006',
  fiscalSign: '025561534771',
  url: 'https://ofd.soliq.uz/check?t=LG230110007813&r=2478&c=20260415104006&s=025561534771',
};

/** The wallet sale given back by Aziz two hours later. */
export const walletRefund: FiscalRefund = {
  ...walletSale,
  documentId: '0198f000-0000-7000-8000-000000000002',
  at: Date.UTC(2026, 3, 15, 7, 40, 6),
  cashier: 'Aziz',
  original: receipt,
};

export const createdData = {
  terminal_id: 'LG230110007813',
  receipt_count: 2478,
  date_time: '20260415104006',
  fiscal_sign: '025561534771',
  applet_version: '0323',
  qr_url: receipt.url,
};

export const lastData = {
  order: { number: 142_632, uuid: cashSale.documentId },
  fiscalOrder: null,
  result: {
    TerminalID: 'LG230110007813',
    ReceiptSeq: 2478,
    DateTime: '20260415104006',
    FiscalSign: '025561534771',
    QRCodeURL: receipt.url,
  },
  isRefund: false,
};
