import { z } from 'zod';
import { tiyin } from '../../domain/money.ts';
import type { Booked } from '../../domain/statement.ts';
import { bookedState } from './states.ts';

/**
 * A receipt as Payme told it: our row of the book, the state by Payme's own number, the account's `fields` by their names at
 * Payme, and what only helps a person.
 */
export type PaymeReceipt = Booked & {
  stateNumber: number;
  fields: ReadonlyMap<string, string>;
  transactionId: string | null;
  clientPhone: string | null;
};

/** Ids of receipts: 24 hexadecimal digits in every sample of the developer help. */
const receiptId = z.string().regex(/^[0-9a-f]{24}$/i);

/** One named value of `account`; titles come as text or by language and decide nothing. */
const field = z.object({ name: z.string(), value: z.unknown() });

const phone = z.object({ payer: z.object({ phone: z.string().min(1) }) }).transform(({ payer }) => payer.phone);

/** The fields of a receipt this till reads (developer help, receipts.create to receipts.get_all); money in tiyin, times in ms. */
const receipt = z
  .object({
    _id: receiptId,
    create_time: z.int(),
    state: z.int(),
    amount: z.int(),
    currency: z.union([z.int(), z.string()]).nullish(),
    account: z.array(field).nullish(),
    merchant: phone.nullable().catch(null).optional(),
  })
  .transform(({ _id: paymentId, ...said }): PaymeReceipt => {
    const fields = echoed(said.account ?? []);
    const named = (name: string): string | null => fields.get(name) ?? null;
    return {
      paymentId,
      amount: tiyin(said.amount),
      currency: currencyOf(said.currency),
      state: bookedState(said.state) ?? 'stuck',
      stateNumber: said.state,
      createdAt: said.create_time,
      account: { kkmId: named('kkm_id'), deviceId: named('device_id'), document: named('document') },
      fields,
      hasFiscal: null,
      transactionId: named('transaction'),
      clientPhone: said.merchant ?? null,
    };
  });

/** 860 is the sum in ISO 4217; the samples of receipts.pay and receipts.get leave the currency out. */
function currencyOf(said: number | string | null | undefined): string {
  return said === null || said === undefined || String(said) === '860' ? 'UZS' : String(said);
}

/** What the account says, as text, since receipts.get_all gives numbers too; of two fields of one name the first counts. */
function echoed(account: z.infer<typeof field>[]): Map<string, string> {
  const said = account.filter(({ value }) => value !== null && value !== undefined);
  return new Map(said.toReversed().map(({ name, value }) => [name, asText(value)]));
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const withReceipt = z.object({ receipt }).transform((result) => result.receipt);

/** The receipt in the result of create, pay, cancel or get, or undefined when a field that decides is missing or of another type. */
export function readReceipt(result: unknown): PaymeReceipt | undefined {
  return withReceipt.safeParse(result).data;
}

/** The receipts in the result of receipts.get_all, oldest first, or undefined when one of them cannot be read. */
export function readReceipts(result: unknown): PaymeReceipt[] | undefined {
  const read = z.array(receipt).safeParse(result).data;
  return read?.toSorted((a, b) => a.createdAt - b.createdAt);
}

const stateOnly = z.object({ state: z.int() });

/** The state in the result of receipts.check, by Payme's number, or undefined. */
export function readState(result: unknown): number | undefined {
  return stateOnly.safeParse(result).data?.state;
}

/** What a manager needs to find the receipt in the Payme Business cabinet. */
export function evidence({ paymentId, amount, stateNumber }: PaymeReceipt): string {
  return `payment ${paymentId}, amount ${amount}, state ${stateNumber}`;
}
