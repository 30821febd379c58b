import { describe, expect, test } from 'vitest';
import { intentNames } from '../../../../preload/api.ts';
import type { IntentName } from '../../../../preload/api.ts';
import { attemptOf, customerPays, referenceOf } from '../checkout/street.ts';
import { bread, peek } from '../rig.ts';
import { everything, weighty } from './intents.ts';
import { backToCounter, mayGoOn, moneyAsked, stages, standsAs, sum } from './stages.ts';
import type { Scene, Stage } from './stages.ts';

/** Which of them are heard at a stage although they change nothing: cash is looked at, a cancelled payment cancelled again. */
const harmless: Record<Stage, readonly IntentName[]> = {
  'whose code waits for the line': [],
  'whose code has been sent': [],
  'in doubt': [],
  'that is being taken back': ['chooseTender', 'cancelAttempt'],
  'whose QR stands': [],
};

const everyStage = Object.keys(stages) as Stage[];
const allowedAt = (stage: Stage): IntentName[] => intentNames.filter((name) => !mayGoOn[stage].includes(name));

test.each(everyStage)('nothing anybody can say ends or changes a sale with a payment %s', async (stage) => {
  const scene = await stages[stage]();
  const before = standsAs(scene);
  const heard = new Set<IntentName>();
  for (const name of allowedAt(stage)) {
    for (const arg of everything[name](scene)) {
      const { ok } = await scene.shop.call(name, arg as never);
      if (ok && weighty.includes(name)) heard.add(name);
      expect(standsAs(scene), `${name} ${JSON.stringify(arg)}`).toEqual(before);
      await backToCounter(scene);
    }
  }
  expect([...heard]).toEqual(harmless[stage]);
});

test.each(everyStage)('nor does all of it at once end a sale with a payment %s', async (stage) => {
  const scene = await stages[stage]();
  const before = standsAs(scene);
  const all = allowedAt(stage).filter((name) => name !== 'signOut');
  await Promise.all(all.flatMap((name) => everything[name](scene).map((arg) => scene.shop.call(name, arg as never))));
  expect(standsAs(scene)).toEqual(before);
});

const states = ({ shop }: Scene): unknown[] => peek(shop, 'SELECT kind, state FROM attempt ORDER BY id');
const saleIs = ({ shop, saleId }: Scene): unknown =>
  peek(
    shop,
    `SELECT sale.state, total, kind FROM sale LEFT JOIN tender ON sale_id = sale.id WHERE sale.id = '${saleId}'`,
  );

/** Everything that can be said at a stage, one after the other. */
async function sayEverything(stage: Stage, scene: Scene): Promise<void> {
  for (const name of allowedAt(stage))
    for (const arg of everything[name](scene)) {
      await scene.shop.call(name, arg as never);
      await backToCounter(scene);
    }
}

describe('after all that', () => {
  test('the answer that was waited for completes the sale as it was, once', async () => {
    const scene = await stages['whose code has been sent']();
    await sayEverything('whose code has been sent', scene);
    scene.release();
    await scene.shop.until(({ done }) => done?.saleId === scene.saleId);
    expect(saleIs(scene)).toEqual([{ state: 'completed', total: sum, kind: 'payme-go' }]);
    expect(moneyAsked(scene.shop)).toEqual({ payme: 1, charges: 1, flitt: 0, smartpay: 0 });
  });

  test('a customer who pays the QR has paid the sale as it was, once', async () => {
    const scene = await stages['whose QR stands']();
    await sayEverything('whose QR stands', scene);
    await customerPays(scene.shop, 'flitt', referenceOf(scene.shop, attemptOf(scene.shop.view())!));
    await scene.shop.pass(500, ({ done }) => done?.saleId === scene.saleId);
    expect(saleIs(scene)).toEqual([{ state: 'completed', total: sum, kind: 'flitt' }]);
    expect(moneyAsked(scene.shop)).toEqual({ payme: 0, charges: 0, flitt: 1, smartpay: 0 });
  });
});

describe('a code that waits for the line may be given up, and is never sent then:', () => {
  test.each([
    ['cash is taken', 'takeCash', { given: sum }, 'completed'],
    ['another tender is chosen', 'chooseTender', { kind: 'cash' }, 'tendering'],
    ['a QR is shown instead', 'startCheckout', { kind: 'flitt' }, 'tendering'],
    ['one step back', 'back', undefined, 'tendering'],
  ] as const)('%s', async (_words, name, arg, state) => {
    const scene = await stages['whose code waits for the line']();
    expect(await scene.shop.call(name, arg)).toMatchObject({ ok: true });
    await scene.shop.box.setCable('in');
    const end = scene.shop.clock.now() + 30_000;
    await scene.shop.pass(500, ({ strip }) => strip.line === 'up' && scene.shop.clock.now() > end);
    expect(states(scene)[0]).toEqual({ kind: 'payme-go', state: 'abandoned' });
    expect(saleIs(scene)).toMatchObject([{ state, total: sum }]);
    expect(moneyAsked(scene.shop)).toMatchObject({ payme: 0, charges: 0 });
    expect(peek(scene.shop, `SELECT 1 FROM attempt WHERE state IN ('queued', 'sending', 'in-doubt')`).length).toBe(
      name === 'startCheckout' ? 1 : 0,
    );
  });
});

describe('while a payment goes back', () => {
  test('cash completes the sale, and the payment goes on going back', async () => {
    const scene = await stages['that is being taken back']();
    expect(await scene.shop.call('takeCash', { given: sum })).toMatchObject({ ok: true });
    expect(saleIs(scene)).toEqual([{ state: 'completed', total: sum, kind: 'cash' }]);
    expect(states(scene)).toEqual([{ kind: 'payme-go', state: 'cancelling' }]);
  });

  test('the goods may be looked at again, and no second code is charged for them', async () => {
    const scene = await stages['that is being taken back']();
    await scene.shop.call('back');
    await scene.shop.call('back');
    await scene.shop.call('scan', { text: bread });
    await scene.shop.call('startPayment');
    for (const name of ['scan', 'confirmWallet', 'chooseTender', 'startCheckout'] as const)
      for (const arg of everything[name](scene)) await scene.shop.call(name, arg as never);
    expect(states(scene)).toEqual([{ kind: 'payme-go', state: 'cancelling' }]);
    expect(moneyAsked(scene.shop)).toMatchObject({ payme: 1, charges: 1 });
  });
});

test('a QR that is taken back can be paid no more, and the sale waits as it was', async () => {
  const scene = await stages['whose QR stands']();
  await scene.shop.call('cancelAttempt', { attemptId: scene.attemptId });
  await scene.shop.pass(20_000, (view) => attemptOf(view)?.state === 'returned');
  expect(saleIs(scene)).toEqual([{ state: 'tendering', total: sum, kind: null }]);
  expect(moneyAsked(scene.shop)).toEqual({ payme: 0, charges: 0, flitt: 0, smartpay: 0 });
});
