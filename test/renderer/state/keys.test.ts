import { describe, expect, it } from 'vitest';
import { tenderKinds } from '../../../main/domain/tender.ts';
import { actionFor, isOwned, keyMap } from '../../../renderer/state/keys.ts';
import type { KeyContext } from '../../../renderer/state/keys.ts';

const contexts = Object.keys(keyMap) as KeyContext[];
const press = (code: string, over = {}) => ({ code, shift: false, ctrl: false, alt: false, meta: false, ...over });

/** Keys that type into the number pad; they may not mean anything else. */
const padCodes = Array.from({ length: 10 }, (_, digit) => [`Digit${digit}`, `Numpad${digit}`]).flat();

describe('keys', () => {
  it.each(contexts)('has no key with two meanings in %s', (context) => {
    const used = keyMap[context].flatMap(({ codes, shift }) => codes.map((code) => `${shift ? 'Shift+' : ''}${code}`));
    expect(used.toSorted()).toEqual([...new Set(used)].toSorted());
  });

  it.each(contexts)('leaves the digits to the number pad in %s', (context) => {
    const taken = padCodes.filter((code) => actionFor(context, press(code)) !== undefined);
    expect(taken).toEqual([]);
  });

  it.each(contexts)('gives every key of %s a caption', (context) => {
    expect(keyMap[context].filter(({ cap }) => cap === '')).toEqual([]);
  });

  it('keeps the tenders in their fixed order on the F row', () => {
    const actions = tenderKinds.map((_, at) => actionFor('choose', press(`F${at + 1}`)));
    expect(actions).toEqual(tenderKinds.map((kind) => `tender-${kind}`));
  });

  it('takes cash in two strokes: pay, then Enter', () => {
    expect([actionFor('sale', press('F12')), actionFor('choose', press('Enter'))]).toEqual(['pay', 'exact']);
  });

  it('puts a sale in doubt aside with F5 and with Enter when nobody can be asked, and waits for any other with Enter', () => {
    const enter = (place: KeyContext) => actionFor(place, press('Enter'));
    expect([enter('doubt'), actionFor('doubt', press('F5')), enter('asked'), enter('live')]).toEqual([
      'park',
      'park',
      'wait',
      'wait',
    ]);
  });

  it('has the same keys for money in doubt whether the till can ask or not', () => {
    const doubtKeys = (place: KeyContext) => ['F3', 'F4', 'F5', 'F6'].map((code) => actionFor(place, press(code)));
    expect([doubtKeys('asked'), doubtKeys('doubt')]).toEqual([
      ['checkNow', 'cancelAttempt', 'park', 'release'],
      ['checkNow', 'cancelAttempt', 'park', 'release'],
    ]);
  });

  it('opens the lesson with Shift and F11 wherever the cashier is', () => {
    expect(contexts.filter((place) => actionFor(place, press('F11', { shift: true })) !== 'lesson')).toEqual([]);
  });

  it('goes one step back with Esc wherever there is one', () => {
    const places: KeyContext[] = ['sale', 'choose', 'cash', 'waiting', 'live', 'asked', 'doubt', 'ended', 'confirm'];
    expect(places.map((place) => actionFor(place, press('Escape')))).toEqual(places.map(() => 'back'));
  });

  it('leaves Enter without a meaning while a QR stands, so that nobody ends it by habit', () => {
    expect(['Enter', 'NumpadEnter', 'Space'].map((code) => actionFor('checkout', press(code)))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('gives back from the done screen and opens past sales from the counter with the same key', () => {
    expect((['done', 'sale', 'noShift', 'history'] as const).map((place) => actionFor(place, press('F7')))).toEqual([
      'giveBack',
      'history',
      'history',
      'giveBack',
    ]);
  });

  it('voids a sale only with Shift', () => {
    expect([actionFor('sale', press('Delete')), actionFor('sale', press('Delete', { shift: true }))]).toEqual([
      'remove',
      'void',
    ]);
  });

  it('leaves keys with Ctrl and Alt to the system', () => {
    expect([actionFor('sale', press('F12', { ctrl: true })), actionFor('sale', press('F2', { alt: true }))]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('never lets F5 reload the window or F11 fill the screen', () => {
    expect(['F5', 'F11', 'F3', 'KeyA'].map(isOwned)).toEqual([true, true, true, false]);
  });
});
