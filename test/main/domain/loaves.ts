import { thousandths, tiyin, zero } from '../../../main/domain/money.ts';
import type { Line } from '../../../main/domain/sale.ts';

/** Two loaves at 4 000 sums, VAT inside: a line whose sums are easy to check by head. */
export const loaves: Line = {
  id: 'bread',
  code: '4780000000014',
  name: 'Non',
  unit: 'dona',
  unitCode: null,
  ikpu: null,
  packageCode: null,
  vatPercent: 12,
  price: tiyin(400_000),
  weighed: false,
  minAge: null,
  cashlessOnly: false,
  quantity: thousandths(2000),
  discount: zero,
};
