import { tiyin, type Tiyin } from '../../domain/money.ts';
import { digits, type Random } from '../wire/random.ts';

/** What stands behind a customer's code: `balance` in tiyin, `lifetimeMs` from the moment of issue. */
export type CodeTerms = { balance: Tiyin; lifetimeMs: number };

/** Why nothing was taken with a code. */
export type CodeRefusal = 'unknown-code' | 'code-used' | 'code-expired' | 'insufficient-funds';

/** The customers' codes the wallet has issued. */
export type Codes = {
  issue: (terms?: Partial<CodeTerms>) => string;
  /** Uses the code up for `amount`, or says why not. A poor wallet leaves its code alive. */
  spend: (code: string, amount: Tiyin) => CodeRefusal | undefined;
};

type Issued = { balance: Tiyin; expiresAt: number; used: boolean };

/** Ten million sums and two minutes: Payme publishes neither, both are settings of the call. */
const usualTerms: CodeTerms = { balance: tiyin(1_000_000_000), lifetimeMs: 120_000 };

/** Codes of 20 digits that begin with 505, as Payme's app shows them; each pays once (FBOX: Payme Go). */
export function createCodes(now: () => number, random: Random): Codes {
  const issued = new Map<string, Issued>();
  return {
    issue(terms = {}) {
      const { balance, lifetimeMs } = { ...usualTerms, ...terms };
      const code = freshCode(issued, random);
      issued.set(code, { balance, expiresAt: now() + lifetimeMs, used: false });
      return code;
    },
    spend(code, amount) {
      const found = issued.get(code);
      if (!found) return 'unknown-code';
      if (found.used) return 'code-used';
      if (now() >= found.expiresAt) return 'code-expired';
      if (found.balance < amount) return 'insufficient-funds';
      found.used = true;
      return undefined;
    },
  };
}

function freshCode(issued: ReadonlyMap<string, Issued>, random: Random): string {
  const code = `505${digits(random, 17)}`;
  return issued.has(code) ? freshCode(issued, random) : code;
}
