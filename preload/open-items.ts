/** Everything that is not settled, as its screen shows it: sums in tiyin, times in ms. */
import type { AttemptVerdict } from '../main/domain/attempt.ts';
import type { BoxLimit } from '../main/domain/box-limits.ts';
import type { FindingKind } from '../main/domain/daily-match.ts';
import type { Tiyin } from '../main/domain/money.ts';
import type { TenderKind } from '../main/domain/tender.ts';

export type { FindingKind } from '../main/domain/daily-match.ts';

/** What is not settled yet, one kind a cause. */
export type OpenItemKind =
  | 'queued'
  | 'in-doubt'
  | 'cancelling'
  | 'released'
  | 'waits-for-shift'
  | 'fiscal-waiting'
  | 'fiscal-in-doubt'
  | 'fiscal-refused'
  | 'not-confirmed'
  | 'not-printed'
  | 'z-not-taken'
  | 'refund-payment'
  | 'finding';

/** What a person may do about an open item; the till checks again who may. */
export type OpenAction =
  | 'check-now'
  | 'cancel'
  | 'close'
  | 'retry-fiscal'
  | 'retry'
  | 'print'
  | 'recall'
  | 'settle-finding'
  | 'close-refund';

/** What happens next, and when (ms) if the till does it by itself. */
export type NextStep = {
  what: 'send' | 'ask' | 'give-back' | 'take-back' | 'register' | 'confirm' | 'print' | 'shift' | 'person';
  at: number | null;
};

/** One thing that is not certain or not done: what it is, how old, what was last heard, what happens next. */
export type OpenItem = {
  /** Stable while the item lives: its kind and its subject. */
  id: string;
  kind: OpenItemKind;
  /** True when nothing happens any more without a person. */
  needsPerson: boolean;
  saleId: string | null;
  saleNumber: number | null;
  attemptId: string | null;
  /** The row of the outbox that `retry` sends again. */
  obligationId: number | null;
  /** The money that goes back, for what `close-refund` settles. */
  refundPaymentId: string | null;
  amount: Tiyin | null;
  /** What it is in the provider's own ledger (minor units), where that counts in another currency than the sale. */
  charged: { amount: number; currency: string } | null;
  /** The tender its money belongs to, for the name of the wallet. */
  tender: TenderKind | null;
  cashier: string | null;
  since: number;
  /** The last answer: a reason for the window's words, the provider's own sentence, when (ms) and after how many tries. */
  last: { reason: string; message: string | null; at: number | null; tries: number } | null;
  next: NextStep;
  /** Who handed the goods over before the money was sure, and the customer's phone. */
  released: { by: string; phone: string } | null;
  /** For a finding of the daily match: its class and the provider's payment. */
  finding: { kind: FindingKind; paymentId: string | null; date: string } | null;
  actions: OpenAction[];
};

/** The daily match of one business day as it was last made. */
export type MatchView = {
  date: string;
  /** When it was made (ms), or null while it waits for the line. */
  madeAt: number | null;
  ours: { count: number; amount: Tiyin };
  theirs: { count: number; amount: Tiyin } | null;
  fiscal: { count: number; amount: Tiyin };
  findings: number;
};

/** Everything that is open, and how the last days compare with the provider's book. */
export type OpenItemsView = { items: OpenItem[]; matches: MatchView[]; box: BoxLimitView[] };

/** A limit of the fiscal box that is near: what it is, how much of it is used, in its own unit. */
export type BoxLimitView = BoxLimit;

/** What the manager says about money nobody else can tell about. */
export type Verdict = AttemptVerdict;

/** A manager's consent on the spot, while the cashier stays signed in. */
export type Approval = { staffId: string; pin: string };
