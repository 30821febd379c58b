import { describe, expect, it } from 'vitest';
import type { AttemptState } from '../../../main/domain/attempt.ts';
import { tiyin } from '../../../main/domain/money.ts';
import { panelOf, screenOf } from '../../../renderer/state/screen.ts';
import { attempt, checkout, onPhone, paying } from '../attempt.ts';

const person = { id: 's', name: 'Dilnoza', role: 'cashier', language: 'uz', lockedUntil: null } as const;
const shift = { id: 'h', number: 1, openedAt: 0, float: tiyin(0), sales: 0, taken: tiyin(0) };
const live = { mode: 'live', signedIn: person, shift } as const;

describe('screens', () => {
  it('says that the till is away before it draws an old view', () => {
    expect([screenOf('stopped', live), screenOf('restarting', live), screenOf('starting', null)]).toEqual([
      'stopped',
      'restarting',
      'starting',
    ]);
  });

  it('asks for a person, then for a shift, then sells', () => {
    expect([
      screenOf('up', { ...live, mode: 'first-start' }),
      screenOf('up', { ...live, signedIn: null }),
      screenOf('up', { ...live, shift: null }),
      screenOf('up', live),
    ]).toEqual(['first-start', 'sign-in', 'no-shift', 'selling']);
  });
});

describe('panels', () => {
  it('never look away from money in the air, whatever step the till is in', () => {
    const states: AttemptState[] = ['queued', 'sending', 'in-doubt'];
    expect(states.map((state) => panelOf(paying('choose', attempt(state))))).toEqual(states.map(() => 'live'));
  });

  it('let another tender be taken while money is on its way back', () => {
    const back = attempt('cancelling');
    expect([panelOf(paying('choose', back)), panelOf(paying('cash', back)), panelOf(paying('payme-go', back))]).toEqual(
      ['choose', 'cash', 'live'],
    );
  });

  it('show why a payment ended until the cashier has seen it, then wait for a new code', () => {
    const declined = paying('payme-go', attempt('declined'));
    expect([panelOf(declined), panelOf(declined, 'a'), panelOf(declined, 'older')]).toEqual([
      'ended',
      'waiting',
      'ended',
    ]);
  });

  it('follow the steps of the till otherwise', () => {
    expect([
      panelOf(paying('choose', attempt('declined'))),
      panelOf(paying('cash', null)),
      panelOf(paying('confirm-wallet', null)),
    ]).toEqual(['choose', 'cash', 'confirm']);
  });

  it('show the QR while it may be paid, and the doubt after it', () => {
    expect([
      panelOf(paying('flitt', onPhone('sending'))),
      panelOf(paying('flitt', onPhone('sending', { checkout: checkout({ qr: null, expiresAt: null }) }))),
      panelOf(paying('flitt', onPhone('queued'))),
      panelOf(paying('flitt', onPhone('in-doubt'))),
    ]).toEqual(['checkout', 'checkout', 'live', 'live']);
  });

  it('ask what has to be said before a checkout, also after one that ended was read', () => {
    const question = { kind: 'payme-invoice', needs: 'phone', currency: 'UZS' } as const;
    const ended = onPhone('declined', { kind: 'payme-invoice' });
    expect([
      panelOf(paying('payme-invoice', null, question)),
      panelOf(paying('payme-invoice', ended, question)),
      panelOf(paying('payme-invoice', ended, question), 'a'),
    ]).toEqual(['question', 'ended', 'question']);
  });
});
