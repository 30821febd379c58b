/** What FBOX says of a failure; `message` may itself be JSON text (FBOX: Payment). */
export type FboxError = { code: number; message: string; data: unknown };

/** Every answer of FBOX; HTTP stays 200 even for an error (FBOX: Payment). */
export type Envelope = { data: unknown; error: FboxError | null; is_success: boolean };

/** An envelope of success around `data`. */
export function success(data: unknown): Envelope {
  return { data, error: null, is_success: true };
}

/** An envelope of failure around `error`. */
export function failure(error: FboxError): Envelope {
  return { data: null, error, is_success: false };
}

function fboxError(code: number, message: string): FboxError {
  return { code, message, data: null };
}

/** The refusals this box knows, with the numbers and texts of FBOX's own error table (FBOX: Errors). */
export const refusals = {
  billing: fboxError(104, 'BILLING_ERROR'),
  codeRefused: fboxError(-31400, 'Временный код неверный.'),
  cardRefused: fboxError(-31630, 'Недостаточно средств на карте.'),
  noIkpu: fboxError(401, "Dobavьte IKPU(MXIK) kod v tovar/Mahsulotga MXIK kodini qo'shing"),
  receiptIndex: fboxError(36871, 'ERROR_RECEIPT_INDEX_OUT_OF_BOUNDS'),
  memoryFull: fboxError(36886, 'ERROR_RECEIPT_MEMORY_FULL'),
  receiptTimePast: fboxError(36888, 'ERROR_RECEIPT_TIME_PAST'),
  storeDaysExceeded: fboxError(36889, 'ERROR_RECEIPT_STORE_DAYS_LIMIT_EXCEEDED'),
  closeTimePast: fboxError(36897, 'ERROR_CLOSE_ZREPORT_TIME_PAST'),
  zReportIndex: fboxError(36902, 'ERROR_ZREPORT_INDEX_OUT_OF_BOUNDS'),
  shiftEmpty: fboxError(36907, 'ERROR_CURRENT_ZREPORT_IS_EMPTY'),
  totalZero: fboxError(36908, 'ERROR_RECEIPT_TOTAL_PRICE_ZERO'),
  shiftNotOpen: fboxError(36909, 'ERROR_ZREPORT_IS_NOT_OPEN'),
  openTimeFormat: fboxError(36910, 'ERROR_ZREPORT_OPEN_TIME_FORMAT_INVALID'),
  shiftAlreadyOpen: fboxError(36912, 'ERROR_ZREPORT_IS_ALREADY_OPEN'),
  notEnoughCash: fboxError(36913, 'ERROR_NOT_ENOUGH_CASH_FOR_REFUND'),
  notEnoughCard: fboxError(36914, 'ERROR_NOT_ENOUGH_CARD_FOR_REFUND'),
  notEnoughVat: fboxError(36915, 'ERROR_NOT_ENOUGH_VAT_FOR_REFUND'),
  openTimePast: fboxError(36916, 'ERROR_OPEN_ZREPORT_TIME_PAST'),
  refundSignInvalid: fboxError(65274, 'not valid refund info'),
  refundInfoWrong: fboxError(65276, 'bad refund info passed'),
  refundInfoMissing: fboxError(65277, 'no refund info passed'),
  cannotEncode: fboxError(65531, 'cannot encode receipt'),
  illegalArgument: fboxError(65532, 'illegal argument'),
} as const satisfies Record<string, FboxError>;

/** The refusal of a time more than five minutes off; it names the box's own time (FBOX: Errors, 104). */
export function invalidTime(now: string): FboxError {
  return fboxError(104, `Invalid time, time should be before or equal to current time: ${now}`);
}

/** The refusal of a line without a package code (FBOX: Errors, 402). */
export function noPackageCode(name: string): FboxError {
  return fboxError(402, `Неправильный код упаковки для товара ${name}`);
}

/** The refusal of malformed fields: code 7 with a map of field to complaints as JSON text (FBOX: Payment). */
export function fieldErrors(complaints: Record<string, string[]>): FboxError {
  return fboxError(7, JSON.stringify(complaints));
}
