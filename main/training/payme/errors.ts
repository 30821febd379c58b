/** What Payme says of a failure; `data` names what the failure is about. */
export type RpcError = { code: number; message: string; data?: string };

/**
 * The refusals of this cashbox. Numbers: Merchant API "general errors", "errors of sending a receipt" and FBOX's table of
 * Payme Go errors; the numbers of a receipt not found, of a receipt that cannot be cancelled and of a wrong parameter are
 * seen in other people's clients only, Payme publishes none.
 */
export const errors = {
  notPost: { code: -32300, message: 'Метод запроса не POST.' },
  notJson: { code: -32700, message: 'Ошибка парсинга JSON.' },
  notRpc: { code: -32600, message: 'Отсутствуют обязательные поля в RPC-запросе или тип полей не соответствует.' },
  denied: { code: -32504, message: 'Недостаточно привилегий для выполнения метода.' },
  system: { code: -32400, message: 'Системная ошибка.' },
  notFound: { code: -31602, message: 'Чек не найден или уже оплачен.' },
  impossible: { code: -31008, message: 'Невозможно выполнить операцию.' },
  tooLittle: { code: -31611, message: 'Сумма платежа меньше допустимой.' },
  tooMuch: { code: -31612, message: 'Сумма платежа больше допустимой.' },
  codeRefused: { code: -31400, message: 'Временный код неверный.' },
  cardRefused: { code: -31630, message: 'Недостаточно средств на карте.' },
} as const satisfies Record<string, RpcError>;

/** The refusal of a method this cashbox does not have; it names the method. */
export function noSuchMethod(method: string): RpcError {
  return { code: -32601, message: 'Запрашиваемый метод не найден.', data: method };
}

/** The refusal of parameters; it names the wrong ones. */
export function wrongParams(fields: readonly string[]): RpcError {
  return { code: -32602, message: 'Не валидные параметры.', data: fields.join(', ') };
}
