import type { Tiyin } from './money.ts';
import type { VatPercent } from './tax.ts';

/** Goods as a catalogue row names them, before the store gives them a number. */
export type ItemRow = {
  name: string;
  /** Price of one unit, VAT inside. */
  price: Tiyin;
  unit: string;
  unitCode: string | null;
  vatPercent: VatPercent;
  /** 17 digits from tasnif.soliq.uz; a string because leading zeros count. */
  ikpu: string | null;
  packageCode: string | null;
  weighed: boolean;
  marked: boolean;
  group: string | null;
  /** Age the buyer must have reached; 21 for alcohol and tobacco in Uzbekistan. */
  minAge: number | null;
  /** True where the law refuses cash (alcohol and tobacco since 1 April 2026). */
  cashlessOnly: boolean;
  /** Every code printed on the goods, as printed; empty for goods sold only by key or search. */
  codes: readonly string[];
};

/** Goods in the catalogue; `id` stays the same when an import brings the same goods again. */
export type Item = ItemRow & { id: number };
