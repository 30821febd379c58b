import { checkoutKinds, tenderKinds } from '../../../../main/domain/tender.ts';
import type { IntentName, Intents } from '../../../../preload/api.ts';
import { said } from '../checkout/street.ts';
import { beer, bread } from '../rig.ts';
import { sum } from './stages.ts';
import type { Scene } from './stages.ts';

/**
 * Everything the window can say, with all it could mean while a payment is on its way. A new intent does not compile until
 * somebody has thought of it here.
 */
export const everything: { [Name in IntentName]: (at: Scene) => readonly Intents[Name]['arg'][] } = {
  view: () => [undefined],
  startTraining: () => [undefined],
  setUp: ({ shop }) => [{ path: shop.provisionPath, badRows: 'skip' }],
  signOut: () => [undefined],
  signIn: ({ aziz, dilnoza }) => [
    { staffId: aziz, pin: '2222' },
    { staffId: dilnoza, pin: '1111' },
  ],
  setLanguage: () => [{ language: 'ru' }],
  openShift: () => [{ float: 0 }],
  closeShift: () => [{ counted: 20_000_000 }],
  xReport: () => [undefined],
  scan: ({ shop, code }) => [bread, beer, code, shop.box.issueCode(), 'nobody’s'].map((text) => ({ text })),
  nextQuantity: () => [{ quantity: 3000 }, { quantity: null }],
  search: () => [{ text: 'non' }],
  addItem: () => [1, 2, 3].map((itemId) => ({ itemId, quantity: 1000 })),
  selectLine: ({ lineId }) => [{ lineId }],
  setQuantity: ({ lineId }) => [{ lineId, quantity: 5000 }],
  removeLine: ({ lineId }) => [{ lineId }],
  voidSale: () => [undefined],
  park: () => [undefined],
  recall: ({ saleId, aside, paidBefore }) => [saleId, aside, paidBefore].map((id) => ({ saleId: id })),
  startPayment: () => [undefined],
  chooseTender: () => tenderKinds.map((kind) => ({ kind })),
  startCheckout: () => checkoutKinds.map((kind) => ({ kind, ...said[kind] })),
  printCheckout: ({ attemptId }) => [{ attemptId }],
  back: () => [undefined, undefined],
  takeCash: () => [0, 1, sum, 100_000_000].map((given) => ({ given })),
  confirmWallet: () => [undefined],
  newSale: () => [undefined],
  reprint: ({ saleId, paidBefore }) => [{}, { saleId }, { saleId: paidBefore }],
  retryFiscal: ({ saleId }) => [{ saleId }],
  refundSale: ({ saleId, aziz }) => [{ saleId }, { saleId, approval: { staffId: aziz, pin: '2222' } }],
  pastSales: () => [{}],
  pastSale: ({ saleId }) => [{ saleId }],
  closeRefundPayment: ({ attemptId, aziz }) => [
    { refundPaymentId: attemptId, evidence: 'seen', approval: { staffId: aziz, pin: '2222' } },
  ],
  callers: () => [undefined],
  checkNow: ({ attemptId }) => [{ attemptId }],
  cancelAttempt: ({ attemptId, paidBefore }) => [{ attemptId: paidBefore }, { attemptId }],
  closeAttempt: ({ attemptId, dilnoza }) =>
    (['taken', 'not-taken', 'given-back'] as const).flatMap((verdict) => [
      { attemptId, verdict, evidence: 'the customer says so' },
      { attemptId, verdict, evidence: 'the customer says so', approval: { staffId: dilnoza, pin: '1111' } },
    ]),
  releaseGoods: ({ attemptId, aziz }) => [
    { attemptId, phone: '+998901234567' },
    { attemptId, phone: '+998901234567', approval: { staffId: aziz, pin: '2222' } },
  ],
  openItems: () => [undefined],
  retryObligation: () => [{ obligationId: 1 }],
  runMatch: () => [{ date: '2026-11-21' }],
  settleFinding: ({ aziz }) => [{ findingId: 'f', evidence: 'seen', approval: { staffId: aziz, pin: '2222' } }],
  mayUpdate: () => [undefined],
  openDrawer: () => [undefined],
  receiptPreview: ({ paidBefore }) => [{ saleId: paidBefore }],
  dismissMessage: () => [undefined],
  trainingScan: () => [{ what: 'wallet' }, { what: 'goods' }],
  trainingPay: () => [{ outcome: 'pay' }],
  trainingFault: () => [{ network: 'down' }, { nextPayment: 'declined' }],
};

/** What would end or change the sale, or move its money, if it were done. */
export const weighty: readonly IntentName[] = [
  'scan',
  'addItem',
  'setQuantity',
  'removeLine',
  'voidSale',
  'chooseTender',
  'startCheckout',
  'back',
  'takeCash',
  'confirmWallet',
  'refundSale',
  'closeShift',
  'closeAttempt',
  'cancelAttempt',
  'releaseGoods',
  'retryFiscal',
  'closeRefundPayment',
  'trainingScan',
  'trainingPay',
];
