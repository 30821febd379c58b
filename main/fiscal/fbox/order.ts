import { addUp, multiply, tiyin } from '../../domain/money.ts';
import type { FiscalLine, FiscalRefund, FiscalSale } from '../service.ts';
import { receiptValues } from '../receipt-url.ts';
import { fiscalName } from './name.ts';
import { boxTime } from './time.ts';

/**
 * The body of `POST /order/create/` and `POST /order/refuse/` (FiscalBox API notes, Order.md): money in tiyin, `amount` in
 * thousandths. A refund is the same with the original receipt's URL as `qr_code`.
 */
export type FboxOrder = {
  number: number;
  receipt_type: 'order';
  products: FboxProduct[];
  uuid: string;
  time: string;
  cashier: string;
  received_cash: number;
  change: number;
  received_card: number;
  extra_info?: { phone_number?: string; qr_payment_id: string; qr_payment_provider: number };
  open_cashbox: false;
  qr_code?: string;
};

export type FboxProduct = {
  name: string;
  barcode: string;
  amount: number;
  unit_name: string;
  price: number;
  product_price: number;
  vat: number;
  vat_percent: number | null;
  discount: number;
  other: 0;
  labels: string[];
  class_code: string;
  package_code: string;
  owner_type: 0;
};

export type OrderFault =
  | 'sale-empty'
  | 'amount-negative'
  | 'line-does-not-add-up'
  | 'not-balanced'
  | 'original-unknown';

export type Built = { ok: true; order: FboxOrder } | { ok: false; code: OrderFault };

/** The order for `sale`, or why no fiscal module may be shown it; `timeZone` is the shop's. */
export function buildOrder(sale: FiscalSale, timeZone: string): Built {
  return build(sale, timeZone, 0);
}

function build(sale: FiscalSale, timeZone: string, slack: number): Built {
  const code = orderFault(sale, slack);
  return code ? { ok: false, code } : { ok: true, order: toOrder(sale, timeZone) };
}

/**
 * How far (tiyin) a line given back in part may lie from its price times its quantity: the parts of a weighed line add up to what
 * was paid for it, and the rounding of each lies within two tiyin.
 */
const partSlack = 2;

/** The order that gives `refund` back. Its original's URL must be whole: FBOX answers 65274 to 65277 to any other. */
export function buildRefund(refund: FiscalRefund, timeZone: string): Built {
  const { url } = refund.original;
  if (!receiptValues(url)) return { ok: false, code: 'original-unknown' };
  const built = build(refund, timeZone, partSlack);
  return built.ok ? { ok: true, order: { ...built.order, qr_code: url } } : built;
}

/**
 * The module's equation (FiscalDriveService): cash + card = Σ(price − discount − other), nothing negative. The module
 * forgives 100 sums; Kassa forgives nothing, because its lines add up to what was paid by construction.
 */
function orderFault(sale: FiscalSale, slack: number): OrderFault | undefined {
  if (sale.lines.length === 0) return 'sale-empty';
  if ([sale.cash, sale.card, sale.change, ...sale.lines.flatMap(amounts)].some((amount) => amount < 0)) {
    return 'amount-negative';
  }
  if (!sale.lines.every((line) => addsUp(line, slack))) return 'line-does-not-add-up';
  return addUp([sale.cash, sale.card]) === addUp(sale.lines.map((line) => line.total)) ? undefined : 'not-balanced';
}

function amounts(line: FiscalLine): number[] {
  return [line.price, line.quantity, line.total, line.discount, line.vat];
}

function addsUp({ quantity, total, discount, price }: FiscalLine, slack: number): boolean {
  return quantity > 0 && Math.abs(total + discount - multiply(price, quantity)) <= slack;
}

/** `received_cash` is what stays in the drawer: the published FBOX client takes the change off it, and so do we. */
function toOrder(sale: FiscalSale, timeZone: string): FboxOrder {
  return {
    number: sale.number,
    receipt_type: 'order',
    products: sale.lines.map(toProduct),
    uuid: sale.documentId,
    time: boxTime(sale.at, timeZone),
    cashier: sale.cashier,
    received_cash: sale.cash,
    change: sale.change,
    received_card: sale.card,
    ...(sale.wallet && { extra_info: extraInfo(sale.wallet) }),
    open_cashbox: false,
  };
}

/**
 * `price` is the line before its discount, `vat` is inside the net line, `vat_percent` null means "without VAT".
 * `owner_type` 0 is goods bought and sold again. IKPU and package code stay text for their leading zeros; a stray
 * space in them is error 401.
 */
function toProduct(line: FiscalLine): FboxProduct {
  return {
    name: fiscalName(line.name, line.code),
    barcode: barcode(line.code),
    amount: line.quantity,
    unit_name: line.unit,
    price: tiyin(line.total + line.discount),
    product_price: line.price,
    vat: line.vat,
    vat_percent: line.vatPercent,
    discount: line.discount,
    other: 0,
    labels: [],
    class_code: line.ikpu.trim(),
    package_code: line.packageCode.trim(),
    owner_type: 0,
  };
}

/** FBOX wants a GTIN; a code of the shop's own would claim to be one, so it is left out. */
function barcode(code: string): string {
  return /^(\d{8}|\d{12,14})$/.test(code) ? code : '';
}

/** The phone is optional and must be 998 and nine digits; a wallet may give none, and a wrong one would be refused. */
function extraInfo(wallet: NonNullable<FiscalSale['wallet']>): NonNullable<FboxOrder['extra_info']> {
  const phone = wallet.clientPhone?.replace(/^\+/, '') ?? '';
  return {
    ...(/^998\d{9}$/.test(phone) && { phone_number: phone }),
    qr_payment_id: wallet.paymentId,
    qr_payment_provider: wallet.providerCode,
  };
}
