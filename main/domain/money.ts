import { assertNever } from './assert-never.ts';

declare const tiyinBrand: unique symbol;
declare const thousandthsBrand: unique symbol;

/** Money in the minor unit of its currency (1 sum = 100 tiyin): always a safe integer. */
export type Tiyin = number & { readonly [tiyinBrand]: true };

/** Quantity in thousandths: 1 piece = 1000, 0.25 kg = 250. */
export type Thousandths = number & { readonly [thousandthsBrand]: true };

/** The unit a provider counts in; FBOX contradicts itself, so it is a setting. */
export type AmountUnit = 'sum' | 'tiyin';

const tiyinPerSum = 100;

/** True for an amount that can be money here: a safe integer, of either sign. */
export function isTiyin(value: unknown): value is Tiyin {
  return Number.isSafeInteger(value);
}

/** Brands `value` as money; throws on a fraction or an unsafe number, because arithmetic went wrong before it. */
export function tiyin(value: number): Tiyin {
  if (!isTiyin(value)) throw new RangeError(`not an amount in tiyin: ${value}`);
  return value;
}

/** Brands `value` as a quantity in thousandths; throws on a fraction or an unsafe number. */
export function thousandths(value: number): Thousandths {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a quantity in thousandths: ${value}`);
  return value as Thousandths;
}

export const zero = tiyin(0);

/** One piece, as a quantity. */
export const onePiece = thousandths(1000);

/** The sum of `amounts` in tiyin; throws when it leaves the safe range. */
export function addUp(amounts: readonly Tiyin[]): Tiyin {
  return tiyin(amounts.reduce<number>((total, amount) => total + amount, 0));
}

/**
 * `price × quantity` in tiyin, rounded half away from zero (the rounding of the trade in Uzbekistan:
 * FBOX sends back what the till computed). Goes through BigInt so that no product loses a tiyin.
 */
export function multiply(price: Tiyin, quantity: Thousandths): Tiyin {
  return tiyin(Number(divideHalfAway(BigInt(price) * BigInt(quantity), 1000n)));
}

/** `numerator / denominator` rounded half away from zero; the only rounding rule for money in Kassa. */
export function divideHalfAway(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * n + d) / (2n * d);
  return negative ? -rounded : rounded;
}

/**
 * Hands `total` out over `weights` so that the parts add up to it exactly: each part is rounded down,
 * the left-over tiyin go to the largest remainders, earlier ones first.
 * A negative total is handed out as the opposite of the positive one, so that a refund mirrors its sale.
 * All-zero weights share equally; an empty list gives an empty list.
 */
export function allocate(total: Tiyin, weights: readonly number[]): Tiyin[] {
  if (total < 0) return allocate(tiyin(-total), weights).map((part) => tiyin(part === 0 ? 0 : -part));
  const effective = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
  const sum = effective.reduce((a, b) => a + BigInt(b), 0n);
  const shares = effective.map((weight, at) => {
    const product = BigInt(total) * BigInt(weight);
    const floor = product / sum;
    return { at, floor, rest: product - floor * sum };
  });
  const left = Number(BigInt(total) - shares.reduce((a, share) => a + share.floor, 0n));
  const largestRests = shares.toSorted((a, b) => Number(b.rest - a.rest) || a.at - b.at).slice(0, left);
  const oneMore = new Set(largestRests.map(({ at }) => at));
  return shares.map(({ at, floor }) => tiyin(Number(floor) + (oneMore.has(at) ? 1 : 0)));
}

/** An amount as a provider counts it, or the reason it cannot be expressed in that unit. */
export type ProviderAmount = { ok: true; value: number } | { ok: false; code: 'not-whole-sums' };

/**
 * Our tiyin in the provider's unit: the one conversion between tiyin and sums.
 * A provider that counts in sums gets whole sums only; anything else is refused before the network.
 */
export function toProvider(amount: Tiyin, unit: AmountUnit): ProviderAmount {
  switch (unit) {
    case 'tiyin':
      return { ok: true, value: amount };
    case 'sum':
      return amount % tiyinPerSum === 0
        ? { ok: true, value: amount / tiyinPerSum }
        : { ok: false, code: 'not-whole-sums' };
    default:
      return assertNever(unit);
  }
}

/** A provider's amount back in tiyin, or undefined when it is not a whole number of tiyin. */
export function fromProvider(value: number, unit: AmountUnit): Tiyin | undefined {
  const amount = unit === 'sum' ? value * tiyinPerSum : value;
  return isTiyin(amount) ? amount : undefined;
}

/**
 * An amount as a text in sums: "100.01", always two digits after the dot, never an exponent. UzQR counts so (FBOX, UzQR.md).
 * Throws on a negative amount: nobody is ever asked for less than nothing.
 */
export function asSums(amount: Tiyin): string {
  if (amount < 0) throw new RangeError(`no amount to ask for: ${amount}`);
  const digits = String(amount).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
