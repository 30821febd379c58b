import type { FboxError } from '../envelope.ts';

const error = (code: number, message: string): FboxError => ({ code, message, data: null });

/**
 * UzQR's refusals with the numbers of FBOX's table (FBOX: UzQR). The page says that giving back too much, or twice, is refused, but
 * not with which number: 4002 stands for that here.
 */
export const oneQrErrors = {
  params: error(2001, 'Некорректные параметры запроса.'),
  amount: error(2002, 'Некорректный формат суммы.'),
  externalId: error(2003, 'Некорректный формат external_id.'),
  invoiceNotFound: error(3001, 'Операция не найдена.'),
  alreadyPaid: error(3002, 'Инвойс уже оплачен.'),
  paymentNotFound: error(4001, 'Платеж не найден.'),
  notRefundable: error(4002, 'Платеж недоступен к отмене.'),
  urlRequired: error(105, 'fiscal_receipt_url is required'),
} as const satisfies Record<string, FboxError>;
