import type { CheckoutKind } from '../../main/domain/tender.ts';
import type { Chance } from './chance.ts';
import { goods } from './shop.ts';

/** How somebody pays: `cash`, with the code on their phone, or by scanning ours. */
export type Way = 'cash' | 'payme' | CheckoutKind;

/** What the cashier does when a payment stays unknown. */
export type InDoubt = 'put-aside' | 'cancel' | 'wait';

/** One customer of a script: what they buy, how they pay, what the cashier does on the way. */
export type Customer = {
  /** Pieces of each good, by code. */
  wants: { code: string; pieces: number }[];
  way: Way;
  inDoubt: InDoubt;
  /** The sale is put aside before it is paid, and taken back after the next customer. */
  comesBackLater: boolean;
  /** The code is scanned before "pay" is pressed, or right after. */
  scansEarly: boolean;
  /** What they do with a QR: as drawn for each, or always this. */
  withQr?: WithQr;
};

/** A customer before a QR pays it soon, takes their time, pays in the very moment the cashier gives it up, or never does. */
export const withQr = ['soon', 'late', 'as-cancelled', 'never'] as const;
export type WithQr = (typeof withQr)[number];

export type Mix = { customers: number; payme: number; comesBackLater: number };

/** A script of customers, all drawn from `chance`. */
export function drawCustomers(chance: Chance, { customers, payme, comesBackLater }: Mix): Customer[] {
  return Array.from({ length: customers }, () => ({
    wants: drawGoods(chance),
    way: chance.of(payme) ? 'payme' : 'cash',
    inDoubt: chance.pick(['put-aside', 'cancel', 'wait']),
    comesBackLater: chance.of(comesBackLater),
    scansEarly: chance.of(0.2),
  }));
}

function drawGoods(chance: Chance): Customer['wants'] {
  const kinds = chance.int(1, 3);
  const first = chance.int(0, goods.length - 1);
  return Array.from({ length: kinds }, (_, at) => ({
    code: (goods[(first + at) % goods.length] ?? goods[0]).code,
    pieces: chance.int(1, 3),
  }));
}
