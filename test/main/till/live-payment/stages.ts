import { expect } from 'vitest';
import type { AttemptState } from '../../../../main/domain/attempt.ts';
import type { IntentName } from '../../../../preload/api.ts';
import { attemptOf, showCheckout } from '../checkout/street.ts';
import { bread, openCounter, peek, tea } from '../rig.ts';
import type { Shop } from '../rig.ts';

/** The sale on the counter with its payment and its customer's code; `release` lets go of the answer that is held. */
export type Scene = Counter & { attemptId: string; code: string; release(): void };

/** A sale to be paid, one that was paid before it, one put aside, and who could be at the till. */
type Counter = {
  shop: Shop;
  saleId: string;
  lineId: string;
  paidBefore: string;
  aside: string;
  dilnoza: string;
  aziz: string;
};

/** Two loaves and a tea. */
export const sum = 3_950_000;

/** A counter with 39 500 sums to be paid; one sale was paid before, one with a tea is put aside. */
async function openScene(): Promise<Counter> {
  const shop = await openCounter({ checkouts: true });
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await shop.call('takeCash', { given: 400_000 });
  await shop.pass(500, ({ done }) => done?.fiscal.state === 'registered' && done.print.state === 'printed');
  await shop.call('scan', { text: tea });
  await shop.call('park');
  for (const text of [bread, bread, tea]) await shop.call('scan', { text });
  await shop.call('startPayment');
  const { sale, staff } = shop.view();
  const [paidBefore, aside] = peek<{ id: string }>(shop, 'SELECT id FROM sale ORDER BY number').map(({ id }) => id);
  const who = (name: string): string => staff.find((one) => one.name === name)?.id ?? '';
  return {
    shop,
    saleId: sale!.id,
    lineId: sale!.lines[0]!.id,
    paidBefore: paidBefore!,
    aside: aside!,
    dilnoza: who('Dilnoza'),
    aziz: who('Aziz'),
  };
}

/** Scans a customer's code, and waits until the payment is `state` on disk too. */
async function pay(state: AttemptState, scene: Counter): Promise<Scene> {
  const { shop } = scene;
  const code = shop.box.issueCode();
  await shop.call('scan', { text: code });
  await shop.until(() => peek(shop, `SELECT 1 FROM attempt WHERE state = '${state}'`).length === 1);
  return { ...scene, code, attemptId: attemptOf(shop.view())!.id, release: () => {} };
}

/** A payment whose answer was lost, at a box that cannot be asked. */
async function doubt(): Promise<Scene> {
  const scene = await openScene();
  scene.shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
  return pay('in-doubt', scene);
}

/** A payment at every stage at which its money is not certain. */
export const stages = {
  'whose code waits for the line': async () => {
    const scene = await openScene();
    await scene.shop.box.setCable('out');
    return pay('queued', scene);
  },
  'whose code has been sent': async () => {
    const scene = await openScene();
    const fault = { kind: 'hang', held: 'answer' } as const;
    const { reached, release } = scene.shop.box.script([{ on: 'POST /payment/payme', fault }]);
    const paying = await pay('sending', scene);
    await reached;
    return { ...paying, release };
  },
  'in doubt': doubt,
  'that is being taken back': async () => {
    const scene = await doubt();
    scene.shop.clock.advance(15_000);
    await scene.shop.call('cancelAttempt', { attemptId: scene.attemptId });
    await scene.shop.until((view) => attemptOf(view)?.state === 'cancelling');
    return scene;
  },
  'whose QR stands': async () => {
    const scene = await openScene();
    const { id } = await showCheckout(scene.shop, 'flitt');
    return { ...scene, code: scene.shop.box.issueCode(), attemptId: id, release: () => {} };
  },
} satisfies Record<string, () => Promise<Scene>>;
export type Stage = keyof typeof stages;

/** What a person may do at a stage because nothing can be taken twice by it; each is looked at alone. */
export const mayGoOn: Record<Stage, readonly IntentName[]> = {
  'whose code waits for the line': ['takeCash', 'chooseTender', 'startCheckout', 'back'],
  'whose code has been sent': [],
  'in doubt': [],
  'that is being taken back': ['takeCash', 'back'],
  'whose QR stands': ['cancelAttempt'],
};

/** The sale with its goods and money, every payment of the shop, and what ever reached those who take money. */
export function standsAs({ shop, saleId }: Scene): object {
  const of = (sql: string): unknown[] => peek(shop, sql);
  return {
    sale: of(`SELECT state, total FROM sale WHERE id = '${saleId}'`),
    lines: of(`SELECT code, quantity, removed_at FROM line WHERE sale_id = '${saleId}' ORDER BY id`),
    tenders: of('SELECT sale_id, kind, amount FROM tender ORDER BY id'),
    attempts: of('SELECT id, sale_id, kind, state, amount FROM attempt ORDER BY id'),
    documents: of('SELECT sale_id, operation FROM fiscal_document ORDER BY id'),
    refunds: of('SELECT id FROM refund'),
    asked: moneyAsked(shop),
  };
}

/** Requests that could take money, at all who could. */
export function moneyAsked({ box, payme, others }: Shop): Record<string, number> {
  return {
    payme: box.ledger.requests.filter(({ path }) => path.startsWith('/payment/')).length,
    charges: payme.ledger.charges.length,
    flitt: others!.flitt.ledger.taken.length,
    smartpay: others!.smartpay.ledger.payments.length,
  };
}

/** Back to the counter as it was: somebody signed in, the sale not aside. */
export async function backToCounter({ shop, saleId, aside, dilnoza }: Scene): Promise<void> {
  if (!shop.view().signedIn) await shop.call('signIn', { staffId: dilnoza, pin: '1111' });
  if (shop.view().sale && shop.view().sale?.id !== saleId) await shop.call('park');
  if (shop.view().sale?.id !== saleId) await shop.call('recall', { saleId });
  expect([shop.view().sale?.id, aside === saleId]).toEqual([saleId, false]);
}
