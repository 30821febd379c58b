/** What this cashbox can be asked to do: everything but `cards.*`, since no till here ever sees a card (Subscribe API: methods). */
export const methods = [
  'receipts.create',
  'receipts.pay',
  'receipts.send',
  'receipts.check',
  'receipts.get',
  'receipts.get_all',
  'receipts.cancel',
  'receipts.confirm_hold',
  'receipts.set_fiscal_data',
] as const;

/** One method of the cashbox. */
export type Method = (typeof methods)[number];

/** The method called `name`, if there is one. */
export function methodNamed(name: unknown): Method | undefined {
  return methods.find((method) => method === name);
}
