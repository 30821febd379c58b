import type { Receipt } from '../wallet/book.ts';

/** The account's fields as the cabinet of this cashbox names them; a field nobody named is called by its own name. */
const titles: Readonly<Record<string, string>> = {
  kkm_id: 'Номер кассы',
  device_id: 'Номер устройства',
  document: 'Номер документа',
  order_id: 'Номер заказа',
};

/** A receipt as every method but the list answers it (Subscribe API: receipts.create, receipts.get). */
export function shown(receipt: Receipt, cashboxId: string): object {
  return facts(receipt, cashboxId, { title: (name) => titles[name] ?? name, number: 'Номер чека', counted: String });
}

/** A receipt as the list answers it: titles in several languages, its number as a number (Subscribe API: receipts.get_all). */
export function listed(receipt: Receipt, cashboxId: string): object {
  const title = (name: string) => ({ ru: titles[name] ?? name, uz: name, en: name });
  return facts(receipt, cashboxId, { title, number: { ru: 'Номер чека', uz: 'Chek raqami' }, counted: Number });
}

type Style = {
  title: (name: string) => unknown;
  number: unknown;
  counted: (number: number) => string | number;
};

function facts(receipt: Receipt, cashboxId: string, style: Style): object {
  const wasPaid = receipt.clientPhone !== null;
  return {
    _id: receipt.id,
    create_time: receipt.createTime,
    pay_time: receipt.payTime,
    cancel_time: receipt.cancelTime,
    state: receipt.state,
    type: 2,
    external: false,
    operation: -1,
    category: null,
    error: null,
    description: receipt.description,
    detail: receipt.detail,
    amount: receipt.amount,
    currency: 860,
    commission: 0,
    account: account(receipt, style),
    card: wasPaid ? { number: '860006******6311', expire: '9903' } : null,
    merchant: { ...merchant(cashboxId), ...(wasPaid ? { payer: { phone: receipt.clientPhone } } : {}) },
    meta: { source: 'subscribe', owner: cashboxId },
    processing_id: wasPaid ? 0 : null,
  };
}

function account({ account: fields, number }: Receipt, style: Style): object[] {
  const given = Object.entries(fields).map(([name, value], at) => {
    return { name, title: style.title(name), value, main: at === 0 };
  });
  return [...given, { name: 'transaction', title: style.number, value: style.counted(number), main: false }];
}

/** The shop behind this cashbox, as its customers see it. */
export const shopName = 'Baraka Market';

function merchant(cashboxId: string): object {
  return {
    _id: cashboxId,
    name: shopName,
    organization: 'OOO «Baraka Market»',
    address: '',
    business_id: 'b'.repeat(24),
    epos: { merchantId: '106600000050000', terminalId: '20660000' },
    date: 1_658_137_830_827,
    logo: null,
    type: 'Shop',
    terms: null,
  };
}
