import { z } from 'zod';
import { attemptVerdicts } from '../domain/attempt.ts';
import { languages } from '../domain/language.ts';
import { checkoutKinds, tenderKinds } from '../domain/tender.ts';
import type { IntentName, Intents, Result } from '../../preload/api.ts';
import { ok, refused } from './context.ts';
import type { Counter, Till } from './context.ts';
import { runMatch } from './daily-match.ts';
import { cancelAttempt } from './doubt/cancel.ts';
import { checkNow } from './doubt/check-now.ts';
import { closeAttempt } from './doubt/close.ts';
import { releaseGoods } from './doubt/release.ts';
import { mayUpdate } from './may-update.ts';
import { settleFinding } from './open-items/findings.ts';
import { openItems, retryObligation } from './open-items/open-items.ts';
import { openDrawer, receiptPreview, reprint } from './paper.ts';
import { park, recall } from './park.ts';
import { chooseTender } from './choose-tender.ts';
import { printCheckout } from './checkout/print.ts';
import { startCheckout } from './checkout/start.ts';
import { back, payCash, startPayment } from './pay.ts';
import { confirmWallet, scan } from './scan.ts';
import { retryFiscal } from './retry-fiscal.ts';
import { searchItems } from './search.ts';
import { addItemById, newSale, removeLine, selectLine, setNextQuantity, setQuantity, voidSale } from './sell.ts';
import { setUp, startTraining } from './set-up.ts';
import { closeShift, openShift, xReport } from './shift.ts';
import { setLanguage, signedIn, signIn, signOut } from './sign-in.ts';
import { closeRefundPayment } from './refund/close.ts';
import { refundSale } from './refund/refund.ts';
import { pastSale } from './history/past-sale.ts';
import { pastSales } from './history/past-sales.ts';
import { callers } from './listener/callers.ts';
import { paymentFaults, trainingFault } from './training-faults.ts';
import { trainingPay } from './training-pay.ts';
import { trainingScan } from './training-scan.ts';

type Answer<Name extends IntentName> = Result<Intents[Name]['value']> | Promise<Result<Intents[Name]['value']>>;
type Parsed<Name extends IntentName> = z.ZodType<Intents[Name]['arg']>;

/** An intent: how its argument is parsed, and who may say it: anybody at the screen, or only a person signed in. */
export type Intent<Name extends IntentName> =
  | { arg: Parsed<Name>; anybody: (till: Till, arg: Intents[Name]['arg']) => Answer<Name> }
  | { arg: Parsed<Name>; counter: (counter: Counter, arg: Intents[Name]['arg']) => Answer<Name> };

/** Intents that only read: the view is the same after them and is not drawn again. */
export const readOnly: ReadonlySet<IntentName> = new Set([
  'view',
  'search',
  'xReport',
  'receiptPreview',
  'openItems',
  'pastSales',
  'pastSale',
  'callers',
]);

const nothing = z.union([z.undefined(), z.null().transform(() => undefined)]);
const id = z.string().min(1).max(64);
const tiyin = z.int().min(0);
const quantity = z.int().min(1);
const text = z.string().max(4096);
const kind = z.enum(tenderKinds);
const attempt = z.object({ attemptId: id });
const note = z.string().max(500);
const verdict = z.enum(attemptVerdicts);
const approval = z.object({ staffId: id, pin: z.string().regex(/^\d{1,8}$/) }).optional();
const itemChoice = z.object({ itemId: z.int(), quantity: quantity.optional() });

/** Everything the window may ask, in one table: parsed here, authorised here, never only in the window. */
export const intents: { [Name in Exclude<IntentName, 'view'>]: Intent<Name> } = {
  startTraining: { arg: nothing, anybody: startTraining },
  setUp: { arg: z.object({ path: text, badRows: z.enum(['refuse', 'skip']) }), anybody: setUp },
  signIn: { arg: z.object({ staffId: id, pin: z.string().regex(/^\d{1,8}$/) }), anybody: signIn },
  signOut: { arg: nothing, anybody: signOut },
  setLanguage: { arg: z.object({ language: z.enum(languages) }), anybody: setLanguage },
  openShift: { arg: z.object({ float: tiyin }), counter: openShift },
  closeShift: { arg: z.object({ counted: tiyin }), counter: closeShift },
  xReport: { arg: nothing, counter: xReport },
  scan: { arg: z.object({ text }), anybody: (till, { text: scanned }) => scan(till, { text: scanned, gs1: false }) },
  nextQuantity: { arg: z.object({ quantity: quantity.nullable() }), counter: setNextQuantity },
  search: { arg: z.object({ text }), counter: searchItems },
  addItem: { arg: itemChoice, counter: addItemById },
  selectLine: { arg: z.object({ lineId: id }), counter: selectLine },
  setQuantity: { arg: z.object({ lineId: id, quantity }), counter: setQuantity },
  removeLine: { arg: z.object({ lineId: id }), counter: removeLine },
  voidSale: { arg: nothing, counter: voidSale },
  park: { arg: nothing, counter: park },
  recall: { arg: z.object({ saleId: id }), counter: recall },
  startPayment: { arg: nothing, counter: startPayment },
  chooseTender: { arg: z.object({ kind }), counter: chooseTender },
  startCheckout: {
    arg: z.object({ kind: z.enum(checkoutKinds), phone: z.string().max(32).optional(), charged: tiyin.optional() }),
    counter: startCheckout,
  },
  printCheckout: { arg: attempt, counter: printCheckout },
  back: { arg: nothing, counter: back },
  takeCash: { arg: z.object({ given: tiyin }), counter: payCash },
  confirmWallet: { arg: nothing, counter: confirmWallet },
  newSale: { arg: nothing, counter: newSale },
  reprint: { arg: z.object({ saleId: id.optional() }), counter: reprint },
  retryFiscal: { arg: z.object({ saleId: id }), counter: retryFiscal },
  checkNow: { arg: attempt, counter: checkNow },
  cancelAttempt: { arg: z.object({ ...attempt.shape, approval }), counter: cancelAttempt },
  closeAttempt: {
    arg: z.object({ ...attempt.shape, verdict, evidence: note, paymentId: z.string().max(64).optional(), approval }),
    counter: closeAttempt,
  },
  releaseGoods: { arg: z.object({ ...attempt.shape, phone: z.string().max(32), approval }), counter: releaseGoods },
  openItems: { arg: nothing, counter: openItems },
  retryObligation: { arg: z.object({ obligationId: z.int() }), counter: retryObligation },
  runMatch: { arg: z.object({ date: z.string().max(10) }), counter: runMatch },
  settleFinding: {
    arg: z.object({ findingId: z.string().max(200), evidence: note, approval }),
    counter: settleFinding,
  },
  refundSale: {
    arg: z.object({
      saleId: id,
      lines: z
        .array(z.object({ lineId: id, quantity }))
        .max(500)
        .optional(),
      approval,
    }),
    counter: refundSale,
  },
  pastSales: { arg: z.object({ text: text.optional(), before: z.int().optional() }), counter: pastSales },
  pastSale: { arg: z.object({ saleId: id }), counter: pastSale },
  closeRefundPayment: {
    arg: z.object({ refundPaymentId: id, evidence: note, approval }),
    counter: closeRefundPayment,
  },
  callers: { arg: nothing, counter: callers },
  mayUpdate: { arg: nothing, anybody: mayUpdate },
  openDrawer: { arg: nothing, counter: openDrawer },
  receiptPreview: { arg: z.object({ saleId: id }), counter: receiptPreview },
  dismissMessage: { arg: nothing, anybody: dismissMessage },
  trainingScan: {
    arg: z.object({ what: z.enum(['goods', 'wallet', 'unknown']), text: text.optional() }),
    counter: trainingScan,
  },
  trainingPay: { arg: z.object({ outcome: z.enum(['pay', 'decline']) }), counter: trainingPay },
  trainingFault: {
    arg: z.union([
      z.strictObject({ network: z.enum(['up', 'down']) }),
      z.strictObject({ nextPayment: z.enum(paymentFaults) }),
    ]),
    counter: trainingFault,
  },
};

/** Parses and runs one intent. Faults of the program become `internal`, written to the log with their place. */
export async function runIntent<Name extends Exclude<IntentName, 'view'>>(
  till: Till,
  name: Name,
  raw: unknown,
): Promise<Result<unknown>> {
  const intent: Intent<Name> = intents[name];
  const parsed = intent.arg.safeParse(raw);
  if (!parsed.success) return refused('bad-intent', { intent: name, problem: z.prettifyError(parsed.error) });
  if ('anybody' in intent) return intent.anybody(till, parsed.data);
  const counter = counterOf(till);
  return counter.ok ? intent.counter(counter.value, parsed.data) : counter;
}

function counterOf(till: Till): Result<Counter> {
  const staff = signedIn(till);
  if (!till.equipment || !staff) return refused('not-signed-in');
  return ok({ till, equipment: till.equipment, staff });
}

function dismissMessage(till: Till): Result<null> {
  till.memo.message = null;
  return ok(null);
}
