import type { Migration } from '../migrate.ts';
import { firstSale } from './0001-first-sale.ts';
import { durableQueue } from './0002-durable-queue.ts';
import { checkout } from './0003-checkout.ts';
import { forgetPhones } from './0004-forget-phones.ts';
import { calledMeanwhile } from './0005-called-meanwhile.ts';
import { refundBaseline } from './0006-refund-baseline.ts';
import { lateMoney } from './0007-late-money.ts';

/** Every step in order; a shipped step is never edited, the next change is the next number. */
export const migrations: readonly Migration[] = [
  firstSale,
  durableQueue,
  checkout,
  forgetPhones,
  calledMeanwhile,
  refundBaseline,
  lateMoney,
];
