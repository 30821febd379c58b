import { beforeEach, describe, expect, it } from 'vitest';
import type { AttemptView, IntentName, TillView } from '../../../../preload/api.ts';
import { bind } from '../../../../renderer/screens/selling/handlers.ts';
import { connect } from '../../../../renderer/state/till.ts';
import { openDialog, useWindow } from '../../../../renderer/state/window.ts';
import { attempt, checkout, onPhone, paying } from '../../attempt.ts';

let sent: [IntentName, unknown][] = [];

/** A till that grants everything and writes down what it was asked. */
const till = {
  call: (method: IntentName, args: unknown) => {
    if (method !== 'view') sent.push([method, args]);
    return Promise.resolve({ ok: true as const, value: null });
  },
  onView: () => () => {},
  onLife: () => () => {},
  chooseFile: () => Promise.resolve(null),
};

const view = (tried: AttemptView | null, training: TillView['training'] = null): TillView =>
  ({
    ...paying('payme-go', tried),
    message: null,
    nextQuantity: null,
    sale: null,
    parked: [],
    training,
  }) as unknown as TillView;

const inDoubt = (over: Partial<AttemptView> = {}) =>
  bind('live', view(attempt('in-doubt', { asks: { tries: 1, nextAt: null }, ...over })));

const able = ({ handlers }: ReturnType<typeof bind>): string[] => Object.keys(handlers).toSorted();

beforeEach(() => {
  const { call } = till;
  connect({ ...till, call: (method, args) => (method === 'view' ? new Promise(() => {}) : call(method, args)) });
  sent = [];
  openDialog(null);
});

describe('the keys of a payment', () => {
  it('let nobody step back from money in the air, and put nothing aside that is just being sent', () => {
    expect(able(bind('live', view(attempt('sending'))))).toEqual(['help', 'openItems', 'wait']);
  });

  it('take back and hand over only when that is possible', () => {
    const calm = ['back', 'checkNow', 'help', 'openItems', 'park', 'wait'];
    expect([
      able(inDoubt({ cancelFrom: Date.now() + 60_000 })),
      able(inDoubt({ cancelFrom: 0, release: { refused: 'release-limit-sale', out: null, oldest: null } })),
      able(inDoubt({ cancelFrom: 0, release: { refused: null, out: null, oldest: null } })),
    ]).toEqual([calm, [...calm, 'cancelAttempt'].toSorted(), [...calm, 'cancelAttempt', 'release'].toSorted()]);
  });

  it('ask the provider at once when the cashier wants to know', () => {
    inDoubt().handlers.checkNow?.();
    expect(sent).toEqual([['checkNow', { attemptId: 'a' }]]);
  });

  it('ask before anything is taken back, about this attempt and no other', () => {
    inDoubt({ cancelFrom: 0 }).handlers.cancelAttempt?.();
    const { dialog, about } = useWindow.getState();
    expect([dialog, about, sent]).toEqual(['cancel-attempt', 'a', []]);
  });

  it('step back to the tenders while money returns', () => {
    bind('live', view(attempt('cancelling'))).handlers.back?.();
    expect(sent).toEqual([['back', undefined]]);
  });
});

const standing = (over: Partial<AttemptView> = {}) =>
  bind('checkout', view(onPhone('sending', { asks: { tries: 1, nextAt: null }, cancelFrom: 0, ...over })));

describe('the keys of a QR that stands', () => {
  it('print it, ask about it, cancel it and put it aside', () => {
    expect(able(standing())).toEqual([
      'back',
      'cancelAttempt',
      'checkNow',
      'help',
      'openItems',
      'park',
      'printCheckout',
    ]);
  });

  it('ask before it goes, with Esc as with its own key, and lose nothing', () => {
    const { handlers } = standing();
    handlers.back?.();
    const { dialog, about } = useWindow.getState();
    expect([dialog, about, sent]).toEqual(['cancel-attempt', 'a', []]);
  });

  it('print nothing where there is nothing to scan', () => {
    expect('printCheckout' in standing({ checkout: checkout({ qr: null, phone: '998901234567' }) }).handlers).toBe(
      false,
    );
  });

  it('step back to the tenders while it is still being made', () => {
    standing({ cancelFrom: null, checkout: checkout({ qr: null, expiresAt: null }) }).handlers.back?.();
    expect(sent).toEqual([['back', undefined]]);
  });

  it('make a new one of the same tender once it has ended', () => {
    bind('ended', view(onPhone('declined'))).handlers.scanAgain?.();
    expect(sent).toEqual([['chooseTender', { kind: 'flitt' }]]);
  });
});

describe('past sales', () => {
  it('are looked at only while nobody is served', () => {
    const served = { ...view(null), sale: { lines: [{ id: 'l' }], selectedLineId: null } } as unknown as TillView;
    expect([view(null), served].map((one) => 'history' in bind('sell', one).handlers)).toEqual([true, false]);
  });
});

describe('the lesson', () => {
  it('opens in training and nowhere else', () => {
    const training = {
      paper: null,
      drawerOpenings: 0,
      faults: { network: 'up', nextPayment: 'none' },
      checkoutPage: null,
    } as const;
    expect([view(null), view(null, training)].map((one) => 'lesson' in bind('sell', one).handlers)).toEqual([
      false,
      true,
    ]);
  });
});
