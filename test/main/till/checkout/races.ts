import { setTimeout as sleep } from 'node:timers/promises';
import type { CheckoutKind } from '../../../../main/domain/tender.ts';
import { merchantApi, smartpayShop } from '../other-side.ts';
import { bread, openPayment, peek, tea } from '../rig.ts';
import type { Shop } from '../rig.ts';
import { openDoor } from './door.ts';
import type { Door } from './door.ts';
import { keptOf } from './kept.ts';
import type { Happening } from './orders.ts';
import { attemptOf, customerPays, listenerPort, referenceOf, showCheckout } from './street.ts';

/** What became of one order of happenings, by the till's books and the provider's own. */
export type Ended = {
  sale: string;
  tenders: string[];
  attempts: string[];
  /** What each provider keeps beside what its attempt should have brought; nothing when all is well. */
  wrong: string[];
};

/** Between two happenings sockets get this long (real ms) to do their work. */
const breath = 4;

const over = ['paid', 'returned', 'declined', 'expired', 'abandoned'];

type Attempt = {
  id: string;
  name: string;
  kind: CheckoutKind;
  state: string;
  charged: number;
  leftBecause: string | null;
};

/**
 * UzQR has no key against giving back twice: a till that ended between sending a refund and its answer leaves it to a manager, with
 * the reason, and sends nothing again.
 */
const isLeft = ({ kind, state, leftBecause }: Attempt): boolean =>
  kind === 'uzqr' && state === 'cancelling' && leftBecause === 'refund-unanswered';

/** The customer of one link presses Pay; what happens next waits for its turn. */
type Gate = { pass(): void; passed: Promise<void> };

function gate(): Gate {
  let pass = (): void => {};
  const passed = new Promise<void>((resolve) => (pass = resolve));
  return { pass, passed };
}

export type RaceShop = { shop: Shop; door: Door };

/** A shop with every checkout behind a door that stays where it is. */
export async function openRaces(): Promise<RaceShop> {
  const shop = await openPayment({ checkouts: true, payme: 'fbox-and-cashbox' });
  const door = await openDoor();
  door.leadTo(await listenerPort(shop));
  shop.payme.setMerchant({ url: `${door.url}/payme`, ...merchantApi });
  const { subscriptionId, secret } = smartpayShop;
  shop.others?.smartpay.subscribe({ url: `${door.url}/smartpay`, subscriptionId, secret });
  return { shop, door };
}

/** The next customer's goods are on the counter and the payment panel is open. */
async function nextSale(shop: Shop): Promise<void> {
  const { payment, done } = shop.view();
  if (payment && !payment.attempt) return;
  if (done) await shop.call('newSale');
  for (const text of [bread, bread, tea]) await shop.call('scan', { text });
  await shop.call('startPayment');
}

const questions = {
  uzqr: (shop: Shop) => shop.box.script([{ on: 'GET /payment/one_qr/status', fault: held }]),
  flitt: (shop: Shop) => shop.others?.flitt.script([{ on: 'status/order_id', fault: held }]),
  smartpay: (shop: Shop) => shop.others?.smartpay.script([{ on: 'orders.get', fault: held }]),
  'payme-invoice': (shop: Shop) => shop.payme.script([{ on: 'receipts.get', fault: held }]),
  'payme-link': () => undefined,
} as const;

const held = { kind: 'hang', held: 'answer' } as const;

/** Lets `order` happen to one sale with a QR of `kind`, lets everything settle, and reads the books. */
export async function race(
  { shop, door }: RaceShop,
  kind: CheckoutKind,
  order: readonly Happening[],
  second?: CheckoutKind,
): Promise<Ended> {
  await nextSale(shop);
  const shown = await showCheckout(shop, kind);
  const saleId = shop.view().sale?.id ?? '';
  const reference = referenceOf(shop, shown);
  const question = questions[kind](shop);
  const gates = { create: gate(), perform: gate() };
  const paying: Promise<unknown>[] = [];
  let other = '';
  door.hold('/smartpay');
  const happen: Record<Happening, () => Promise<unknown> | void> = {
    pay: () => {
      const pause = (before: 'create' | 'perform'): Promise<void> => gates[before].passed;
      for (const phone of kind === 'payme-link' ? [{ pause }, { pause }] : [{}, {}])
        paying.push(
          Promise.resolve(
            kind === 'payme-link' ? shop.payme.pay(reference, phone) : customerPays(shop, kind, reference),
          ),
        );
    },
    create: () => gates.create.pass(),
    perform: () => gates.perform.pass(),
    cancel: () => shop.call('cancelAttempt', { attemptId: shown.id }),
    cash: () => shop.call('takeCash', { given: 4_000_000 }),
    ask: async () => {
      for (let tick = 0; tick < 12 && question?.left() !== 0; tick += 1) {
        shop.clock.advance(500);
        await sleep(2);
      }
    },
    answer: () => question?.release(),
    call: () => (kind === 'flitt' ? flittCalls(shop, door, shown.id) : door.letIn()),
    restart: async () => {
      door.leadTo(null);
      await shop.restart();
      door.leadTo(await listenerPort(shop));
    },
    'second-qr': async () => {
      if (shop.view().sale?.id !== saleId || attemptOf(shop.view())?.state === 'sending' || !second) return;
      other = referenceOf(shop, await showCheckout(shop, second));
    },
    'second-pay': () =>
      void (other !== '' && second && paying.push(Promise.resolve(customerPays(shop, second, other)))),
  };
  for (const what of order) {
    await happen[what]();
    await sleep(breath);
  }
  question?.release();
  question?.drop();
  door.letIn();
  gates.create.pass();
  gates.perform.pass();
  await settled(shop, saleId, paying);
  return ended(shop, saleId);
}

async function flittCalls(shop: Shop, door: Door, orderId: string): Promise<void> {
  const body = shop.others?.flitt.callbackText(orderId) ?? '';
  await fetch(`${door.url}/flitt`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(
    () => {},
  );
}

/** Time passes until nothing of the sale moves any more; what nobody paid is paid in cash. */
async function settled(shop: Shop, saleId: string, paying: Promise<unknown>[]): Promise<void> {
  let paid = false;
  void Promise.all(paying).then(() => (paid = true));
  for (let tick = 0; tick < 400; tick += 1) {
    shop.clock.advance(tick < 20 ? 500 : 5000);
    await sleep(tick < 20 ? 3 : 5);
    for (const { id, state } of shop.payme.ledger.receipts)
      if (state === 30 || state === 21) void shop.payme.links.goOn(id);
    const attempts = attemptsOf(shop, saleId);
    if (!paid || attempts.some(({ state }) => state === 'queued')) continue;
    if (tick > 6 && shop.view().sale?.id === saleId) await payOtherwise(shop);
    if (
      attempts.every((attempt) => over.includes(attempt.state) || isLeft(attempt)) &&
      stateOf(shop, saleId) === 'completed' &&
      quiet(shop)
    )
      return;
  }
}

async function payOtherwise(shop: Shop): Promise<void> {
  const attempt = attemptOf(shop.view());
  if (attempt?.state === 'sending' || attempt?.state === 'in-doubt')
    await shop.call('cancelAttempt', { attemptId: attempt.id });
  await shop.call('takeCash', { given: 4_000_000 });
}

/** No money is on its way back at any provider. */
function quiet({ box, payme, others }: Shop): boolean {
  return (
    box.oneQr.book.refunds.every(({ status }) => status !== 1) &&
    payme.ledger.receipts.every(({ state }) => state !== 21 && state !== 30) &&
    (others?.flitt.ledger.reversals ?? []).every(({ status }) => status !== 'processing')
  );
}

function attemptsOf(shop: Shop, saleId: string): Attempt[] {
  return peek(
    shop,
    `SELECT id, provider_payment_id AS name, kind, state, coalesce(charged_amount, amount) AS charged,
       iif(manager_since IS NULL, NULL, reason) AS leftBecause FROM attempt
     WHERE sale_id = '${saleId}' AND sent_at IS NOT NULL ORDER BY created_at, id`,
  );
}

const stateOf = (shop: Shop, saleId: string): string =>
  peek<{ state: string }>(shop, `SELECT state FROM sale WHERE id = '${saleId}'`)[0]?.state ?? 'gone';

function ended(shop: Shop, saleId: string): Ended {
  const tenders = peek<{ kind: string; attemptId: string | null }>(
    shop,
    `SELECT kind, attempt_id AS attemptId FROM tender WHERE sale_id = '${saleId}'`,
  );
  const attempts = attemptsOf(shop, saleId);
  return {
    sale: stateOf(shop, saleId),
    tenders: tenders.map(({ kind }) => kind),
    attempts: attempts.map(
      ({ kind, state, leftBecause }) => `${kind} ${state}${leftBecause ? ` (${leftBecause})` : ''}`,
    ),
    wrong: attempts.flatMap((attempt) => {
      const { taken, kept } = keptOf(shop, attempt.kind, attempt);
      const wanted = tenders.some(({ attemptId }) => attemptId === attempt.id) ? attempt.charged : 0;
      const settles = over.includes(attempt.state) && kept === wanted;
      const fits = taken <= 1 && (settles || (isLeft(attempt) && kept <= attempt.charged));
      return fits ? [] : [`${attempt.kind} ${attempt.state}: ${taken} taken, ${kept} kept, ${wanted} sold`];
    }),
  };
}
