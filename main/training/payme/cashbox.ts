import type { Tiyin } from '../../domain/money.ts';
import type { Wallet } from '../wallet/wallet.ts';
import type { CancelTerms } from '../wallet/cancel.ts';
import type { RpcError } from './errors.ts';
import type { Links } from './links.ts';

/** Who may ask: Payme's word for a shop's credentials. */
export type Credentials = { cashboxId: string; key: string };

/**
 * How this Payme behaves where its documents are silent: the amounts it takes (tiyin, both ends included), how it cancels,
 * and whether lists begin with the newest receipt (its example) or with the oldest (its words on `offset`).
 */
export type Terms = CancelTerms & {
  least: Tiyin;
  most: Tiyin;
  listing: 'newest-first' | 'oldest-first';
  /** Whether Payme was asked to let this cashbox hold money; without it holding does not work. */
  allowsHold: boolean;
  /** How long (ms) a receipt is told to hold (6) before it is held (5), and how long taking lasts. */
  holdAfterMs: number;
  takeAfterMs: number;
};

/** Everything a method may touch. `links` are the payments Payme's own page took, with the shop's server behind them. */
export type Cashbox = { credentials: Credentials; terms: Terms; wallet: Wallet; links: Links };

/** What a method answers with. */
export type Reply = { ok: true; result: unknown } | { ok: false; error: RpcError };

/** A success with `result`. */
export function done(result: unknown): Reply {
  return { ok: true, result };
}

/** A failure with `error`. */
export function refused(error: RpcError): Reply {
  return { ok: false, error };
}
