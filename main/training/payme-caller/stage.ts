import { z } from 'zod';
import { callMerchant, type CallOptions, type Merchant, type MerchantReply } from './call.ts';

/** What the shop waits for: an account that can be paid once, and its amount in tiyin. */
export type Awaited = { account: Readonly<Record<string, string>>; amount: number };

/**
 * `fresh` makes a payment the shop waits for, a new one for each scenario; `newId` gives 24 hexadecimal digits. `pass` lets time
 * (ms) go by at the shop; null when nobody can. `now` in ms is Payme's clock. `cancelAfterPerform` is the shop's own choice.
 */
export type SandboxOptions = {
  merchant: Merchant;
  fresh: () => Awaited | Promise<Awaited>;
  now: () => number;
  newId: () => string;
  pass: ((ms: number) => unknown) | null;
  cancelAfterPerform: 'allowed' | 'refused';
};

/** One thing that was tried, whether the shop did as it should, and what it said. */
export type SandboxResult = { name: string; ok: boolean; detail: string };

/** Where a scenario is played: it calls the shop, and keeps what it found. */
export type Stage = SandboxOptions & {
  results: SandboxResult[];
  call: (method: string, params: Readonly<Record<string, unknown>>, options?: CallOptions) => Promise<MerchantReply>;
  /** Keeps a finding; `detail` is shown as JSON. */
  found: (name: string, ok: boolean, detail: unknown) => void;
  /** The answer must be a success of this shape; gives it when it is. */
  succeeds: <Shape>(name: string, reply: MerchantReply, shape: z.ZodType<Shape>) => Shape | undefined;
  /** The answer must be one of these errors. */
  fails: (name: string, reply: MerchantReply, isRight: (code: number) => boolean) => void;
  /** Both answers must be one, as the second is a repetition. */
  same: (name: string, first: MerchantReply, second: MerchantReply) => void;
};

/** A stage with nothing found yet. */
export function createStage(options: SandboxOptions): Stage {
  const results: SandboxResult[] = [];
  const found: Stage['found'] = (name, ok, detail) => {
    results.push({ name, ok, detail: JSON.stringify(detail) });
  };
  return {
    ...options,
    results,
    found,
    call: (method, params, more) => callMerchant(options.merchant, { method, params }, more),
    succeeds(name, reply, shape) {
      const parsed = reply.kind === 'result' ? shape.safeParse(reply.result) : undefined;
      found(name, parsed?.success ?? false, reply);
      return parsed?.data;
    },
    fails: (name, reply, isRight) => found(name, reply.kind === 'error' && isRight(reply.code), reply),
    same: (name, first, second) => found(name, JSON.stringify(first) === JSON.stringify(second), [first, second]),
  };
}

/** This error and no other. */
export const code = (wanted: number) => (said: number) => said === wanted;

/** An error about the account, or "cannot be done": what a second payment of one account may meet (the sandbox and its users differ). */
export const isBusy = (said: number): boolean => said === -31008 || isAboutAccount(said);

/** Errors about what the customer has typed (Merchant API: errors). */
export const isAboutAccount = (said: number): boolean => said <= -31050 && said >= -31099;

/** The answers of the methods, with what must stand in them. */
export const allows = z.object({ allow: z.literal(true) });
export const created = z.object({
  create_time: z.int().positive(),
  transaction: z.string().min(1),
  state: z.literal(1),
});
export const performed = z.object({ perform_time: z.int().positive(), transaction: z.string(), state: z.literal(2) });

/** A cancelled payment: -1 before it was performed, -2 after. */
export function cancelled(state: -1 | -2) {
  return z.object({ cancel_time: z.int().positive(), transaction: z.string(), state: z.literal(state) });
}

/** CheckTransaction; a moment that has not come is 0. */
export function checked(state: number, reason: number | null) {
  const happened = (has: boolean) => (has ? z.int().positive() : z.literal(0));
  return z.object({
    create_time: z.int().positive(),
    perform_time: happened(Math.abs(state) === 2),
    cancel_time: happened(state < 0),
    transaction: z.string(),
    state: z.literal(state),
    reason: z.literal(reason),
  });
}
